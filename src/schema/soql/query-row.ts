import type { Children, Fields, Flat, Get, Parents, Polymorphic, Target } from "../schema.js";
import type { NullOf, PathEnd, PathValue } from "./field-path.js";
import type { AggregateResults, DateResults, FieldResults } from "./functions.js";
import type { NameIn } from "./names.js";
import type { PathsIn } from "./own-names.js";
import type { PathsRow, WireRow } from "./record.js";
import type { Call, Parts, PartsOf } from "./select-list.js";
import type { TypeofRow } from "./typeof-row.js";

/** The rows of a subquery, in the form they have on the wire. */
export interface ChildRows<Row> {
  totalSize: number;
  done: true;
  records: Row[];
}

/** The row of a query of `N`; `never` for COUNT(), which answers a size and no rows. */
export type QueryRow<S, N extends keyof S, P extends Parts> =
  IsGrouped<P> extends true
    ? IsCount<P> extends true
      ? never
      : GroupedRow<S, N, P>
    : P["calls"] extends readonly []
      ? WireRow<N, PathsRow<S, N, PathsIn<S, N, P["plain"], P>>>
      : WireRow<N, PathsRow<S, N, PathsIn<S, N, P["plain"], P>> & CallsRow<S, N, P["calls"], P>>;

/** Whether rows are groups rather than records. */
export type IsGrouped<P extends Parts> =
  true extends IsAggregate<P["calls"][number]>
    ? true
    : Uppercase<P["tail"]> extends `GROUP BY ${string}` | `${string} GROUP BY ${string}`
      ? true
      : false;

type IsAggregate<C extends Call> = C extends unknown
  ? Uppercase<C["name"]> extends keyof AggregateResults<unknown>
    ? true
    : Uppercase<C["body"]> extends `${keyof AggregateResults<unknown>}(${string}`
      ? true
      : false
  : never;

type IsCount<P extends Parts> = [P["plain"], P["calls"]] extends [never, readonly [Call]]
  ? P["calls"][0]["body"] extends "" | " "
    ? P["calls"][0]["as"] extends ""
      ? true
      : false
    : false
  : false;

/** The field a function is of, functions between them left out. */
export type Argument<Body extends string> = Body extends `${string}(${infer Inner})` ? Argument<Inner> : Body;

type CallsRow<S, N extends keyof S, Calls, P extends Parts, Done = unknown> = Calls extends readonly [
  infer First extends Call,
  ...infer Rest,
]
  ? CallsRow<S, N, Rest, P, Done & CallRow<S, N, First, P>>
  : Done;

type CallRow<S, N extends keyof S, C extends Call, P extends Parts> = C["name"] extends ""
  ? ChildRow<S, N, PartsOf<C["body"]>>
  : Uppercase<C["name"]> extends infer Name
    ? Name extends "TYPEOF"
      ? TypeofRow<S, N, C["body"]>
      : Name extends "FIELDS"
        ? FieldsRow<Fields<S, N>, Uppercase<C["body"]>>
        : Name extends keyof FieldResults<unknown>
          ? FieldCallRow<S, N, PathsIn<S, N, Argument<C["body"]>, P>, C["as"], Name>
          : { [K in C["as"]]: number | null }
    : never;

type ChildRow<S, N extends keyof S, Body> = Body extends Parts
  ? {
      [K in ChildName<S, N, Body> & string]: ChildRows<
        QueryRow<S, Target<S, Get<Children<S, N>, K>>, Body>
      > | null;
    }
  : unknown;

/** The child relationship a subquery is over. The object's own name may stand before it. */
export type ChildName<S, N extends keyof S, Body extends Parts> = NameIn<
  Children<S, N>,
  Body["from"] extends `${string}.${infer Name}` ? Name : Body["from"]
>;

/** FIELDS() selects what the user may see: any of the fields may be missing. */
type FieldsRow<F, Which> = Which extends "CUSTOM"
  ? { [K in keyof F as K extends `${string}__${string}` ? K : never]?: F[K] }
  : Which extends "STANDARD"
    ? { [K in keyof F as K extends `${string}__${string}` ? never : K]?: F[K] }
    : { [K in keyof F]?: F[K] };

type FieldCallRow<
  S,
  N extends keyof S,
  Path,
  As extends string,
  Name extends keyof FieldResults<unknown>,
> = As extends ""
  ? NestedRow<S, N, Path, FieldResults<PathValue<S, N, Path>>[Name]>
  : { [K in As]: FieldResults<PathValue<S, N, Path>>[Name] };

/** A value where its path puts it. */
type NestedRow<S, N extends keyof S, Path, Value> = Path extends `${infer Head}.${infer Rest}`
  ? {
      [K in (NameIn<Parents<S, N>, Head> | NameIn<Polymorphic<S, N>, Head>) &
        string]: K extends keyof Parents<S, N>
        ? ParentCallRow<S, Target<S, Parents<S, N>[K]>, Rest, Value> | NullOf<Parents<S, N>[K]>
        : WireRow<"Name", { [R in Rest]: Value }> | NullOf<Get<Polymorphic<S, N>, K>>;
    }
  : { [K in NameIn<Fields<S, N>, Path> & string]: Value };

type ParentCallRow<S, N extends keyof S, Path, Value> = WireRow<N, NestedRow<S, N, Path, Value>>;

type GroupedRow<S, N extends keyof S, P extends Parts> = Flat<
  { attributes: { type: "AggregateResult" } } & GroupedPlain<
    S,
    N,
    P,
    PathsIn<S, N, P["plain"], P>,
    SubtotalNull<Uppercase<P["tail"]>>
  > &
    GroupedCalls<S, N, P>
>;

/** Rows of subtotals hold null in what they sum over. */
type SubtotalNull<Tail> = Tail extends `${string}GROUP BY ROLLUP${string}` | `${string}GROUP BY CUBE${string}`
  ? null
  : never;

type GroupedPlain<S, N extends keyof S, P extends Parts, Items, Empty> = {
  [Item in Items as GroupedKey<S, N, Item> & string]:
    | PathValue<S, N, PathsIn<S, N, WithoutAlias<Item>, P>>
    | Empty;
};

export type WithoutAlias<Item> = Item extends `${infer Path} ${string}` ? Path : Item;

type GroupedKey<S, N extends keyof S, Item> = Item extends `${string} ${infer As}` ? As : PathEnd<S, N, Item>;

type GroupedCalls<S, N extends keyof S, P extends Parts> = {
  [C in Named<P["calls"]> as C["as"]]: GroupedValue<S, N, C, P>;
};

/** The calls with a name each: those that were given none are expr0, expr1 and so on. */
type Named<
  Calls extends readonly Call[],
  Done = never,
  Unnamed extends unknown[] = [],
> = Calls extends readonly [infer First extends Call, ...infer Rest extends readonly Call[]]
  ? First["as"] extends ""
    ? Named<Rest, Done | As<First, `expr${Unnamed["length"]}`>, [...Unnamed, 0]>
    : Named<Rest, Done | First, Unnamed>
  : Done;

type As<C extends Call, Name extends string> = { name: C["name"]; body: C["body"]; as: Name };

type GroupedValue<S, N extends keyof S, C extends Call, P extends Parts> =
  Uppercase<C["name"]> extends infer Name
    ? Name extends keyof AggregateResults<unknown>
      ? AggregateResults<PathValue<S, N, PathsIn<S, N, Argument<C["body"]>, P>>>[Name]
      : Name extends keyof DateResults
        ? DateResults[Name]
        : Name extends "CONVERTCURRENCY"
          ? number | null
          : string | null
    : never;
