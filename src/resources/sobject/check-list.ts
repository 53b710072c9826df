import { SettingsError } from "../../errors.js";

/**
 * The list itself. What has no length, such as a Set or one record, would be sent as an empty list.
 *
 * @param name the argument, for the error
 * @throws SettingsError where it is no array
 */
export function checkList<List>(list: List, name: string): List {
  if (Array.isArray(list)) return list;
  throw new SettingsError("settings.records", `\`${name}\` is no list.`, {
    hint: `Give an array, as [...${name}] of a Set.`,
  });
}
