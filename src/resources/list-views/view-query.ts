import type { ListViewDescribe, WireRecord } from "../../http/schemas.js";
import { wrong } from "./wrong.js";

/** The SELECT list of a query, which holds neither text nor queries where a list view has made it. */
const SELECT_LIST = /^\s*SELECT\s.*?\sFROM\s+/is;

/** The query of a list view, so that another one can be made of it. */
export interface ViewQuery {
  /** What its SELECT list names: fields, also where the view shows their labels. */
  readonly columns: readonly string[];
  /** What follows FROM. */
  readonly rest: string;
}

/** @throws SettingsError where SOQL cannot say what the view shows */
export function viewQuery({ query, columns }: ListViewDescribe): ViewQuery {
  const [head] = SELECT_LIST.exec(query ?? "") ?? [];
  if (typeof query !== "string" || head === undefined) {
    throw wrong(
      "SOQL cannot say what the list view shows.",
      "Read it with `results`, or take another: `soqlCompatible` tells in what `listViews` gives.",
    );
  }
  const named = new Map([["id", "Id"]]);
  for (const { selectListItem } of columns) {
    const value = /^toLabel\((.*)\)$/i.exec(selectListItem)?.[1] ?? selectListItem;
    named.set(value.toLowerCase(), value);
  }
  return { columns: [...named.values()], rest: query.slice(head.length) };
}

/** A record and its parents without what only tells of what object they are. */
export function plainRow({ attributes: _, ...fields }: WireRecord): Record<string, unknown> {
  for (const [name, value] of Object.entries(fields)) {
    if (isRecord(value)) fields[name] = plainRow(value);
  }
  return fields;
}

/** Addresses are objects, too, and values that decoders made. */
function isRecord(value: unknown): value is WireRecord {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "attributes");
}
