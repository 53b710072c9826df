/** The rows of a query. Which they are is settled; each is made when its page is read. */
export interface ResultSet {
  /** What the answer calls totalSize: `COUNT()` has a size and no rows. */
  readonly totalSize: number;
  readonly length: number;
  rows(from: number, to: number): unknown[];
}

/** The rows of records, each made by `project`. */
export function recordSet<T>(records: readonly T[], project: (record: T) => unknown): ResultSet {
  return {
    totalSize: records.length,
    length: records.length,
    rows: (from, to) => records.slice(from, to).map(project),
  };
}
