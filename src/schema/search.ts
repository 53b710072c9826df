import type { OrderBy } from "./order-by.js";
import type { Row } from "./row.js";
import type { Fields, Get, ObjectName, Parents, Polymorphic, Target } from "./schema.js";
import type { NoExtraSearched, ParentSelect, PolymorphicSelect, SelectError } from "./select.js";
import type { Where } from "./where.js";

/** Which fields are searched: of all kinds, of names, e-mail addresses or phone numbers, or as the sidebar does. */
export type SearchScope = "all" | "name" | "email" | "phone" | "sidebar";

/** What to read of the records found: their fields, and those of their parents. */
export type SearchSelect<S, N extends keyof S> = { [F in keyof Fields<S, N>]?: true } & {
  [P in keyof Parents<S, N>]?: ParentSelect<S, Target<S, Parents<S, N>[P]>>;
} & { [P in keyof Polymorphic<S, N>]?: PolymorphicSelect };

/** What to give of the records of one object. */
export interface SearchedObject<S, N extends keyof S> {
  select: SearchSelect<S, N>;
  /** Conditions that must hold, too. */
  where?: Where<S, N>;
  /** Left out: those that fit best come first. */
  orderBy?: OrderBy<S, N> | readonly OrderBy<S, N>[];
  /** At most this many records of the object. */
  limit?: number;
  /** Skip this many records of the object (Salesforce allows at most 2,000). */
  offset?: number;
}

/** The objects to look among, as `{ Account: { select: { Name: true } } }`. */
export type Returning<S> = { [N in ObjectName<S>]?: SearchedObject<S, N> };

/** Refuses what is no object, and what `SearchedObject` does not know. */
export type NoExtraReturning<S, R> = {
  [N in keyof R]: N extends ObjectName<S>
    ? NoExtraSearched<S, N, R[N]>
    : SelectError<`'${N & string}' is not an object of this client`>;
};

/** What to search for, and where. */
export interface SearchArgs<R> {
  /**
   * What to look for. Text is looked for as it is, as a person types it: all of its words. `{ sosl }` is for
   * wildcards (`*`, `?`), operators (`AND`, `OR`, `AND NOT`) and quotes, as `{ sosl: "acm* OR bolt" }`.
   */
  find: string | { sosl: string };
  /** Default: `"all"`. */
  in?: SearchScope;
  returning: R;
  /** At most this many records in all. Default and most: 2,000. */
  limit?: number;
}

/** The rows found of each object that was asked for. */
export type SearchResult<S, R> = {
  [N in keyof R]: Row<S, N & keyof S, Get<R[N], "select">>[];
};
