import type { ObjectName } from "../schema.js";
import type { QueryFinding } from "./finding.js";
import type { NameIn, UnknownName } from "./names.js";
import type { PlainText, TooLong } from "./plain-text.js";
import type { QueryRow } from "./query-row.js";
import type { NotUnderstood, Parts, PartsOf } from "./select-list.js";

/** A row of which nothing is known. */
export type UntypedRow = Record<string, unknown>;

/**
 * What SOQL text that is known when compiling has to be: itself, or the message of what is wrong with it, so
 * that the compiler shows the one where it refuses the other.
 */
export type CheckedSoql<S, Text extends string> = [Finding<S, Text>] extends [string]
  ? [Finding<S, Text>] extends [never]
    ? Text
    : // Spelled anew, so that the compiler shows the message and not the name of its type.
      `SOQL: ${Finding<S, Text>}`
  : Text;

/** The row of SOQL text: typed where all of it is understood. */
export type SoqlRow<S, Text extends string> = [Finding<S, Text>] extends [never]
  ? Understood<S, Text> extends { object: infer N extends keyof S; parts: infer P extends Parts }
    ? QueryRow<S, N, P>
    : UntypedRow
  : UntypedRow;

type Finding<S, Text extends string> =
  Understood<S, Text> extends infer Found
    ? Found extends { object: infer N extends keyof S; parts: infer P extends Parts }
      ? QueryFinding<S, N, P>
      : Found
    : never;

/** Text taken apart, with its object; a message where there is no such object. */
export type Understood<S, Text extends string> = [ObjectName<S>] extends [never]
  ? NotUnderstood
  : Text extends TooLong
    ? NotUnderstood
    : PlainText<Text> extends infer Plain extends string
      ? Record<never, never> extends Record<Plain, 1>
        ? // A template with a hole outside of literals may be any query.
          NotUnderstood
        : PartsOf<Plain> extends infer P
          ? P extends Parts
            ? [NameIn<S, P["from"]>] extends [never]
              ? UnknownName<P["from"], `the generated client holds no object '${P["from"]}'`>
              : { object: NameIn<S, P["from"]>; parts: P }
            : NotUnderstood
          : never
      : never;
