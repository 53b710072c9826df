import { compareNames } from "./names.js";
import type { RawDescribe, RawField } from "./raw-describe.js";

const OBJECT_KEYS = [
  "name",
  "label",
  "labelPlural",
  "keyPrefix",
  "custom",
  "queryable",
  "createable",
  "updateable",
  "deletable",
] as const;

const FIELD_KEYS = [
  "name",
  "type",
  "label",
  "inlineHelpText",
  "length",
  "precision",
  "scale",
  "digits",
  "nillable",
  "createable",
  "updateable",
  "defaultedOnCreate",
  "defaultValue",
  "calculated",
  "autoNumber",
  "unique",
  "caseSensitive",
  "externalId",
  "idLookup",
  "nameField",
  "filterable",
  "sortable",
  "groupable",
  "aggregatable",
  "restrictedPicklist",
  "dependentPicklist",
  "controllerName",
  "compoundFieldName",
  "extraTypeInfo",
  "referenceTo",
  "relationshipName",
  "relationshipOrder",
  "cascadeDelete",
  "restrictedDelete",
  "writeRequiresMasterRead",
  "custom",
] as const;

const SIZES: ReadonlySet<string> = new Set(["length", "precision", "scale", "digits"]);
const PICKLIST_KEYS = ["value", "label", "active", "defaultValue", "validFor"] as const;
const CHILD_KEYS = [
  "relationshipName",
  "childSObject",
  "field",
  "cascadeDelete",
  "restrictedDelete",
  "deprecatedAndHidden",
] as const;
const RECORD_TYPE_KEYS = [
  "recordTypeId",
  "name",
  "developerName",
  "active",
  "available",
  "master",
  "defaultRecordTypeMapping",
] as const;

/**
 * A describe as the snapshot keeps it: only what this package reads, in one order, a field a line, so that
 * a change in the org is a short diff. `false` stays, since an absent flag means that nobody knows.
 */
export function snapshotText(describe: RawDescribe): string {
  const fields = [...describe.fields].sort((a, b) => compareNames(a.name, b.name)).map(fieldText);
  const children = (describe.childRelationships ?? [])
    .filter((child) => typeof child.relationshipName === "string")
    .map((child) => flat(child, CHILD_KEYS))
    .sort(compareNames);
  const recordTypes = (describe.recordTypeInfos ?? [])
    .map((info) => flat(info, RECORD_TYPE_KEYS))
    .sort(compareNames);
  return [
    "{\n",
    ...entries(describe, OBJECT_KEYS).map((entry) => ` ${entry},\n`),
    ` "fields": ${list(fields, 1)},\n`,
    ` "childRelationships": ${list(children, 1)},\n`,
    ` "recordTypeInfos": ${list(recordTypes, 1)}\n`,
    "}\n",
  ].join("");
}

function fieldText(field: RawField): string {
  const picklist = (field.picklistValues ?? []).map((value) => flat(value, PICKLIST_KEYS));
  const own = entries(field, FIELD_KEYS);
  if (picklist.length > 0) own.push(`"picklistValues": ${list(picklist, 3)}`);
  return `{ ${own.join(", ")} }`;
}

function flat(value: Record<string, unknown>, keys: readonly string[]): string {
  return `{ ${entries(value, keys).join(", ")} }`;
}

/** Null, an empty list and a size of zero say no more than absence does. */
function entries(value: Record<string, unknown>, keys: readonly string[]): string[] {
  return keys
    .filter((key) => !saysNothing(key, value[key]))
    .map((key) => `${JSON.stringify(key)}: ${JSON.stringify(value[key])}`);
}

function saysNothing(key: string, value: unknown): boolean {
  if (value === undefined || value === null || (value === 0 && SIZES.has(key))) return true;
  return Array.isArray(value) && value.length === 0;
}

function list(lines: readonly string[], depth: number): string {
  if (lines.length === 0) return "[]";
  const indent = " ".repeat(depth + 1);
  return `[\n${lines.map((line) => indent + line).join(",\n")}\n${" ".repeat(depth)}]`;
}
