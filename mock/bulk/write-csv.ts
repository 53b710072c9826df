import Papa from "papaparse";
import { type CsvFormat, delimiterOf, newlineOf } from "./csv-format.js";

/** Rows as Salesforce writes them: every value between quotes, and a line end after each row. */
export function writeCsv(
  format: CsvFormat,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const newline = newlineOf(format);
  const text = Papa.unparse([columns as string[], ...(rows as string[][])], {
    quotes: true,
    delimiter: delimiterOf(format),
    newline,
  });
  return text + newline;
}
