import type { BindOperator } from "./bind-value.js";
import type { Trim } from "./plain-text.js";

/** Where a bind stands, by the text between the bind before it (at `Last`) and itself. */
export type PlaceAfter<Before extends string, Last> =
  Trim<Before> extends infer T
    ? T extends ","
      ? Last
      : T extends `${infer Outside}(`
        ? Place<LastWords<Trim<Outside>>, true>
        : Place<LastWords<T & string>, false>
    : never;

/** The last three words. */
type LastWords<T extends string, Third = "", Second = ""> = T extends `${infer Word} ${infer Rest}`
  ? LastWords<Rest, Second, Word>
  : [Third, Second, T];

type Place<Words, Listed extends boolean> = Words extends [
  infer Third extends string,
  infer Second extends string,
  infer Last extends string,
]
  ? Uppercase<Last> extends BindOperator
    ? { operator: Uppercase<Last>; path: Uppercase<Second> extends "NOT" ? Third : Second; listed: Listed }
    : Glued<Last, Listed>
  : never;

/** An operator without a space before it, as in `Amount>=:least`. */
type Glued<Word, Listed> = Word extends `${infer Path}${"!=" | "<>"}`
  ? { operator: "!="; path: Path; listed: Listed }
  : Word extends `${infer Path}${"<=" | ">="}`
    ? { operator: "<="; path: Path; listed: Listed }
    : Word extends `${infer Path}${"<" | ">"}`
      ? { operator: "<"; path: Path; listed: Listed }
      : Word extends `${infer Path}=`
        ? { operator: "="; path: Path; listed: Listed }
        : Uppercase<Word & string> extends `${string}N_${string}`
          ? // The number of a date literal: LAST_N_DAYS:days
            { operator: "LIMIT"; path: ""; listed: Listed }
          : { operator: ""; path: ""; listed: Listed };
