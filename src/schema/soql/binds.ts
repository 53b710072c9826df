import type { Children, Flat, Get, Target } from "../schema.js";
import type { PlaceAfter } from "./bind-place.js";
import type { BindPlace, BindValue, ValueAt } from "./bind-value.js";
import type { PathValue } from "./field-path.js";
import type { NameIn } from "./names.js";
import type { PathsIn } from "./own-names.js";
import type { PlainText } from "./plain-text.js";
import type { ChildName } from "./query-row.js";
import type { Understood } from "./reading.js";
import type { Call, Parts, PartsOf } from "./select-list.js";

/** The values that SOQL text needs for its `:name` binds, by name. No keys where it has none. */
export type SoqlBinds<S, Text extends string> =
  PlainText<Text> extends infer Plain extends `${string}:${string}`
    ? Understood<S, Text> extends { object: infer N extends keyof S; parts: infer P extends Parts }
      ? Flat<QueryBinds<S, N, P>>
      : Flat<BindsIn<S, never, NoParts, Plain>>
    : Record<never, never>;

interface NoParts extends Parts {
  tail: "";
}

type QueryBinds<S, N extends keyof S, P extends Parts> = CallsBinds<S, N, P["calls"]> &
  BindsIn<S, N, P, P["tail"]>;

type CallsBinds<S, N extends keyof S, Calls, Done = unknown> = Calls extends readonly [
  infer First extends Call,
  ...infer Rest,
]
  ? CallsBinds<S, N, Rest, Done & CallBinds<S, N, First>>
  : Done;

type CallBinds<S, N extends keyof S, C extends Call> = C["body"] extends `${string}:${string}`
  ? C["name"] extends ""
    ? ChildBinds<S, N, PartsOf<C["body"]>>
    : BindsIn<S, never, NoParts, C["body"]>
  : unknown;

type ChildBinds<S, N extends keyof S, Body> = Body extends Parts
  ? QueryBinds<S, Target<S, Get<Children<S, N>, ChildName<S, N, Body>>>, Body>
  : unknown;

/** The binds in a part of a query, in order. `N` is `never` where the object is not known. */
type BindsIn<
  S,
  N extends keyof S,
  P extends Parts,
  T extends string,
  Found = unknown,
  Last = null,
  Nested = false,
> = T extends `${infer Before}:${infer After}`
  ? BindNext<
      S,
      Scope<S, N, Before, Nested>,
      P,
      After,
      Found,
      PlaceAfter<Before, Last>,
      NameAt<After>,
      Nested extends true ? true : HasSubquery<Before>
    >
  : Found;

/** A colon without a name after it stands in a time or a date literal. */
type BindNext<
  S,
  N extends keyof S,
  P extends Parts,
  After extends string,
  Found,
  Place,
  Name extends string,
  Nested,
> = Name extends "" | `${Digit}${string}`
  ? BindsIn<S, N, P, After, Found, null, Nested>
  : BindsIn<
      S,
      N,
      P,
      After extends `${Name}${infer Rest}` ? Rest : "",
      Found & { [K in Name]: BindAt<S, N, P, Place> },
      Place,
      Nested
    >;

type BindAt<S, N extends keyof S, P extends Parts, Place> = Place extends BindPlace
  ? ValueAt<Place, ValueOf<S, N, P, WithoutBrackets<Place["path"]>>>
  : BindValue;

type ValueOf<S, N extends keyof S, P extends Parts, Path> = [N] extends [never]
  ? never
  : PathValue<S, N, PathsIn<S, N, Path, P>>;

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** The name that text begins with. */
type NameAt<T extends string> = T extends `${infer Name}${" " | ")" | "," | ":"}${string}` ? NameAt<Name> : T;

type WithoutBrackets<Path extends string> = Path extends `${string}(${infer Rest}`
  ? WithoutBrackets<Rest>
  : Path;

type HasSubquery<Before extends string> =
  Uppercase<Before> extends `${string}(SELECT ${string}` ? true : false;

/** The object whose fields stand after `Before`: that of a subquery of WHERE, until it may have ended. */
type Scope<S, N extends keyof S, Before extends string, Nested> = Nested extends true
  ? Before extends `${string})${string}`
    ? never
    : N
  : HasSubquery<Before> extends true
    ? Before extends `${string}(SELECT ${string} FROM ${infer Name} ${infer Rest}`
      ? Rest extends `${string})${string}`
        ? never
        : NameIn<S, Name> & keyof S
      : never
    : N;
