import type { BrandOf, DetailOf, OpenPicklist } from "./brand.js";
import type { NameFields } from "./compound.js";
import type { DateLiteral } from "./date-literal.js";
import type { Refused } from "./refused.js";
import type { Fields, Get, Parents, Polymorphic, Target } from "./schema.js";
import type { Subquery } from "./subquery.js";

/** Conditions on an object and its parents. Entries next to each other must all hold. */
export type Where<S, N extends keyof S> = FieldConditions<Fields<S, N>, Get<S[N], "notFilterable">> &
  // None may be empty: next to an empty one the compiler takes text and lists for the whole.
  ([keyof Parents<S, N>] extends [never]
    ? unknown
    : { [P in keyof Parents<S, N>]?: Where<S, Target<S, Parents<S, N>[P]>> }) &
  ([keyof Polymorphic<S, N>] extends [never]
    ? unknown
    : { [P in keyof Polymorphic<S, N>]?: FieldConditions<NameFields, never> }) & {
    /** All of these hold. */
    AND?: readonly Where<S, N>[];
    /** At least one of these holds. */
    OR?: readonly Where<S, N>[];
    /** This does not hold. */
    NOT?: Where<S, N>;
  };

/** Two types, as to ask of each key whether it can be filtered by costs the compiler more. */
type FieldConditions<F, Excluded> = {
  [K in keyof F]?: K extends Excluded ? NotFilterable<K> : Condition<F[K]>;
};

/** The type of a field that cannot be filtered by, so that the error names it. */
interface NotFilterable<K> {
  readonly error: `'${K & string}' cannot be filtered by`;
}

/** A value to be equal to, or operators that must all hold. */
export type Condition<T> = ConditionOf<T, WithoutNull<T>, BrandOf<NonNullable<T>>>;

/** As NonNullable, which would make text of a picklist that is open: its values would not be offered. */
type WithoutNull<T> = T extends null | undefined ? never : T;

/** Which values and operators fit is decided by the kind of the field. */
type ConditionOf<T, V, Kind> = [Kind] extends [never]
  ? T | PlainOperators<T, V>
  : Kind extends keyof BrandedOperators<T, V>
    ? BrandedOperators<T, V>[Kind]
    : T | (Equality<T> & Membership<V> & Ordering<V>);

type PlainOperators<T, V> = [V] extends [boolean]
  ? Equality<T>
  : [V] extends [number]
    ? Equality<T> & Membership<V> & Ordering<V>
    : [V] extends [string]
      ? Equality<T> & Membership<V> & Ordering<V> & TextMatch
      : Equality<T>;

interface BrandedOperators<T, V> {
  id: T | (Equality<T> & SemiJoin<V> & NoTextMatch<"an id is found whole: by eq, in, or a subquery">);
  base64: T | (Equality<T> & Membership<V>);
  multipicklist: T | (Equality<T> & MultiMatch<DetailOf<V, "multipicklist"> & string>);
  date: Moment<T, V>;
  datetime: Moment<T, V>;
}

/** Days and moments can be compared with a Date and with a date literal, too. */
type Moment<T, V> =
  | T
  | DateLiteral
  | Date
  | (Equality<T | DateLiteral | Date> &
      Membership<V | DateLiteral | Date> &
      Ordering<V | DateLiteral | Date> &
      NoTextMatch<"a date is found by eq, in, gt, gte, lt, lte or a date literal">);

/** Without it the compiler takes these names for methods of the text that such a value is. */
interface NoTextMatch<Why extends string> {
  startsWith?: Refused<Why>;
  endsWith?: Refused<Why>;
}

export interface Equality<T> {
  /** Equal to; `null` finds empty fields. */
  eq?: T;
  /** Not equal to; `null` finds filled fields. */
  ne?: T;
}

export interface Membership<V> {
  /** One of these; an empty list is an error, never "all". */
  in?: readonly V[];
  /** None of these. */
  notIn?: readonly V[];
}

export interface SemiJoin<V> {
  /** One of these, or of what a subquery finds; an empty list is an error, never "all". */
  in?: readonly V[] | Subquery<V>;
  /** None of these, or of what a subquery finds. */
  notIn?: readonly V[] | Subquery<V>;
}

export interface Ordering<V> {
  gt?: V;
  gte?: V;
  lt?: V;
  lte?: V;
}

export interface TextMatch {
  /** A SOQL LIKE pattern: `%` any text, `_` one character; escape them as `\%` and `\_`. */
  like?: string;
  /** Starts with exactly this text; wildcards in it are escaped. */
  startsWith?: string;
  /** Ends with exactly this text; wildcards in it are escaped. */
  endsWith?: string;
  /** Contains exactly this text; wildcards in it are escaped. */
  contains?: string;
}

export interface MultiMatch<Choice extends string = string> {
  /** Any of these is chosen; `"A;B"` means A and B together. */
  includes?: readonly OpenPicklist<Choice>[];
  /** None of these is chosen. */
  excludes?: readonly OpenPicklist<Choice>[];
}
