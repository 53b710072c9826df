import type { DataContext } from "../data-context.js";
import { modificationFields } from "../dml/defaults.js";
import { insertOwnRecord } from "../dml/insert-own-record.js";
import { toId18 } from "../store/record-id.js";
import { isDeleted, type StoredRecord, type Value } from "../store/table.js";
import { unavailable } from "./analytics-fault.js";

/** What there is of reports and dashboards, with the prefixes of its ids. */
const PREFIXES = {
  Report: "00O",
  ReportInstance: "0LG",
  Dashboard: "01Z",
} as const;

export type AnalyticsObject = keyof typeof PREFIXES;

/** Where a record keeps what none of its fields has; no field is called so. */
const CONTENT = "(content)";

type Values = Readonly<Record<string, Value>>;

/** Puts in a record, with content of its own. */
export function insertContent(
  context: DataContext,
  name: AnalyticsObject,
  values: Values,
  content: (id: string) => unknown,
): string {
  return insertOwnRecord(context, { name, keyPrefix: PREFIXES[name] }, (id) => ({
    ...values,
    [CONTENT]: JSON.stringify(content(id)),
  }));
}

export function contentOf<T>(record: StoredRecord): T {
  return JSON.parse(String(record.values[CONTENT] ?? "null"));
}

export function changeContent(
  context: DataContext,
  name: AnalyticsObject,
  record: StoredRecord,
  content: unknown,
  values: Values = {},
): void {
  context.store.replace(name, record, {
    ...modificationFields(context),
    ...values,
    [CONTENT]: JSON.stringify(content),
  });
}

/** Throws where it is not there. */
export function requireAnalytics(context: DataContext, name: AnalyticsObject, idText: string): StoredRecord {
  const record = context.store.table(name).get(toId18(idText) ?? "");
  if (record === undefined || isDeleted(record) || record.values[CONTENT] === undefined) throw unavailable();
  return record;
}

/** Those that have content, in the order of their creation. */
export function analyticsRecords({ store }: DataContext, name: AnalyticsObject): StoredRecord[] {
  return [...store.table(name).all()].filter(
    (record) => !isDeleted(record) && record.values[CONTENT] !== undefined,
  );
}

/** An API name made of a name: those of reports are unique. */
export function developerNameOf(context: DataContext, object: AnalyticsObject, name: string): string {
  const text =
    name
      .replaceAll(/\W+/g, "_")
      .replaceAll(/^_+|_+$/g, "")
      .slice(0, 70) || "Unnamed";
  const taken = new Set([...context.store.table(object).all()].map(({ values }) => values.DeveloperName));
  let free = text;
  for (let count = 1; taken.has(free); count++) free = `${text}_${count}`;
  return free;
}
