import { SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";

/**
 * The value of an external id as a part of a URL.
 *
 * @throws SettingsError where it is neither text nor a finite number
 */
export function keyText(value: unknown): string {
  if (typeof value === "string" || (typeof value === "number" && Number.isFinite(value)))
    return String(value);
  throw new SettingsError("settings.key", `\`value\` is ${kindOf(value)}.`, {
    hint: "Give the text or number that the external id holds.",
  });
}
