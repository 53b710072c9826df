import { SettingsError } from "../errors.js";

/** Salesforce counts no higher. */
const LARGEST_COUNT = 2 ** 31 - 1;

/**
 * A number of rows, as LIMIT and OFFSET take it.
 *
 * @throws SettingsError where it is no whole number of at least 0
 */
export function count(value: unknown, path: string): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT)
    return value;
  throw new SettingsError("settings.find", `\`${path}\` is no count.`, {
    hint: "Give a whole number of at least 0.",
  });
}
