import type { FieldInfo } from "../catalog/field-info.js";
import type { StoredRecord } from "../store/table.js";
import { badRequest, notImplemented } from "./analytics-fault.js";
import { dollars } from "./cell-label.js";
import type { Cell, Column, FindColumn } from "./report-column.js";

/** A sum of a report. */
export interface Aggregate {
  readonly name: string;
  readonly label: string;
  readonly dataType: string;
  /** Its value for some rows; null where there is none, as the average of nothing. */
  measure(records: readonly StoredRecord[]): number | null;
  cell(records: readonly StoredRecord[]): Cell;
}

interface Kind {
  readonly label: (column: string) => string;
  readonly apply: (values: readonly number[]) => number | null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** Of any many values, which arguments of a call cannot be. */
const extreme =
  (better: (a: number, b: number) => boolean) =>
  (values: readonly number[]): number | null =>
    values.length === 0 ? null : values.reduce((best, value) => (better(value, best) ? value : best));
const most: Kind = { label: (column) => `Largest ${column}`, apply: extreme((a, b) => a > b) };

const KINDS: Readonly<Record<string, Kind>> = {
  s: { label: (column) => `Sum of ${column}`, apply: sum },
  a: {
    label: (column) => `Average ${column}`,
    apply: (values) => (values.length === 0 ? null : sum(values) / values.length),
  },
  m: { label: (column) => `Smallest ${column}`, apply: extreme((a, b) => a < b) },
  mx: most,
  // How the guide calls it.
  x: most,
};

const ROW_COUNT: Aggregate = {
  name: "RowCount",
  label: "Record Count",
  dataType: "int",
  measure: (records) => records.length,
  cell: ({ length }) => ({ label: length.toLocaleString("en-US"), value: length }),
};

/** Throws for a sum that there is not. */
export function aggregateOf(name: string, findColumn: FindColumn): Aggregate {
  if (name === "RowCount") return ROW_COUNT;
  if (/^(FORMULA|CDF)\d*$/.test(name)) throw notImplemented("summary formulas");
  const [, kindName = "", columnName = ""] = /^([a-z]+)!(.+)$/.exec(name) ?? [];
  const invalid = () => badRequest(`The aggregate ${name} is invalid.`);
  const column = findColumn(columnName, invalid);
  if (kindName === "u") return uniqueCount(name, column);
  const kind = Object.hasOwn(KINDS, kindName) ? KINDS[kindName] : undefined;
  if (kind === undefined || column.field.kind !== "number") throw invalid();
  const measure = (records: readonly StoredRecord[]) =>
    kind.apply(records.map(column.read).filter((value) => typeof value === "number"));
  return {
    name,
    label: kind.label(column.label),
    dataType: column.dataType,
    measure,
    cell(records) {
      const value = measure(records);
      return { label: value === null ? "-" : numberLabel(value, column.field), value };
    },
  };
}

function uniqueCount(name: string, column: Column): Aggregate {
  const measure = (records: readonly StoredRecord[]) =>
    new Set(records.map(column.keyOf).filter((key) => key !== null)).size;
  return {
    name,
    label: `Unique Count of ${column.label}`,
    dataType: "int",
    measure,
    cell: (records) => ({ label: measure(records).toLocaleString("en-US"), value: measure(records) }),
  };
}

function numberLabel(value: number, field: FieldInfo): string {
  if (field.type === "currency") return dollars(value, Math.max(field.scale, 2));
  const scale = field.type === "percent" ? Math.max(field.scale, 2) : field.scale;
  const digits = Number.isInteger(value) ? scale : Math.max(scale, 2);
  const text = value.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return field.type === "percent" ? `${text}%` : text;
}
