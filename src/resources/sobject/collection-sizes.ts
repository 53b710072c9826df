/** Salesforce writes no more records in one request, */
export const LARGEST_WRITE = 200;
/** and reads no more. */
export const LARGEST_RETRIEVE = 2_000;
