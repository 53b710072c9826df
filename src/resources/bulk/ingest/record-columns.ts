import { SettingsError } from "../../../errors.js";
import { encodeValue, type FieldKinds } from "../../../values/encode-record.js";
import type { ColumnKind, Columns } from "./row-reader.js";

/** What Salesforce reads as "no value"; an empty text leaves a field as it is. */
const NULL = "#N/A";

/**
 * A record as columns of CSV: null and empty text become `#N/A`, undefined is left out, and a parent by its
 * external id becomes `Account.Key__c`.
 *
 * @throws SettingsError that names the field
 */
export function recordColumns(record: unknown, kinds: FieldKinds, path: string): Columns {
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    throw wrong(path, "is no record", "Give { field: value }.");
  }
  const columns: [string, string][] = [];
  for (const [name, value] of Object.entries(record)) {
    if (value === undefined || name === "attributes") continue;
    const plain = plainText(value);
    if (plain !== undefined) {
      columns.push([name, plain]);
      continue;
    }
    const place = `${path}.${name}`;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    const encoded = encodeValue(value, kind, place);
    if (isParent(encoded)) columns.push(parentColumn(name, encoded, place));
    else columns.push([name, cellText(encoded, place)]);
  }
  return columns;
}

/** The text of most values, without a path being made for each; undefined for the others, and for wrong ones. */
export function plainText(value: unknown): string | undefined {
  if (typeof value === "string") return value === "" ? NULL : value === NULL ? undefined : value;
  if (value === null) return NULL;
  if (typeof value === "number" && !Number.isFinite(value)) return undefined;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** Whether a value is told from its plain text in a column of that kind: empty text becomes null. */
export function isTold(value: unknown, kind: ColumnKind): boolean {
  return value === null || (typeof value === kind && value !== "");
}

/** The record again of which the values are told. */
export function recordOf(
  columns: readonly string[],
  fields: readonly string[],
  kinds: readonly ColumnKind[],
): unknown {
  const told = columns.flatMap((column, place): [string, unknown][] => {
    const text = fields[place] ?? "";
    return text === "" ? [] : [[column, valueIn(text, kinds[place])]];
  });
  return Object.fromEntries(told);
}

function valueIn(text: string, kind: ColumnKind): unknown {
  if (text === NULL) return null;
  if (kind === "number") return Number(text);
  return kind === "boolean" ? text === "true" : text;
}

function isParent(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function parentColumn(name: string, parent: object, path: string): [string, string] {
  const [entry, ...others] = Object.entries(parent).filter(([key]) => key !== "attributes");
  if (entry === undefined || others.length > 0 || Array.isArray(parent)) {
    throw wrong(path, "is no parent by one external id", 'Give { Key__c: "A-1" }, or the parent\'s id.');
  }
  return [`${name}.${entry[0]}`, cellText(entry[1], `${path}.${entry[0]}`)];
}

function cellText(value: unknown, path: string): string {
  const plain = plainText(value);
  if (plain !== undefined) return plain;
  if (value === NULL) {
    throw wrong(path, `is "${NULL}", which bulk jobs read as null`, "Write it by another call.");
  }
  throw wrong(
    path,
    `is ${typeof value === "number" ? value : `of type ${typeof value}`}`,
    "Give text, a number or a boolean.",
  );
}

function wrong(path: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.record", `\`${path}\` ${problem}.`, { hint });
}
