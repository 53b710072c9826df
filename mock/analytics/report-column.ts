import type { FieldInfo } from "../catalog/field-info.js";
import { ApiFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { type FieldPath, resolvePath } from "../soql/field-path.js";
import type { QueryScope } from "../soql/query-scope.js";
import type { StoredRecord, Value } from "../store/table.js";
import { badRequest } from "./analytics-fault.js";
import { valueLabel } from "./cell-label.js";
import { columnPath, type ReportType } from "./report-type.js";

/** A value as reports show it. */
export interface Cell {
  readonly label: string;
  readonly value: unknown;
}

/** A column of a report type. */
export interface Column {
  readonly name: string;
  readonly label: string;
  readonly dataType: string;
  /** Object and field, as `Account.Name`. */
  readonly entityColumnName: string;
  readonly field: FieldInfo;
  /** What filters, sums and sorting go by: of names, the text. */
  read(record: StoredRecord): Value;
  /** What rows are grouped by: of names, the id of the record that is called so. */
  keyOf(record: StoredRecord): Value;
  cell(record: StoredRecord): Cell;
}

/** Finds columns by their names. */
export type FindColumn = (name: string, refusal?: (name: string) => ApiFault) => Column;

export function columnFinder(context: OrgContext, type: ReportType): FindColumn {
  const scope = scopeOf(context, type);
  const found = new Map<string, Column | undefined>();
  return (name, refusal = invalidColumn) => {
    if (!found.has(name)) found.set(name, columnOf(scope, type, name));
    const column = found.get(name);
    if (column === undefined) throw refusal(name);
    return column;
  };
}

function invalidColumn(name: string): ApiFault {
  return badRequest(`The column ${name} is invalid.`);
}

function scopeOf(context: OrgContext, { object }: ReportType): QueryScope {
  return {
    context,
    cursors: context.cursors,
    object,
    alias: undefined,
    soql: "",
    includeDeleted: false,
    dataPath: "",
    batchSize: 0,
    depth: 1,
    parents: new Set(),
  };
}

function columnOf(scope: QueryScope, type: ReportType, name: string): Column | undefined {
  const text = columnPath(type, name);
  const path = text === undefined ? undefined : fieldAt(scope, text);
  if (path === undefined || path.field.kind === "compound" || path.field.kind === "binary") return undefined;
  const { field } = path;
  const named = nameReader(scope, path);
  const read = named?.name ?? path.read;
  const keyOf = named?.id ?? path.read;
  const label = valueLabel(field, scope.context.timeZone);
  const owner = path.steps.at(-1)?.object?.name ?? (path.steps.length === 0 ? scope.object.name : "Name");
  return {
    name,
    label: labelOf(type, path),
    dataType: named === undefined ? field.type : "string",
    entityColumnName: `${owner}.${field.name}`,
    field,
    read,
    keyOf,
    cell(record) {
      const key = keyOf(record);
      if (key === null) return { label: "-", value: null };
      if (named !== undefined) return { label: String(read(record) ?? key), value: key };
      return { label: label(key), value: cellValue(field, key) };
    },
  };
}

function fieldAt(scope: QueryScope, text: string): FieldPath | undefined {
  try {
    return resolvePath(scope, text, { soql: "", offset: undefined });
  } catch (error) {
    if (error instanceof ApiFault) return undefined;
    throw error;
  }
}

/** As `Account Name`, and `Account: Industry` of a parent. */
function labelOf({ object }: ReportType, { steps, field }: FieldPath): string {
  const last = steps.at(-1);
  if (last === undefined) return field.label === "Name" ? `${object.label} Name` : field.label;
  const parent = last.reference.label.replace(/ ID$/, "");
  return field.name === "Name" ? `${parent} Name` : `${parent}: ${field.label}`;
}

interface NameReader {
  readonly id: (record: StoredRecord) => Value;
  readonly name: (record: StoredRecord) => Value;
}

/** Names stand for the records that are called so, and so do ids of other records. */
function nameReader(scope: QueryScope, path: FieldPath): NameReader | undefined {
  const { field, steps, text, read } = path;
  const { catalog, store } = scope.context;
  if (field.type === "reference") {
    return {
      id: read,
      name(record) {
        const id = read(record);
        const object = typeof id === "string" ? catalog.ofId(id) : undefined;
        const target = object && store.table(object.name).get(String(id));
        return target?.values[object?.nameField?.name ?? "Name"] ?? id;
      },
    };
  }
  const isName = field.nameField || (steps.length > 0 && field.name === "Name");
  const id = isName ? fieldAt(scope, text.replace(/[^.]+$/, "Id")) : undefined;
  return id && { id: id.read, name: read };
}

/** Amounts are given with their currency, of which this org has one only; moments in whole seconds. */
function cellValue(field: FieldInfo, value: Value): unknown {
  if (field.type === "currency") return { amount: value, currency: null };
  return field.kind === "datetime" ? String(value).replace(/\.000\+0000$/, "Z") : value;
}
