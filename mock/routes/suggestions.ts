import type { ObjectInfo } from "../catalog/object-info.js";
import { type Answer, json } from "../http/call.js";
import { requestFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { type RecordAnswer, readRecord } from "../records/read-record.js";
import { isDeleted, type StoredRecord } from "../store/table.js";
import type { Route, RoutedCall } from "./route.js";

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 2_000;

function suggest(call: RoutedCall, context: OrgContext): Answer {
  const words = argument(call, "q").toLowerCase().split(/\s+/).filter(Boolean);
  const names = argument(call, "sobject").split(",");
  const most = readLimit(call.query.get("limit"));
  const found = names.flatMap((name) => matches(context, requireObject(context, name.trim()), words, call));
  return json({ autoSuggestResults: found.slice(0, most), hasMoreResults: found.length > most });
}

function argument(call: RoutedCall, name: string): string {
  const value = call.query.get(name);
  if (value !== null && value.trim() !== "") return value;
  throw requestFault(400, "MISSING_ARGUMENT", `${name} must be specified`);
}

function readLimit(text: string | null): number {
  const limit = text === null ? DEFAULT_LIMIT : Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw requestFault(
    400,
    "ILLEGAL_QUERY_PARAMETER_VALUE",
    `limit must be a whole number from 1 to ${MAX_LIMIT}`,
  );
}

/** The records with a word in their name that begins so, for each word that was typed. */
function matches(
  context: OrgContext,
  object: ObjectInfo,
  words: readonly string[],
  call: RoutedCall,
): RecordAnswer[] {
  const { nameField } = object;
  if (nameField === undefined) return [];
  const fields = [object.field("Id"), nameField].filter((field) => field !== undefined);
  const fits = (record: StoredRecord): boolean => {
    const parts = String(record.values[nameField.name] ?? "")
      .toLowerCase()
      .split(/\s+/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  };
  const found: RecordAnswer[] = [];
  for (const record of context.store.table(object.name).all()) {
    if (!isDeleted(record) && fits(record)) found.push(readRecord(object, record, fields, call.dataPath));
  }
  return found;
}

/** Records to choose from while a name is being typed. */
export const suggestions: Route = {
  path: "/services/data/{version}/search/suggestions",
  methods: { GET: suggest },
};
