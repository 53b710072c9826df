import type { OrderByClause } from "@jetstreamapp/soql-parser-js";
import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { requireObject } from "../records/find-record.js";
import { nameEntityField } from "../soql/name-entity.js";
import { orderByList } from "../soql/order-by.js";
import { parseSoql } from "../soql/parse.js";
import type { ListView } from "./list-view.js";

/** What views read beside their columns, for those who go on with the rows. */
const ALWAYS = ["Id", "CreatedDate", "LastModifiedDate", "SystemModstamp"];

/** A column of a list view. */
export interface ViewColumn {
  /** As `Name` or `Owner.Alias`. */
  readonly path: string;
  readonly field: FieldInfo;
  readonly label: string;
  readonly hidden: boolean;
  /** What SELECT says: the label of picklists. */
  readonly selectListItem: string;
}

/** The columns of a view that the user may see, and what it reads beside them. */
export function viewColumns(context: DataContext, view: ListView): ViewColumn[] {
  const object = requireObject(context, view.object);
  const shown = view.columns.flatMap((path) => columnAt(context, object, path, false) ?? []);
  const held = new Set(shown.map(({ path }) => path));
  const hidden = ALWAYS.filter((name) => !held.has(name));
  return [...shown, ...hidden.flatMap((name) => columnAt(context, object, name, true) ?? [])];
}

function columnAt(
  { catalog }: DataContext,
  object: ObjectInfo,
  path: string,
  hidden: boolean,
): ViewColumn | undefined {
  const [first = "", second] = path.split(".");
  if (second === undefined) {
    const field = object.field(first);
    return field && columnOf(field.name, field, field.label, hidden);
  }
  const reference = object.parent(first);
  if (reference?.relationshipName == null) return undefined;
  const [target = "", ...others] = reference.referenceTo;
  const field = others.length > 0 ? nameEntityField(second) : catalog.find(target)?.field(second);
  const label = `${reference.label.replace(/ ID$/, "")} ${field?.label}`;
  return field && columnOf(`${reference.relationshipName}.${field.name}`, field, label, hidden);
}

function columnOf(path: string, field: FieldInfo, label: string, hidden: boolean): ViewColumn {
  return {
    path,
    field,
    label,
    hidden,
    selectListItem:
      field.type.endsWith("picklist") && field.type !== "multipicklist" ? `toLabel(${path})` : path,
  };
}

/** The SOQL of a view, its SELECT list in small letters as Salesforce writes it. */
export function viewSoql(view: ListView, columns: readonly ViewColumn[]): string {
  const list = columns.map(({ selectListItem }) => selectListItem.toLowerCase()).join(", ");
  const scope = view.scope === null ? "" : ` USING SCOPE ${view.scope}`;
  const where = view.where === undefined ? "" : ` WHERE ${view.where}`;
  const order = viewOrder(view)
    .map(
      ({ path, descending, nulls }) => `${path} ${descending ? "DESC" : "ASC"} NULLS ${nulls.toUpperCase()}`,
    )
    .join(", ");
  return `SELECT ${list} FROM ${view.object}${scope}${where} ORDER BY ${order}`;
}

/** One key of the order of a view. */
export interface ViewOrder {
  readonly path: string;
  readonly descending: boolean;
  readonly nulls: "first" | "last";
}

/** The order of a view. By their ids, rows that are equal have one, too. */
export function viewOrder({ object, orderBy }: ListView): ViewOrder[] {
  const { orderBy: clauses } = parseSoql(`SELECT Id FROM ${object} ORDER BY ${orderBy}`);
  const given = orderByList(clauses).map((clause) => ({
    path: pathOf(clause),
    descending: clause.order === "DESC",
    nulls: clause.nulls === "LAST" ? ("last" as const) : ("first" as const),
  }));
  const byId = { path: "Id", descending: false, nulls: "first" as const };
  return given.some(({ path }) => path.toLowerCase() === "id") ? given : [...given, byId];
}

function pathOf(clause: OrderByClause): string {
  return "field" in clause ? clause.field : (clause.fn.rawValue ?? "");
}

/** @throws TypeError where the view names what is not there, or is no SOQL */
export function checkListView(context: DataContext, key: string, view: ListView): void {
  const object = requireObject(context, view.object);
  for (const path of view.columns) {
    const field = columnAt(context, object, path, false)?.field;
    if (field !== undefined && field.kind !== "compound") continue;
    throw new TypeError(
      `listViews["${key}"].columns: ${view.object} has no field \`${path}\` that fits into a column.`,
    );
  }
  try {
    parseSoql(viewSoql(view, viewColumns(context, view)));
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new TypeError(`listViews["${key}"]: \`where\` or \`orderBy\` is no SOQL: ${problem}`, { cause });
  }
}
