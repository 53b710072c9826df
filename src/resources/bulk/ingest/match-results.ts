import { DecodeError } from "../../../errors.js";
import type { JobRows } from "./job-rows.js";

/** Finds the rows that results are of. They may come in another order, but with the values that were sent. */
export interface RowMatcher {
  /**
   * A row with these values that was not found before.
   *
   * @param result its first fields are Salesforce's own
   * @param own how many these are
   * @throws DecodeError where there is none
   */
  find(result: readonly string[], own: number): number;
}

/** Rows that are read at a time. */
const BLOCK = 500;

export function rowMatcher(rows: JobRows): RowMatcher {
  let block: string[][] = [];
  let blockStart = 0;
  let next = 0;
  /** Rows that were passed over, by their values: results mostly come in order, but for those of another kind. */
  const passed = new Map<string, number[]>();

  const nextFields = () => {
    if (next - blockStart === block.length) {
      blockStart = next;
      block = rows.fields(next, Math.min(next + BLOCK, rows.count));
    }
    return block[next++ - blockStart] ?? [];
  };
  return {
    find(result, own) {
      const same = passed.size > 0 ? passed.get(keyOf(result, own)) : undefined;
      const row = same?.shift();
      if (row !== undefined) return row;
      while (next < rows.count) {
        const fields = nextFields();
        if (isSame(fields, result, own)) return next - 1;
        const key = keyOf(fields, 0);
        const others = passed.get(key);
        if (others === undefined) passed.set(key, [next - 1]);
        else others.push(next - 1);
      }
      throw new DecodeError("decode.results", "The results of a job hold a row that was not sent.", {
        hint: "Look at the job's own results: its records were written all the same.",
      });
    },
  };
}

function isSame(fields: readonly string[], result: readonly string[], own: number): boolean {
  if (fields.length !== result.length - own) return false;
  for (let place = 0; place < fields.length; place++) {
    const field = fields[place] ?? "";
    const other = result[place + own] ?? "";
    if (field !== other && normal(field) !== normal(other)) return false;
  }
  return true;
}

function keyOf(fields: readonly string[], own: number): string {
  let key = "";
  for (let place = own; place < fields.length; place++) key += `${normal(fields[place] ?? "")}\u0000`;
  return key;
}

/** Line ends and white space at the ends may come back otherwise. */
function normal(field: string): string {
  return field.replaceAll("\r\n", "\n").trim();
}
