// CSV as one would write it by hand for this job alone, and no more careful than it has to be: the limit.

/** Reads chunks of text; calls `onRow` with an object by column. */
export class CsvReader {
  #rest = "";
  #columns;
  #onRow;

  constructor(onRow) {
    this.#onRow = onRow;
  }

  push(chunk) {
    const text = this.#rest + chunk;
    let start = 0;
    let fields = [];
    for (let at = 0; at < text.length; ) {
      const isQuoted = text.charCodeAt(at) === 34;
      const end = isQuoted ? closing(text, at) : unquotedEnd(text, at);
      if (end < 0) break;
      const field = isQuoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
      fields.push(isQuoted && field.includes('"') ? field.replaceAll('""', '"') : field);
      at = end + 1;
      if (text.charCodeAt(end) !== 10) continue;
      this.#take(fields);
      fields = [];
      start = at;
    }
    this.#rest = text.slice(start);
  }

  #take(fields) {
    if (this.#columns === undefined) {
      this.#columns = fields;
      return;
    }
    const row = {};
    for (let index = 0; index < fields.length; index++) row[this.#columns[index]] = fields[index];
    this.#onRow(row);
  }
}

/** Where the field ends that begins with a quote at `from`; less than 0 where its end has not come. */
function closing(text, from) {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === 34) at = text.indexOf('"', at + 2);
  return at < 0 || at + 1 >= text.length ? -1 : at + 1;
}

function unquotedEnd(text, from) {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 44 || code === 10) return at;
  }
  return -1;
}

const SPECIAL = /[",\n]/;

function field(value) {
  if (value === null || value === undefined) return "";
  const text = String(value);
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Characters that are sent together. */
const PIECE = 65_536;

/** The CSV of the next records of a source, in pieces, until `most` bytes were made or there are no more. */
export function* csvPieces(source, columns, most) {
  let text = `${columns.join(",")}\n`;
  for (let made = 0; made < most; ) {
    const { done, value } = source.records.next();
    if (done) {
      source.isDone = true;
      break;
    }
    text += `${columns.map((column) => field(value[column])).join(",")}\n`;
    if (text.length < PIECE) continue;
    const piece = Buffer.from(text);
    made += piece.length;
    text = "";
    yield piece;
  }
  if (text !== "") yield Buffer.from(text);
}
