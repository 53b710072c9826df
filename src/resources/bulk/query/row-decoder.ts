import { DecodeError } from "../../../errors.js";
import type { Decoders } from "../../../schema/decoders.js";
import type { OrgMetadata } from "../../../schema/metadata.js";
import { kindAt } from "../../../soql/bind-scope.js";
import { valueDecoder } from "../../../values/decode-value.js";
import { numberOf } from "../../../values/number-text.js";

type Row = Record<string, unknown>;
/** What says how values are made of text. */
export interface RowSchema {
  readonly metadata: OrgMetadata;
  readonly decoders: Decoders;
}

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
  const shape = shapeOf(
    columns.map((column, index) => ({ column, names: column.split("."), index })),
    (column) => valueReader(column, object, schema),
  );
  return (fields) => rowOf(shape, fields) ?? { ...shape.empty };
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

/** What rows are made of: their own fields, and parents with a shape of their own. */
interface Shape {
  /** A row with nothing in it: copies of it have all keys from the start, which engines like. */
  readonly empty: Row;
  readonly fields: readonly {
    readonly name: string;
    readonly index: number;
    readonly read: ReadText | undefined;
  }[];
  readonly parents: readonly { readonly name: string; readonly shape: Shape }[];
}

function shapeOf(columns: readonly Column[], readerOf: (column: string) => ReadText | undefined): Shape {
  const own = columns.filter(({ names }) => names.length === 1);
  const below = columns.filter(({ names }) => names.length > 1);
  const fields = own.map(({ column, names, index }) => ({
    name: names[0] ?? "",
    index,
    read: readerOf(column),
  }));
  const parents = [...new Set(below.map(({ names }) => names[0] ?? ""))].map((name) => {
    const ofParent = below.filter(({ names }) => names[0] === name);
    return {
      name,
      shape: shapeOf(
        ofParent.map((each) => ({ ...each, names: each.names.slice(1) })),
        readerOf,
      ),
    };
  });
  const names = [...fields, ...parents].map(({ name }) => [name, null] as const);
  return { empty: Object.fromEntries(names), fields, parents };
}

/** A row of fields; undefined where none of them holds anything. */
function rowOf(shape: Shape, texts: readonly string[]): Row | undefined {
  const row = { ...shape.empty };
  let isAny = false;
  for (const { name, index, read } of shape.fields) {
    const text = texts[index] ?? "";
    if (text === "") continue;
    row[name] = read === undefined ? text : read(text);
    isAny = true;
  }
  for (const parent of shape.parents) {
    const value = rowOf(parent.shape, texts);
    if (value === undefined) continue;
    row[parent.name] = value;
    isAny = true;
  }
  return isAny ? row : undefined;
}

/** Makes a value of text that is not empty; undefined leaves it as it is. */
type ReadText = (text: string) => unknown;

function valueReader(
  column: string,
  object: string,
  { metadata, decoders }: RowSchema,
): ReadText | undefined {
  const from = { outer: undefined, ofChildren: false, from: object, alias: undefined };
  const kind = kindAt(column, from, metadata);
  if (kind === "number") return (text) => readNumber(text, column);
  if (kind === "boolean") return (text) => booleans[text] ?? refuse(column, "boolean");
  return valueDecoder(kind, decoders) ?? picklistReader(column, object, { metadata, decoders });
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

const booleans: Readonly<Record<string, boolean>> = { true: true, false: false };

function readNumber(text: string, column: string): number {
  const value = numberOf(text);
  return Number.isNaN(value) ? refuse(column, "number") : value;
}

function refuse(column: string, kind: string): never {
  throw new DecodeError("decode.value", `The column ${column} holds what is no ${kind}.`, {
    hint: "Run `orgtype generate`, since the field may have changed; `raw: true` gives text.",
  });
}
