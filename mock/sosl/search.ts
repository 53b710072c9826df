/** The most records a search gives. */
export const MAX_RESULTS = 2_000;

/** Which fields are searched. */
export type SearchScope = "ALL" | "NAME" | "EMAIL" | "PHONE" | "SIDEBAR";

/** What a search returns of one object. */
export interface Returning {
  readonly object: string;
  /** As they stand in a SELECT list. */
  readonly fields: string;
  /** WHERE and ORDER BY as they were written. */
  readonly clauses: string;
  readonly limit: number | undefined;
  readonly offset: number;
}

/** A search, whether it came as SOSL or as parameters. */
export interface Search {
  /** What SOSL has in the braces of FIND. */
  readonly terms: string;
  readonly scope: SearchScope;
  /** Undefined for the ids of every object. */
  readonly returning: readonly Returning[] | undefined;
  readonly limit: number;
}
