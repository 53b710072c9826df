import type { CallOptions } from "../../http/call-options.js";
import type { BindValue } from "../../schema/soql/bind-value.js";
import type { SoqlBinds } from "../../schema/soql/binds.js";
import type { TooLong } from "../../schema/soql/plain-text.js";
import type { CheckedSoql, SoqlRow, UntypedRow } from "../../schema/soql/reading.js";
import type { Query } from "./query.js";

/**
 * Runs SOQL text. Where the text is known when compiling, its row is inferred from it and its `:name` binds
 * are asked for; otherwise name the row, as `query<{ Id: string }>(text)`. Rows keep the form they have on the
 * wire, `attributes` included; child results are complete.
 *
 * @throws SettingsError where a bind is missing, not used, or no value for its place
 */
export type RunQuery<S> = <const Text>(
  soql: Text extends string ? CheckedSoql<S, Text> : string,
  ...args: QueryArguments<S, Text>
) => Query<QueriedRow<S, Text>>;

/**
 * What follows the text: the values of its binds, if it has any, then options.
 *
 * @typeParam Last the options as an argument: optional, unless said otherwise
 */
export type QueryArguments<
  S,
  Text,
  Options = CallOptions,
  Last extends readonly unknown[] = [options?: Options],
> = Text extends string
  ? string extends Text
    ? AnyArguments<Last>
    : Text extends TooLong
      ? AnyArguments<Last>
      : [keyof SoqlBinds<S, Text>] extends [never]
        ? Last
        : [binds: SoqlBinds<S, Text>, ...Last]
  : AnyArguments<Last>;

type AnyArguments<Last extends readonly unknown[]> =
  | Last
  | [binds: Readonly<Record<string, BindValue>>, ...Last];

/** The row of a query: a type that was named stands for itself. */
export type QueriedRow<S, Text> = Text extends string
  ? string extends Text
    ? UntypedRow
    : SoqlRow<S, Text>
  : Text;
