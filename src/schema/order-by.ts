import type { Fields, Get, Parents, Target } from "./schema.js";

export type Direction = "asc" | "desc";

/** How to sort by one field. */
export type Order = Direction | { direction: Direction; nulls?: "first" | "last" };

/** Fields to sort by, on the object or its parents. */
export type OrderBy<S, N extends keyof S> = SortableFields<Fields<S, N>, Get<S[N], "notSortable">> & {
  [P in keyof Parents<S, N>]?: OrderBy<S, Target<S, Parents<S, N>[P]>>;
};

/** Keys are not filtered here: that alone would cost the compiler a tenth of every query. */
type SortableFields<F, Excluded> = {
  [K in keyof F]?: K extends Excluded ? NotSortable<K> : Order;
};

/** The type of a field that cannot be sorted by, so that the error names it. */
interface NotSortable<K> {
  readonly error: `'${K & string}' cannot be sorted by`;
}
