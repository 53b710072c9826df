import type { OrgContext } from "../org-context.js";
import { runQuery } from "../soql/run-query.js";
import type { StoredRecord } from "../store/table.js";
import type { ListView } from "./list-view.js";
import { type ViewColumn, viewColumns, viewOrder, viewSoql } from "./view-query.js";
import { whereCondition } from "./where-condition.js";

/** What the two ends of an order are called, by type of field. */
const ENDS: Readonly<Record<string, readonly [ascending: string, descending: string]>> = {
  boolean: ["Low to High", "High to Low"],
  currency: ["9-0", "0-9"],
  date: ["New to Old", "Old to New"],
  datetime: ["New to Old", "Old to New"],
  double: ["9-0", "0-9"],
  int: ["9-0", "0-9"],
  percent: ["9-0", "0-9"],
  phone: ["9-0", "0-9"],
  picklist: ["Low to High", "High to Low"],
};
const TEXT_ENDS = ["Z-A", "A-Z"] as const;

/** A list view in short. */
export function viewSummary(view: ListView, id: string, dataPath: string): Record<string, unknown> {
  const url = `${dataPath}/sobjects/${view.object}/listviews/${id}`;
  return {
    describeUrl: `${url}/describe`,
    developerName: view.developerName,
    id,
    label: view.label,
    resultsUrl: `${url}/results`,
    soqlCompatible: view.soqlCompatible,
    url,
  };
}

/** A list view with its columns and its query. */
export function viewDescribe(context: OrgContext, view: ListView, id: string): Record<string, unknown> {
  const columns = viewColumns(context, view);
  return {
    columns: columns.map((column) => columnAnswer(view, column)),
    id,
    orderBy: viewOrder(view).map(({ path, descending, nulls }) => ({
      fieldNameOrPath: path,
      nullsPosition: nulls,
      sortDirection: descending ? "descending" : "ascending",
    })),
    query: view.soqlCompatible ? viewSoql(view, columns) : null,
    scope: view.scope,
    sobjectType: view.object,
    whereCondition: whereCondition(view),
  };
}

function columnAnswer(view: ListView, column: ViewColumn): Record<string, unknown> {
  const { field, hidden, path } = column;
  const sortable = !hidden && field.sortable;
  const [ascendingLabel, descendingLabel] = sortable ? (ENDS[field.type] ?? TEXT_ENDS) : [null, null];
  const order = viewOrder(view);
  const index = hidden ? -1 : order.findIndex((key) => key.path.toLowerCase() === path.toLowerCase());
  return {
    ascendingLabel,
    descendingLabel,
    fieldNameOrPath: path,
    hidden,
    label: column.label,
    selectListItem: column.selectListItem,
    sortDirection: index < 0 ? null : order[index]?.descending ? "descending" : "ascending",
    sortIndex: index < 0 ? null : index,
    sortable,
    type: field.type,
  };
}

/** Which rows of a view. */
export interface ResultsPart {
  readonly limit: number;
  /** The first has 1. */
  readonly offset: number;
}

/** The rows of a view as they are shown. */
export function viewResults(
  context: OrgContext,
  view: ListView,
  record: StoredRecord,
  { limit, offset }: ResultsPart,
  dataPath: string,
): Record<string, unknown> {
  const columns = viewColumns(context, view);
  const environment = {
    context,
    cursors: context.cursors,
    includeDeleted: false,
    dataPath,
    batchSize: limit,
  };
  const results = runQuery(environment, viewSoql(view, columns));
  const end = offset - 1 + limit;
  const rows = results.rows(offset - 1, end);
  return {
    columns: columns.map((column) => columnAnswer(view, column)),
    developerName: view.developerName,
    done: end >= results.length,
    id: record.id,
    label: view.label,
    records: rows.map((row) => ({
      columns: columns.map(({ path, field }) => ({
        fieldNameOrPath: path,
        value: shownText(valueAt(row, path), field.type),
      })),
    })),
    size: rows.length,
  };
}

function valueAt(row: unknown, path: string): unknown {
  let value = row;
  for (const name of path.split(".")) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return value ?? null;
}

/** Moments are written as Java does. */
function shownText(value: unknown, type: string): string | null {
  if (value === null) return null;
  if (type !== "datetime") return String(value);
  const [, day, date, month, year, time] =
    /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(String(value).replace("+0000", "Z")).toUTCString()) ??
    [];
  return `${day} ${month} ${date} ${time} GMT ${year}`;
}
