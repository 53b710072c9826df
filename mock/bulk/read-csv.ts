import Papa from "papaparse";
import { type CsvFormat, delimiterOf, newlineOf } from "./csv-format.js";

/** The rows of a job's data, the first of them naming the columns; the reason where they cannot be told. */
export function readCsv(
  format: CsvFormat,
  text: string,
):
  | { readonly columns: readonly string[]; readonly rows: readonly string[][] }
  | { readonly problem: string } {
  const [header = ""] = text.split("\n", 1);
  if (header.endsWith("\r") !== (format.lineEnding === "CRLF") && text.includes("\n")) {
    return {
      problem: `LineEnding is invalid on user data. Current LineEnding setting is ${format.lineEnding}`,
    };
  }
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimiter: delimiterOf(format),
    newline: newlineOf(format),
    skipEmptyLines: true,
  });
  const [columns, ...rows] = data;
  const quotes = errors.find((error) => error.type === "Quotes");
  if (quotes !== undefined) return { problem: `Failed to parse CSV: ${quotes.message}` };
  if (columns === undefined) return { problem: "Failed to parse CSV header. Must not be null or empty" };
  const uneven = rows.find((row) => row.length !== columns.length);
  if (uneven !== undefined) {
    const message = `Failed to parse CSV: Found a row of ${uneven.length} fields where the header has ${columns.length}`;
    return { problem: message };
  }
  return { columns, rows };
}
