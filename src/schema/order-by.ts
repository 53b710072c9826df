import type { Fields, Get, Parents, Target } from "./schema.js";

export type Direction = "asc" | "desc";

/** How to sort by one field. */
export type Order = Direction | { direction: Direction; nulls?: "first" | "last" };

/** Fields to sort by, on the object or its parents. */
export type OrderBy<S, N extends keyof S> = SortableFields<Fields<S, N>, Get<S[N], "notSortable">> & {
  [P in keyof Parents<S, N>]?: OrderBy<S, Target<S, Parents<S, N>[P]>>;
};

type SortableFields<F, Excluded> = { [K in keyof F as K extends Excluded ? never : K]?: Order };
