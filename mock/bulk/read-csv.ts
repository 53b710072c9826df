import Papa from "papaparse";
import { type CsvFormat, delimiterOf, newlineOf } from "./csv-format.js";
import { quotesAreRight } from "./csv-quotes.js";

/** Characters of a value. */
const MAX_VALUE = 32_000;
const MAX_COLUMNS = 5_000;
/** Characters of a row. */
const MAX_ROW = 400_000;

const UNESCAPED =
  "InvalidBatch : Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote";

/** What the data of a job says. */
export type ReadCsv =
  | { readonly columns: readonly string[]; readonly rows: readonly string[][] }
  | { readonly problem: string };

/** The rows of a job's data, the first of them naming the columns; a job's error where they cannot be told. */
export function readCsv(format: CsvFormat, text: string): ReadCsv {
  if (!hasLineEnding(format, text)) {
    return {
      problem: `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${format.lineEnding}`,
    };
  }
  const delimiter = delimiterOf(format);
  if (!quotesAreRight(text, delimiter)) return { problem: UNESCAPED };
  // To Salesforce a byte order mark is a part of the first name: papaparse takes away one.
  const marked = text.startsWith("\uFEFF") ? `\uFEFF${text}` : text;
  const { data } = Papa.parse<string[]>(marked, {
    delimiter,
    newline: newlineOf(format),
    skipEmptyLines: true,
  });
  const [columns, ...rows] = data;
  if (columns === undefined) return invalidBatch("Failed to parse CSV header. Must not be null or empty");
  return rowProblem(columns, rows) ?? { columns, rows };
}

/** The first line tells. */
function hasLineEnding({ lineEnding }: CsvFormat, text: string): boolean {
  const end = text.indexOf("\n");
  return end < 0 || (text[end - 1] === "\r") === (lineEnding === "CRLF");
}

function rowProblem(columns: readonly string[], rows: readonly string[][]): ReadCsv | undefined {
  if (columns.length > MAX_COLUMNS) return invalidBatch(`A record can have at most ${MAX_COLUMNS} fields`);
  for (const row of rows) {
    if (row.length !== columns.length) {
      const message = `Failed to parse CSV: Found a row of ${row.length} fields where the header has ${columns.length}`;
      return invalidBatch(message);
    }
    let length = 0;
    for (const value of row) {
      if (value.length > MAX_VALUE) return invalidBatch(`A field can have at most ${MAX_VALUE} characters`);
      length += value.length;
    }
    if (length > MAX_ROW) return invalidBatch(`A record can have at most ${MAX_ROW} characters`);
  }
  return undefined;
}

function invalidBatch(why: string): ReadCsv {
  return { problem: `InvalidBatch : ${why}` };
}
