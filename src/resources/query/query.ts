/**
 * The rows of a query. Nothing is sent until rows are asked for, and each way of asking sends it anew.
 * Results are followed to their end, child rows included: nothing is cut off silently.
 */
export interface Query<Row> extends AsyncIterable<Row> {
  /** The SOQL text that is sent; `first` of a `find` adds LIMIT 1. */
  readonly soql: string;
  /** All rows. Memory grows with their number; iterate instead where there may be many. */
  all(): Promise<Row[]>;
  /** The first row, or null where there is none. No more than needed is read. */
  first(): Promise<Row | null>;
  /** Page by page, as Salesforce answers them (up to 2,000 rows each). */
  pages(): AsyncIterable<Row[]>;
}
