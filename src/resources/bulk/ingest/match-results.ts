import { DecodeError } from "../../../errors.js";
import { fieldsOf, type JobRows, type Row, type RowReader } from "./job-rows.js";

/** Finds the rows that results are of. They may come in another order, but with the values that were sent. */
export interface RowMatcher {
  /**
   * A row with these values that was not found before.
   *
   * @throws DecodeError where there is none
   */
  find(fields: readonly string[]): Row;
}

/** Results mostly come in the order of the rows, but for those that have another kind of result. */
const LOOK_AHEAD = 50;

export function rowMatcher({ columns, rows }: JobRows, reader: RowReader): RowMatcher {
  const places = new Map(columns.map((column, place) => [column, place]));
  const left = new Set<Row>(rows);
  const keyOfRow = (row: Row) => keyOf(fieldsOf(reader.columnsOf(row), places));
  /** Rows by their values: made where the order does not help. */
  let byKey: Map<string, Row[]> | undefined;

  const take = (row: Row) => {
    left.delete(row);
    return row;
  };
  const nextWith = (key: string): Row | undefined => {
    let looked = 0;
    for (const row of left) {
      if (keyOfRow(row) === key) return row;
      if (++looked === LOOK_AHEAD) return undefined;
    }
    return undefined;
  };
  const anyWith = (key: string): Row | undefined => {
    byKey ??= grouped(left, keyOfRow);
    const same = byKey.get(key);
    let row = same?.pop();
    while (row !== undefined && !left.has(row)) row = same?.pop();
    return row;
  };
  return {
    find(fields) {
      const key = keyOf(fields);
      const row = (byKey === undefined ? nextWith(key) : undefined) ?? anyWith(key);
      if (row !== undefined) return take(row);
      throw new DecodeError("decode.results", "The results of a job hold a row that was not sent.", {
        hint: "Look at the job's own results: its records were written all the same.",
      });
    },
  };
}

function grouped(rows: Iterable<Row>, keyOfRow: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOfRow(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** Line ends and white space at the ends may come back otherwise. */
function keyOf(fields: readonly string[]): string {
  return fields.map((field) => field.replaceAll("\r\n", "\n").trim()).join("\u0000");
}
