import type { DuplicateMatch } from "../errors.js";

type Json = Readonly<Record<string, unknown>>;

/** The equal records that an entry of Salesforce's error list names: by its duplicate rule, or in its words. */
export function duplicateMatches(entry: Json): DuplicateMatch[] {
  // The misspelling is Salesforce's own.
  const result = entry.duplicateResut ?? entry.duplicateResult;
  const records = listOf(result, "matchResults").flatMap((match) => listOf(match, "matchRecords"));
  const named = records.flatMap((match) => toMatch(match.record));
  const [, id] = /^duplicate value found: .* record with id: (\w{15,18})/.exec(String(entry.message)) ?? [];
  return id === undefined ? named : [...named, { id }];
}

function listOf(holder: unknown, key: string): readonly Json[] {
  const list = isJson(holder) ? holder[key] : undefined;
  return Array.isArray(list) ? list.filter(isJson) : [];
}

function toMatch(record: unknown): DuplicateMatch[] {
  if (!isJson(record) || typeof record.Id !== "string") return [];
  const type = isJson(record.attributes) ? record.attributes.type : undefined;
  return [{ id: record.Id, ...(typeof type === "string" && { object: type }) }];
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
