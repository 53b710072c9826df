/** A record's values by column, in the order they were given. */
export type Columns = readonly (readonly [column: string, text: string])[];

/** What `typeof` says of a column's values that are not null; undefined where there are none. */
export type ColumnKind = "string" | "number" | "boolean" | undefined;

/** How records are read as columns, and made of them again. */
export interface RowReader {
  /** @throws SettingsError where the record cannot be sent */
  columnsOf(input: unknown, index: number): Columns;
  /** The text of a value in the column of its own name; undefined where `columnsOf` has to tell. */
  textOf(value: unknown): string | undefined;
  /** Whether a value is told from its text and the kind of value that its column has. */
  isTold(value: unknown, kind: ColumnKind): boolean;
  /** The record again whose values are all told. */
  inputOf(columns: readonly string[], fields: readonly string[], kinds: readonly ColumnKind[]): unknown;
}
