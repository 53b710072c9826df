export interface WriteOptions {
  /** Between fields: one character. Default: a comma. */
  readonly delimiter?: string;
  /** After each row. Default: a line feed. */
  readonly lineEnding?: "\n" | "\r\n";
}

/** One row as CSV (RFC 4180), its line end included. Fields are quoted where they have to be. */
export function writeRow(
  fields: readonly string[],
  { delimiter = ",", lineEnding = "\n" }: WriteOptions = {},
): string {
  // A row of one empty field would be a blank line, which means nothing.
  if (fields.length === 1 && fields[0] === "") return `""${lineEnding}`;
  return fields.map((field) => writeField(field, delimiter)).join(delimiter) + lineEnding;
}

/** A field as CSV, in quotes where it has to be: also where it begins or ends with white space, which some drop. */
export function writeField(field: string, delimiter = ","): string {
  if (field === "") return field;
  const isPlain =
    !SPECIAL.test(field) &&
    (delimiter === "," || !field.includes(delimiter)) &&
    !isSpace(field.charCodeAt(0)) &&
    !isSpace(field.charCodeAt(field.length - 1));
  return isPlain ? field : `"${field.replaceAll('"', '""')}"`;
}

const SPECIAL = /[",\r\n]/;
const SPACE = 0x20;
const FIRST_WIDE_SPACE = 0x85;

/** The byte order mark counts as one. */
export function isSpace(unit: number): boolean {
  return unit <= SPACE || (unit >= FIRST_WIDE_SPACE && /\s/.test(String.fromCharCode(unit)));
}
