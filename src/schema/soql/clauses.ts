import type { Fields } from "../schema.js";
import type { PathFinding } from "./field-path.js";
import type { PathsIn } from "./own-names.js";
import type { ManyWords, TrimStart, WithKeywords } from "./plain-text.js";
import type { NotUnderstood, Parts } from "./select-list.js";

/**
 * What is wrong with the fields that WHERE, GROUP BY and ORDER BY name. Functions, subqueries and what else is
 * not read here are let pass.
 */
export type ClauseFinding<S, N extends keyof S, P extends Parts, Grouped> = P["tail"] extends "" | ManyWords
  ? never
  : Finding<S, N, P, FieldsIn<` ${InCapitals<P["tail"]>}`, Grouped>>;

type Finding<S, N extends keyof S, P extends Parts, Paths> = [Paths] extends [keyof Fields<S, N>]
  ? never
  : Exclude<PathFinding<S, N, PathsIn<S, N, Paths, P>>, NotUnderstood>;

/** With keywords in capitals. Those that are not are seen here if they are in small letters. */
type InCapitals<T extends string> =
  ` ${T}` extends `${string} ${"where" | "and" | "or" | "group" | "order"} ${string}` ? WithKeywords<T> : T;

/** The words at the beginning of each condition and of each item of a list. */
type FieldsIn<T extends string, Grouped> =
  | (T extends `${string} WHERE ${infer Where}` ? ConditionField<Conditions<Own<Where>>> : never)
  // What is grouped may be sorted by aliases.
  | (T extends `${string} ${Grouped extends true ? "GROUP" : "ORDER"} BY ${infer List}`
      ? ListField<List>
      : never);

/** Conditions up to the first subquery, whose fields are those of another object, or to WITH, which has its own. */
type Own<Where extends string> =
  Uppercase<Where> extends `${string}SELECT ${string}` | `${string} WITH ${string}`
    ? Where extends `${infer Before}(SELECT ${string}` | `${infer Before} WITH ${string}`
      ? Own<Before>
      : never
    : Where;

type Conditions<Where extends string> = Split<Split<Where, "AND">, "OR">;

type Split<
  T extends string,
  Word extends string,
  Done = never,
> = T extends `${infer First} ${Word} ${infer Rest}` ? Split<Rest, Word, Done | First> : Done | T;

type ConditionField<T> = T extends `(${infer Rest}` | ` ${infer Rest}`
  ? ConditionField<Rest>
  : T extends `${infer Word} ${infer Rest}`
    ? Uppercase<Word> extends "NOT"
      ? ConditionField<Rest>
      : WithoutOperator<Word>
    : WithoutOperator<T>;

/** Of `Amount>=1` the field. */
type WithoutOperator<Word> = Word extends `${infer Path}=${string}`
  ? Path extends `${infer Name}!` | `${infer Name}<` | `${infer Name}>`
    ? Name
    : Path
  : Word extends `${infer Path}<${string}` | `${infer Path}>${string}`
    ? Path
    : Word;

type ListField<T extends string> = T extends `${string}(${string}`
  ? never
  : T extends `${string}${" " | ","}${string}`
    ? FirstWord<Listed<T>>
    : T;

type Listed<T extends string, Done = never> = T extends `${infer Item},${infer Rest}`
  ? Listed<TrimStart<Rest>, Done | Item>
  : Done | T;

type FirstWord<Item> = Item extends `${infer Word} ${string}` ? Word : Item;
