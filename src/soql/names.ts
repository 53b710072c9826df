import { SettingsError } from "../errors.js";
import type { ObjectMetadata, OrgMetadata } from "../schema/metadata.js";

/** What every target of a polymorphic relationship has: the fields of the `Name` sObject. */
export const polymorphicTarget: ObjectMetadata = {
  fields: { IsActive: "boolean" },
  parents: {},
  children: {},
};

/**
 * A name as it goes into SOQL text: only what cannot change the query's meaning.
 *
 * @throws SettingsError where it is not of the form of an API name
 */
export function checkName(name: string, path: string): string {
  if (/^[A-Za-z]\w{0,254}$/.test(name)) return name;
  throw new SettingsError("settings.name", `\`${path}\`: that is no API name.`, {
    hint: "Names are letters, digits and underscores, with a letter first.",
  });
}

/** Salesforce follows relationships no further. */
const MOST_PARENTS = 5;

/**
 * What stands before the fields of a parent, as `Owner.Manager.`.
 *
 * @throws SettingsError where it is too many relationships away
 */
export function parentPrefix(column: string, path: string): string {
  if (column.split(".").length <= MOST_PARENTS) return `${column}.`;
  throw new SettingsError("settings.parents", `\`${path}\` is more than five parents away.`, {
    hint: "SOQL follows five relationships: begin at an object that is nearer.",
  });
}

/** @throws SettingsError where the generated client does not hold the object */
export function metadataOf(object: string, metadata: OrgMetadata, path: string): ObjectMetadata {
  const found = Object.hasOwn(metadata, object) ? metadata[object] : undefined;
  if (found !== undefined) return found;
  throw new SettingsError(
    "settings.object",
    `\`${path}\`: the generated client does not hold the object ${object}.`,
    {
      hint: "Add it to `objects` and run `orgtype generate`, or use `query` with SOQL text.",
    },
  );
}

/** @throws SettingsError where it is no object */
export function entriesOf(value: unknown, path: string): [string, unknown][] {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.entries(value);
  throw new SettingsError("settings.shape", `\`${path}\` is no object.`, { hint: "Give { name: … }." });
}
