import { SettingsError } from "../../src/errors.js";

const API_VERSION = /^[1-9]\d{0,2}\.0$/;

/**
 * The API version, if it is one.
 *
 * @param option what to call it in the error
 * @throws SettingsError
 */
export function checkApiVersion(version: unknown, option = "apiVersion"): string {
  if (typeof version === "string" && API_VERSION.test(version)) return version;
  throw new SettingsError("settings.api-version", `\`${option}\` is not an API version.`, {
    hint: 'Give one as text, such as "66.0".',
  });
}
