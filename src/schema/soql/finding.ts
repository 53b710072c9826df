import type { Children, Fields, Get, Target } from "../schema.js";
import type { ClauseFinding } from "./clauses.js";
import type { PathFinding } from "./field-path.js";
import type { AggregateResults, DateResults, FieldResults } from "./functions.js";
import type { UnknownName } from "./names.js";
import type { AliasIn, PathsIn } from "./own-names.js";
import type { Argument, ChildName, IsGrouped, WithoutAlias } from "./query-row.js";
import type { Call, NotUnderstood, Parts, PartsOf } from "./select-list.js";
import type { TypeofFinding } from "./typeof-row.js";

/** What is wrong with a query of `N`: messages that name it, `NotUnderstood`, or `never`. */
export type QueryFinding<S, N extends keyof S, P extends Parts> =
  | PlainFinding<S, N, P>
  | ListFinding<P["tail"], AliasIn<P["tail"]>>
  | ClauseFinding<S, N, P, IsGrouped<P>>
  | (P["calls"] extends readonly [] ? never : CallFinding<S, N, P["calls"][number], P, IsGrouped<P>>);

type PlainFinding<S, N extends keyof S, P extends Parts> = [P["plain"]] extends [keyof Fields<S, N>]
  ? never
  : IsGrouped<P> extends true
    ? PathFinding<S, N, WithoutAlias<PathsIn<S, N, P["plain"], P>>>
    : PathFinding<S, N, PathsIn<S, N, P["plain"], P>>;

/** `FROM Contact c, c.Account a` is more than these types read. */
type ListFinding<Tail extends string, Alias extends string> = [Alias] extends [never]
  ? never
  : Alias extends `${string},${string}` | "AS" | "as"
    ? NotUnderstood
    : Tail extends `${Alias} ,${string}`
      ? NotUnderstood
      : never;

type CallFinding<S, N extends keyof S, C, P extends Parts, Grouped> = C extends Call
  ? C["name"] extends ""
    ? ChildFinding<S, N, PartsOf<C["body"]>, Grouped>
    : FunctionFinding<S, N, C, P, Grouped, Uppercase<C["name"]>>
  : never;

type ChildFinding<S, N extends keyof S, Body, Grouped> = Grouped extends true
  ? NotUnderstood
  : Body extends Parts
    ? [ChildName<S, N, Body>] extends [never]
      ? UnknownName<Body["from"], `${N & string} has no child relationship '${Body["from"]}'`>
      : IsGrouped<Body> extends true
        ? NotUnderstood
        : QueryFinding<S, Target<S, Get<Children<S, N>, ChildName<S, N, Body>>>, Body>
    : NotUnderstood;

type FunctionFinding<
  S,
  N extends keyof S,
  C extends Call,
  P extends Parts,
  Grouped,
  Name,
> = Grouped extends true
  ? GroupedFinding<S, N, C, P, Name>
  : Name extends "TYPEOF"
    ? TypeofFinding<S, N, C["body"]>
    : Name extends "FIELDS"
      ? Uppercase<C["body"]> extends "ALL" | "STANDARD" | "CUSTOM"
        ? never
        : NotUnderstood
      : Name extends keyof FieldResults<unknown>
        ? ArgumentFinding<S, N, C["body"], C["as"], P>
        : Name extends "DISTANCE"
          ? C["as"] extends ""
            ? NotUnderstood
            : never
          : NotUnderstood;

type GroupedFinding<S, N extends keyof S, C extends Call, P extends Parts, Name> = Name extends
  | keyof AggregateResults<unknown>
  | keyof DateResults
  ? C["body"] extends "" | " "
    ? never
    : ArgumentFinding<S, N, C["body"], "as", P>
  : Name extends keyof FieldResults<unknown>
    ? C["as"] extends ""
      ? NotUnderstood
      : ArgumentFinding<S, N, C["body"], C["as"], P>
    : NotUnderstood;

/** A function of a function has no name of its own unless it is given one. */
type ArgumentFinding<
  S,
  N extends keyof S,
  Body extends string,
  As,
  P extends Parts,
> = Body extends `${string}(${string}`
  ? As extends ""
    ? NotUnderstood
    : PathFinding<S, N, PathsIn<S, N, Argument<Body>, P>>
  : PathFinding<S, N, PathsIn<S, N, Body, P>>;
