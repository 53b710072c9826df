const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Counts the rows of CSV, wherever its chunks are cut. */
export class CsvRowCount {
  rows = 0;
  #inQuotes = false;

  push(chunk) {
    let inQuotes = this.#inQuotes;
    let rows = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === QUOTE) inQuotes = !inQuotes;
      else if (byte === LINE_FEED && !inQuotes) rows++;
    }
    this.#inQuotes = inQuotes;
    this.rows += rows;
  }
}

/** What Salesforce says of an upload of which each row was written: all fields in quotes, with two before them. */
export function* successfulResults(chunks) {
  const decoder = new TextDecoder();
  let rest = "";
  let number = -1;
  for (const chunk of chunks) {
    const [rows, left] = splitRows(rest + decoder.decode(chunk, { stream: true }));
    rest = left;
    let text = "";
    for (const row of rows) {
      const told =
        number < 0 ? '"sf__Id","sf__Created",' : `"001${String(number).padStart(12, "0")}AAA","true",`;
      text += `${told}${quoted(row)}\n`;
      number++;
    }
    yield Buffer.from(text);
  }
}

function splitRows(text) {
  const rows = [];
  let start = 0;
  let from = 0;
  for (;;) {
    const end = text.indexOf("\n", from);
    if (end < 0) return [rows, text.slice(start)];
    from = end + 1;
    const row = text.slice(start, end);
    // A line feed after an odd number of quotes belongs to a field.
    if (row.includes('"') && row.split('"').length % 2 === 0) continue;
    rows.push(row);
    start = from;
  }
}

function quoted(row) {
  if (!row.includes('"')) return `"${row.replaceAll(",", '","')}"`;
  const fields = [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field]) => field);
  // Nothing stands after the last field but where a comma says that there is one more.
  if (!row.endsWith(",")) fields.pop();
  return fields.map((field) => (field.startsWith('"') ? field : `"${field}"`)).join(",");
}
