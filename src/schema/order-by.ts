import type { Fields, Get, Parents, Target } from "./schema.js";

export type Direction = "asc" | "desc";

/** How to sort by one field. */
export type Order = Direction | { direction: Direction; nulls?: "first" | "last" };

/** Fields to sort by, on the object or its parents. */
export type OrderBy<S, N extends keyof S> = SortableFields<Fields<S, N>, Get<S[N], "notSortable">> &
  ([keyof Parents<S, N>] extends [never]
    ? unknown
    : { [P in keyof Parents<S, N>]?: OrderBy<S, Target<S, Parents<S, N>[P]>> });

/**
 * Two types, as to ask of each key whether it can be sorted by would cost the compiler an eighth of every query. None
 * may be empty: next to an empty one the compiler takes a list for the whole, whatever is in it.
 */
type SortableFields<F, Excluded> = { [K in keyof F]?: Order } & ([Excluded] extends [never]
  ? unknown
  : { [K in Excluded & keyof F]?: NotSortable<`'${K & string}' cannot be sorted by`> });

/** The type of a field that cannot be sorted by, so that the error names it. */
interface NotSortable<Message extends string> {
  readonly error: Message;
}
