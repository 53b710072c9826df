import { SettingsError } from "../../errors.js";
import type { DescribeSObject } from "../../http/schemas.js";

/**
 * The id of a record type of the object, which differs from org to org.
 *
 * @throws SettingsError that names those there are
 */
export function recordTypeId(describe: DescribeSObject, developerName: string): string {
  const types = describe.recordTypeInfos ?? [];
  const found = types.find((type) => type.developerName === developerName);
  if (found?.recordTypeId) return found.recordTypeId;
  const names = types.map((type) => type.developerName).filter((name) => typeof name === "string");
  throw new SettingsError(
    "settings.record-type",
    `${describe.name} has no record type ${JSON.stringify(developerName)} that the user may see.`,
    { hint: names.length === 0 ? "It has none at all." : `There are ${names.join(", ")}.` },
  );
}
