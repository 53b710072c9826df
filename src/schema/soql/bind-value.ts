import type { BrandOf } from "../brand.js";
import type { DateLiteral } from "../date-literal.js";

/**
 * A day, a moment or a time of day that writes itself in ISO 8601: a `Date`, the types of Temporal, and those
 * of date libraries.
 */
export interface IsoValue {
  toJSON(): string;
  toString(): string;
}

/** A value that may stand for a bind. */
export type BindScalar = string | number | boolean | IsoValue;

/** What may stand for a bind where nothing more is known: a list for IN, NOT IN, INCLUDES and EXCLUDES. */
export type BindValue = BindScalar | null | readonly BindScalar[];

/** Where a bind stands: what it is compared with, and how. */
export interface BindPlace {
  /** In capitals: a key of {@link OperatorValues}. */
  operator: string;
  path: string;
  /** Whether it stands between the brackets of a list, as one of its values or as several. */
  listed: boolean;
}

/** What each operator takes, next to a field that holds `V`. */
interface OperatorValues<V> {
  "=": V;
  "!=": V;
  "<>": V;
  "<": NonNullable<V>;
  "<=": NonNullable<V>;
  ">": NonNullable<V>;
  ">=": NonNullable<V>;
  LIKE: string;
  IN: readonly NonNullable<V>[];
  INCLUDES: readonly string[];
  EXCLUDES: readonly string[];
  LIMIT: number;
  OFFSET: number;
}

export type BindOperator = keyof OperatorValues<unknown>;

/** What may stand at a place next to a field that holds `V`; `never` where the field is not known. */
export type ValueAt<Place extends BindPlace, V> = Place["operator"] extends BindOperator
  ? Place["listed"] extends true
    ? Listed<OperatorValues<Comparable<V>>[Place["operator"]]>
    : OperatorValues<Comparable<V>>[Place["operator"]]
  : BindValue;

type Listed<Values> = Values extends readonly (infer V)[] ? V | Values : BindScalar;

type Comparable<V> = [V] extends [never]
  ? BindScalar | null
  : BrandOf<NonNullable<V>> extends "date" | "datetime" | "time"
    ? [BrandOf<NonNullable<V>>] extends [never]
      ? PlainComparable<V>
      : V | IsoValue | DateLiteral
    : PlainComparable<V>;

/** A compound field is compared with nothing. */
type PlainComparable<V> = [NonNullable<V>] extends [string | number | boolean] ? V : BindScalar | null;
