/** What the server is to have. */
export const newSettings = () => ({
  /** Rows that a query finds. */
  queryRows: 2_000,
  /** Milliseconds before a page of a query is answered. */
  pageMs: 0,
  /** Rows that a bulk query finds. */
  bulkRows: 0,
  /** Rows of a page of its results. */
  bulkPageRows: 250_000,
  /** Whether uploads are kept, so that their results can tell of each row. */
  keepsUploads: false,
});

/** What the server has seen since it was last configured. */
export const newCounts = () => ({ requests: {}, uploads: 0, uploadedRows: 0, uploadedBytes: 0 });

export const state = { settings: newSettings(), counts: newCounts() };
