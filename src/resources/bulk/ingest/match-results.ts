import { readRows } from "../../../csv/read-rows.js";
import { DecodeError } from "../../../errors.js";
import { fieldsOf, type JobRows, type ReadColumns, type Row } from "./job-rows.js";

/** Finds the rows that results are of. They come in another order, but with the values that were sent. */
export interface RowMatcher {
  /**
   * A row with these values that was not found before.
   *
   * @throws DecodeError where there is none
   */
  find(fields: readonly string[]): Row;
}

export function rowMatcher({ columns, rows }: JobRows, columnsOf: ReadColumns): RowMatcher {
  const places = new Map(columns.map((column, place) => [column, place]));
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(fieldsOf(columnsOf(row), places));
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [row]);
    else known.push(row);
  }
  return {
    find(fields) {
      const row = byKey.get(keyOf(fields))?.shift();
      if (row !== undefined) return row;
      throw new DecodeError("decode.results", "The results of a job hold a row that was not sent.", {
        hint: "Look at the job's own results: its records were written all the same.",
      });
    },
  };
}

/** Line ends and white space at the ends may come back otherwise. */
function keyOf(fields: readonly string[]): string {
  return fields.map((field) => field.replaceAll("\r\n", "\n").trim()).join("\u0000");
}

/** The rows of a job's results, without the header row. */
export async function* resultRows(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<string[], void, undefined> {
  let isFirst = true;
  for await (const rows of readRows(bytes)) {
    if (isFirst) rows.shift();
    isFirst = false;
    yield* rows;
  }
}
