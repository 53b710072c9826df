import Papa from "papaparse";
import { type CsvFormat, delimiterOf, newlineOf } from "./csv-format.js";

/**
 * Rows as Salesforce writes them: every value between quotes, and a line end after each row. Names of columns that an
 * upload brought stand last in the first row, without quotes.
 */
export function writeCsv(
  format: CsvFormat,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  uploaded: readonly string[] = [],
): string {
  const delimiter = delimiterOf(format);
  const newline = newlineOf(format);
  const header = [...columns.map((name) => `"${name}"`), ...uploaded].join(delimiter) + newline;
  if (rows.length === 0) return header;
  return header + Papa.unparse(rows as string[][], { quotes: true, delimiter, newline }) + newline;
}
