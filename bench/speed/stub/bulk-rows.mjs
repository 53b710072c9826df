// The rows of a bulk query, made as they are sent: any number of them, each with an id of its own.
const COLUMNS = [
  "Id",
  "Name",
  "Industry",
  "AnnualRevenue",
  "NumberOfEmployees",
  "Phone",
  "BillingStreet",
  "BillingCity",
  "Description",
  "CreatedDate",
];
export const HEADER = Buffer.from(`${COLUMNS.map((column) => `"${column}"`).join(",")}\n`);

/** Rows that are made together: what differs between blocks is the upper part of the ids alone. */
const BLOCK_ROWS = 1_000;
/** Of `"001`, after which the number begins. */
const NUMBER_AT = 4;
const UPPER_DIGITS = 9;

/** About 230 bytes. Some fields have what CSV must quote: commas, quotes and line feeds. */
function rowText(number) {
  const street = number % 20 === 0 ? `Ring ${number},\nStiege 2` : `Hauptstraße ${number}`;
  const description =
    number % 7 === 0
      ? `He said ""ok"" about deal ${number} and will call back next week`
      : `Plain description text number ${number} with some more words to fill the row`;
  const fields = [
    `001${String(number).padStart(12, "0")}AAA`,
    `Account number ${number} Österreich GmbH`,
    ["Banking", "Energy", "Media", ""][number % 4],
    (number * 1000.5).toFixed(2),
    String(number),
    `+43 1 555 ${String(number).padStart(4, "0")}`,
    street,
    "Wien",
    description,
    "2026-01-15T10:20:30.000Z",
  ];
  return `${fields.map((field) => `"${field}"`).join(",")}\n`;
}

const texts = Array.from({ length: BLOCK_ROWS }, (_, number) => Buffer.from(rowText(number)));
const TEMPLATE = Buffer.concat(texts);
/** Where each row begins, and where the last one ends. */
const STARTS = [0];
for (const text of texts) STARTS.push(STARTS.at(-1) + text.length);

function block(number) {
  const bytes = Buffer.from(TEMPLATE);
  const upper = Buffer.from(String(number).padStart(UPPER_DIGITS, "0"));
  for (let row = 0; row < BLOCK_ROWS; row++) bytes.set(upper, STARTS[row] + NUMBER_AT);
  return bytes;
}

/** The CSV of rows, the header first; `to` is not among them. */
export function* bulkRows(from, to) {
  yield HEADER;
  for (let at = from; at < to; ) {
    const number = Math.floor(at / BLOCK_ROWS);
    const first = number * BLOCK_ROWS;
    const end = Math.min(to, first + BLOCK_ROWS);
    yield block(number).subarray(STARTS[at - first], STARTS[end - first]);
    at = end;
  }
}
