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
  return fields.map((field) => quoted(field, delimiter)).join(delimiter) + lineEnding;
}

function quoted(field: string, delimiter: string): string {
  return field.includes(delimiter) || /["\r\n]|^\s|\s$|^\uFEFF/.test(field)
    ? `"${field.replaceAll('"', '""')}"`
    : field;
}
