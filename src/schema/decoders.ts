import type { Branded, BrandOf, DetailOf } from "./brand.js";
import type { IsoValue } from "./soql/bind-value.js";

/** Makes a value of its text on the wire. */
export type DecodeText<Value> = (text: string) => Value;

/**
 * How a client gives values that are text on the wire, and takes them. A kind that is left out stays text.
 * Dates must write themselves in ISO 8601 by `toJSON`, as `Date`, Temporal and the common libraries do.
 */
export interface Decoders {
  /** Days, as `2024-02-29`. */
  readonly date?: DecodeText<IsoValue>;
  /** Moments, in UTC as `2024-02-29T13:45:00.000Z`. */
  readonly datetime?: DecodeText<IsoValue>;
  /** Times of day, in UTC as `13:45:00.000Z`. */
  readonly time?: DecodeText<IsoValue>;
  /** Multi-select picklists: `"array"` gives the list of the chosen values. */
  readonly multipicklist?: "array";
  /**
   * Restricted picklists: what becomes of a value that the generated types do not have, since the org has
   * changed. Made by `knownPicklists`. Default: it is given as it is.
   */
  readonly picklist?: PicklistDecoder;
}

/** A picklist of an object, by API names. */
export interface PicklistField {
  readonly object: string;
  readonly name: string;
}

/** Looks at what is read of restricted picklists. */
export interface PicklistDecoder {
  /** The fields of an object that are looked at. */
  fieldsOf(object: string): readonly string[];
  /** The value to give. */
  check(value: string, field: PicklistField): string | null;
}

/** The values of restricted picklists by object and field: generated code has them in `picklists`. */
export type PicklistValues = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** No decoders: values are as on the wire. */
export type NoDecoders = Record<never, never>;

/** The schema of a client with decoders. */
export type Decoded<S, D> = [keyof D] extends [never] ? S : { [N in keyof S]: DecodedObject<S[N], D> };

type DecodedObject<O, D> = { [K in keyof O]: K extends "fields" ? DecodedFields<O[K], D> : O[K] };

type DecodedFields<F, D> = { [K in keyof F]: DecodedValue<F[K], BrandOf<NonNullable<F[K]>>, D> };

type DecodedValue<T, Kind, D> = [Kind] extends [never]
  ? T
  : Kind extends "multipicklist" & keyof D
    ? Branded<Kind, ChoiceOf<T>, readonly ChoiceOf<T>[]> | NullOf<T>
    : Kind extends string & keyof D
      ? D[Kind] extends DecodeText<infer Value>
        ? Branded<Kind, unknown, Value> | NullOf<T>
        : T
      : T;

type ChoiceOf<T> = DetailOf<NonNullable<T>, "multipicklist"> & string;

type NullOf<T> = null extends T ? null : never;
