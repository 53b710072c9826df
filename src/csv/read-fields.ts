import { DecodeError } from "../errors.js";

/**
 * The fields of one row.
 *
 * @throws DecodeError where quotes stand in the middle of a field
 */
export function readFields(row: string, delimiter: string): string[] {
  if (!row.includes('"')) return row.split(delimiter);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const isQuoted = row[at] === '"';
    const end = isQuoted ? closingQuote(row, at + 1) + 1 : unquotedEnd(row, at, delimiter);
    const text = isQuoted ? row.slice(at + 1, end - 1) : row.slice(at, end);
    fields.push(isQuoted && text.includes('"') ? text.replaceAll('""', '"') : text);
    if (end === row.length) return fields;
    if (row[end] !== delimiter || (!isQuoted && text.includes('"'))) throw malformed();
    at = end + 1;
  }
}

/** Where the quotes end that begin before `from`; doubled ones stand for one of the field. */
function closingQuote(row: string, from: number): number {
  let at = row.indexOf('"', from);
  while (at >= 0 && row[at + 1] === '"') at = row.indexOf('"', at + 2);
  if (at < 0) throw malformed();
  return at;
}

function unquotedEnd(row: string, from: number, delimiter: string): number {
  const end = row.indexOf(delimiter, from);
  return end < 0 ? row.length : end;
}

function malformed(): DecodeError {
  return new DecodeError("decode.csv", "The CSV has quotes where none can stand.");
}
