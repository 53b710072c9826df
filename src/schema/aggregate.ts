import type { BrandOf } from "./brand.js";
import type { NameFields } from "./compound.js";
import type { Order } from "./order-by.js";
import type { Fields, Flat, Get, Parents, Polymorphic, Target } from "./schema.js";
import type { NoExtraName, SelectError } from "./select.js";
import type { Condition, Where } from "./where.js";

/** Functions that give a number for a day or a moment. */
export type DateFunction =
  | "calendarMonth"
  | "calendarQuarter"
  | "calendarYear"
  | "dayInMonth"
  | "dayInWeek"
  | "dayInYear"
  | "dayOnly"
  | "fiscalMonth"
  | "fiscalQuarter"
  | "fiscalYear"
  | "hourInDay"
  | "weekInMonth"
  | "weekInYear";

type FieldsOfKind<F, Kind> = {
  [K in keyof F]-?: BrandOf<NonNullable<F[K]>> extends infer B
    ? [B] extends [never]
      ? never
      : B extends Kind
        ? K
        : never
    : never;
}[keyof F];
type NumberFields<F> = { [K in keyof F]-?: [NonNullable<F[K]>] extends [number] ? K : never }[keyof F];

/** `{ calendarYear: "CloseDate" }`: one date function and the field it is of. */
export type DateGroup<S, N extends keyof S> = {
  [D in DateFunction]: { [K in D]: FieldsOfKind<Fields<S, N>, "date" | "datetime"> } & {
    [K in Exclude<DateFunction, D>]?: never;
  };
}[DateFunction];

/** What to group by: fields, fields of parents; every other key names a date function of a field. */
export type GroupBy<S, N extends keyof S> = {
  [F in keyof Fields<S, N> as F extends Get<S[N], "notGroupable"> ? never : F]?: true;
} & { [P in keyof Parents<S, N>]?: GroupBy<S, Target<S, Parents<S, N>[P]>> } & {
  [P in keyof Polymorphic<S, N>]?: { [F in keyof NameFields]?: true };
};

/** Of an aggregate over all records. */
export type NoGroup = Record<never, never>;

/** Refuses keys that are neither a field that can be grouped by, nor a parent, nor a date function. */
export type NoExtraGroup<S, N extends keyof S, G> = {
  [K in keyof G]: K extends keyof Fields<S, N>
    ? K extends Get<S[N], "notGroupable">
      ? SelectError<`'${K & string}' of ${N & string} cannot be grouped by`>
      : true
    : K extends keyof Parents<S, N>
      ? NoExtraGroup<S, Target<S, Parents<S, N>[K]>, G[K]>
      : K extends keyof Polymorphic<S, N>
        ? NoExtraName<G[K]>
        : G[K] extends true
          ? SelectError<`'${K & string}' is not a field of ${N & string}`>
          : DateGroup<S, N>;
};

/** One aggregate, as `{ sum: "Amount" }`; `{ count: true }` counts records. */
export type Aggregate<S, N extends keyof S> =
  | { count: true | keyof Fields<S, N> }
  | { countDistinct: keyof Fields<S, N> }
  | { sum: NumberFields<Fields<S, N>> }
  | { avg: NumberFields<Fields<S, N>> }
  | { min: keyof Fields<S, N> }
  | { max: keyof Fields<S, N> }
  | { grouping: keyof Fields<S, N> };

/** Aggregates by the name they are to have in the row. */
export type AggregateSelect<S, N extends keyof S> = { [name: string]: Aggregate<S, N> };

/** Refuses aggregates of fields that cannot be aggregated. */
export type OnlyAggregatable<S, N extends keyof S, Sel> = {
  [Name in keyof Sel]: {
    [A in keyof Sel[Name]]: A extends "grouping"
      ? unknown
      : Sel[Name][A] extends Get<S[N], "notAggregatable">
        ? SelectError<`'${Sel[Name][A] & string}' of ${N & string} cannot be aggregated`>
        : unknown;
  };
};

type AggregateValue<F, A> = A extends { count: unknown } | { countDistinct: unknown }
  ? number
  : A extends { grouping: unknown }
    ? 0 | 1
    : A extends { min: infer K extends keyof F } | { max: infer K extends keyof F }
      ? F[K] | null
      : number | null;

/** What `aggregate` takes. */
export interface AggregateArgs<S, N extends keyof S, G, Sel, Subtotals> {
  /** Aggregates by the name they are to have in the row. */
  select: Sel & OnlyAggregatable<S, N, Sel>;
  /** Left out: one row over all records. */
  groupBy?: G;
  /** Adds subtotals: `"rollup"` of every leading part of `groupBy`, `"cube"` of every combination. At most three fields. */
  subtotals?: Subtotals;
  /** Conditions on the records that are counted. */
  where?: Where<S, N>;
  /** Conditions on the aggregates, by their names. */
  having?: { [K in keyof Sel]?: Condition<AggregateValue<Fields<S, N>, Sel[K]>> };
  orderBy?: AggregateOrder<NoInfer<G>, Sel> | readonly AggregateOrder<NoInfer<G>, Sel>[];
  /** At most this many rows. Only with `groupBy`. */
  limit?: number;
  /** Also deleted, merged and archived records: `GET /queryAll`. Default: false. */
  allRows?: boolean;
}

// No empty type beside the other: the compiler would take any key.
type AggregateOrder<G, Sel> = { [K in keyof Sel]?: Order } & ([keyof G] extends [never]
  ? unknown
  : GroupOrder<G>);
type GroupOrder<G> = {
  [K in keyof G]?: G[K] extends true | { [D in DateFunction]?: string } ? Order : GroupOrder<G[K]>;
};

/** One row of `aggregate`: what was grouped by, and the aggregates. */
export type AggregateRow<S, N extends keyof S, G, Sel, Subtotals> = Flat<
  GroupRow<S, N, G, [Subtotals] extends [string] ? null : never> & {
    [K in keyof Sel]: AggregateValue<Fields<S, N>, Sel[K]>;
  }
>;

type GroupRow<S, N extends keyof S, G, Empty> = {
  [K in keyof G]: K extends keyof Fields<S, N>
    ? Fields<S, N>[K] | Empty
    : K extends keyof Parents<S, N>
      ? Flat<GroupRow<S, Target<S, Parents<S, N>[K]>, G[K], Empty | NullOf<Parents<S, N>[K]>>>
      : K extends keyof Polymorphic<S, N>
        ? { [F in keyof G[K] & keyof NameFields]: NameFields[F] | null }
        : DateNumber<G[K]> | null;
};

type DateNumber<D> = D extends { dayOnly: string } ? string : number;
type NullOf<T> = null extends T ? null : never;
