import type { Closed, TooManyWords, TrimStart, WithKeywords } from "./plain-text.js";

/** Stands for text that these types cannot read. Rows are then untyped; it is never an error. */
export interface NotUnderstood {
  readonly understood: false;
}

/** A query taken apart. */
export interface Parts {
  /** What is selected by name, as a union: fields and paths to fields, as they are written. */
  plain: string;
  /** What has brackets or is a TYPEOF, in order. */
  calls: readonly Call[];
  /** The object or the relationship. */
  from: string;
  /** Everything after it. */
  tail: string;
}

/** A function, a subquery (without a name) or a TYPEOF, with the name it is to have in the row, or `""`. */
export interface Call {
  name: string;
  body: string;
  as: string;
}

/** Takes the text of a query apart that has been made plain. Keywords are looked for in capitals first. */
export type PartsOf<T extends string> =
  Query<T> extends infer Found
    ? Found extends Parts
      ? Found
      : T extends TooManyWords
        ? NotUnderstood
        : Query<WithKeywords<T>>
    : never;

type Query<T extends string> = T extends `SELECT ${infer List}` ? SelectList<List> : NotUnderstood;

/** Reads to the first bracket, TYPEOF or FROM, whichever comes first. */
type SelectList<
  T extends string,
  Plain = never,
  Calls extends readonly Call[] = [],
> = T extends `${infer Before} FROM ${infer From}`
  ? Before extends `${infer Head}(${string}`
    ? Head extends `${string}TYPEOF ${string}`
      ? TypeofNext<T, Plain, Calls>
      : T extends `${string}(${infer Inside}`
        ? CallNext<Items<Head>, Closed<Inside>, Plain, Calls>
        : never
    : Before extends `${string}TYPEOF ${string}`
      ? TypeofNext<T, Plain, Calls>
      : Items<Before> extends [infer Named, infer Last]
        ? Selected<Plain | Named | Last, Calls, From>
        : never
  : NotUnderstood;

/** The items between commas, as a union, and the last of them. Odd ones are looked at when they are met. */
type Items<
  T extends string,
  Named = never,
> = T extends `${infer A}, ${infer B}, ${infer C}, ${infer D}, ${infer Rest}`
  ? // Four at a time, since a compiler takes a thousand steps at most.
    Items<Rest, Named | A | B | C | D>
  : T extends `${infer Item},${infer Rest}`
    ? Items<TrimStart<Rest>, Named | Item>
    : [Named, T];

type CallNext<Before, Brackets, Plain, Calls extends readonly Call[]> = Before extends [
  infer Named,
  infer Name extends string,
]
  ? Brackets extends [infer Body extends string, infer After extends string]
    ? Name extends `${string} ${infer Rest}`
      ? Rest extends ""
        ? AfterCall<After, Plain | Named, Calls, Name extends `${infer Trimmed} ` ? Trimmed : Name, Body>
        : NotUnderstood
      : AfterCall<After, Plain | Named, Calls, Name, Body>
    : NotUnderstood
  : never;

type TypeofNext<
  T extends string,
  Plain,
  Calls extends readonly Call[],
> = T extends `${infer Before}TYPEOF ${infer Body} END${infer After}`
  ? Items<Before> extends [infer Named, ""]
    ? AfterCall<After, Plain | Named, Calls, "TYPEOF", Body>
    : NotUnderstood
  : NotUnderstood;

/** Reads the name a call is given, if any, and goes on after the comma or ends at FROM. */
type AfterCall<
  T extends string,
  Plain,
  Calls extends readonly Call[],
  Name extends string,
  Body extends string,
> = T extends `,${infer Rest}` | ` ,${infer Rest}`
  ? SelectList<TrimStart<Rest>, Plain, [...Calls, { name: Name; body: Body; as: "" }]>
  : T extends ` FROM ${infer From}` | `FROM ${infer From}`
    ? Selected<Plain, [...Calls, { name: Name; body: Body; as: "" }], From>
    : T extends ` ${infer As} ${infer Rest}`
      ? As extends `${infer Alias},${infer More}`
        ? SelectList<TrimStart<`${More} ${Rest}`>, Plain, [...Calls, { name: Name; body: Body; as: Alias }]>
        : Rest extends `FROM ${infer From}`
          ? Selected<Plain, [...Calls, { name: Name; body: Body; as: As }], From>
          : Rest extends `, ${infer More}` | `,${infer More}`
            ? SelectList<More, Plain, [...Calls, { name: Name; body: Body; as: As }]>
            : NotUnderstood
      : NotUnderstood;

type Selected<
  Plain,
  Calls extends readonly Call[],
  From extends string,
> = From extends `${infer Name} ${infer Tail}`
  ? { plain: Plain; calls: Calls; from: Name; tail: Tail }
  : { plain: Plain; calls: Calls; from: From; tail: "" };
