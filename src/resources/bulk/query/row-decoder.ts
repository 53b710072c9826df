import { DecodeError } from "../../../errors.js";
import type { Decoders } from "../../../schema/decoders.js";
import type { OrgMetadata } from "../../../schema/metadata.js";
import { kindAt } from "../../../soql/bind-scope.js";
import { valueDecoder } from "../../../values/decode-value.js";

type Row = Record<string, unknown>;
/** What says how values are made of text. */
export interface RowSchema {
  readonly metadata: OrgMetadata;
  readonly decoders: Decoders;
}

/** Puts fields of a CSV row into a row; answers whether any held something. */
type Fill = (row: Row, fields: readonly string[]) => boolean;

/**
 * Makes rows of the fields of CSV: numbers, booleans and null as the field says, and everything else as text.
 * Parents are objects, as `{ Account: { Name } }`, and null where nothing of them is there.
 *
 * @param object whose rows they are
 */
export function rowDecoder(
  columns: readonly string[],
  object: string,
  schema: RowSchema,
): (fields: readonly string[]) => Row {
  const fill = filler(
    columns.map((column, index) => ({ column, names: column.split("."), index })),
    (column) => valueReader(column, object, schema),
  );
  return (fields) => {
    const row: Row = {};
    fill(row, fields);
    return row;
  };
}

/** Columns as they come, with text alone: nothing is nested, and empty text stays. */
export function rawRow(columns: readonly string[]): (fields: readonly string[]) => Record<string, string> {
  return (fields) => {
    const row: Record<string, string> = {};
    for (let index = 0; index < columns.length; index++) row[columns[index] ?? ""] = fields[index] ?? "";
    return row;
  };
}

interface Column {
  /** Its whole path. */
  readonly column: string;
  /** What of the path is left below the row in question. */
  readonly names: readonly string[];
  readonly index: number;
}

function filler(columns: readonly Column[], readerOf: (column: string) => ReadText): Fill {
  const own = columns
    .filter(({ names }) => names.length === 1)
    .map(({ column, names, index }) => fieldFiller(names[0] ?? "", index, readerOf(column)));
  const below = columns.filter(({ names }) => names.length > 1);
  const parents = [...new Set(below.map(({ names }) => names[0] ?? ""))].map((parent) => {
    const ofParent = below.filter(({ names }) => names[0] === parent);
    const fill = filler(
      ofParent.map((each) => ({ ...each, names: each.names.slice(1) })),
      readerOf,
    );
    return parentFiller(parent, fill);
  });
  const fills = [...own, ...parents];
  return (row, fields) => {
    let isAny = false;
    for (const fill of fills) if (fill(row, fields)) isAny = true;
    return isAny;
  };
}

function fieldFiller(name: string, index: number, read: (text: string) => unknown): Fill {
  return (row, fields) => {
    const text = fields[index] ?? "";
    row[name] = text === "" ? null : read(text);
    return text !== "";
  };
}

function parentFiller(name: string, fill: Fill): Fill {
  return (row, fields) => {
    const parent: Row = {};
    const isAny = fill(parent, fields);
    row[name] = isAny ? parent : null;
    return isAny;
  };
}

/** Makes a value of text that is not empty. */
type ReadText = (text: string) => unknown;

function valueReader(column: string, object: string, { metadata, decoders }: RowSchema): ReadText {
  const from = { outer: undefined, ofChildren: false, from: object, alias: undefined };
  const kind = kindAt(column, from, metadata);
  if (kind === "number") return (text) => numberOf(text) ?? refuse(column, "number");
  if (kind === "boolean") return (text) => booleans[text] ?? refuse(column, "boolean");
  return valueDecoder(kind, decoders) ?? picklistReader(column, object, { metadata, decoders }) ?? asIs;
}

function picklistReader(
  column: string,
  start: string,
  { metadata, decoders }: RowSchema,
): ReadText | undefined {
  const { picklist } = decoders;
  const names = column.split(".");
  const name = names.pop() ?? "";
  const object = names.reduce((from, parent) => metadata[from]?.parents[parent] ?? "", start);
  if (picklist?.fieldsOf(object).includes(name) !== true) return undefined;
  return (text) => picklist.check(text, { object, name });
}

function asIs(text: string): string {
  return text;
}

const booleans: Readonly<Record<string, boolean>> = { true: true, false: false };

function numberOf(text: string): number | undefined {
  const value = Number(text);
  return Number.isNaN(value) ? undefined : value;
}

function refuse(column: string, kind: string): never {
  throw new DecodeError("decode.value", `The column ${column} holds what is no ${kind}.`, {
    hint: "Run `orgtype generate`, since the field may have changed; `raw: true` gives text.",
  });
}
