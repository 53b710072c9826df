import { SettingsError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { featureNeeded } from "../../settings/feature-needed.js";

/** SOQL text as it is sent, and the options of the call. */
export interface QueryText<Options = CallOptions> {
  readonly soql: string;
  readonly options: Options | undefined;
}

export type KnownOptions = Readonly<Record<string, true>>;

/** The options a call may have: what else stands there was meant as a bind. */
export const CALL_OPTIONS = { signal: true, timeout: true, headers: true } as const satisfies Record<
  keyof CallOptions,
  true
>;

/**
 * A text without binds, and the call's options.
 *
 * @throws SettingsError where binds were given
 */
export function plainQuery(text: string, args: readonly unknown[]): QueryText {
  checkText(text);
  const [options] = args;
  if (args.length > 1 || unknownOption(options, CALL_OPTIONS) !== undefined) {
    throw featureNeeded("A query with binds", "binds");
  }
  return { soql: text, options: options as CallOptions | undefined };
}

export function checkText(text: unknown): void {
  if (typeof text === "string") return;
  throw new SettingsError("settings.query", "The query is no text.", { hint: 'Give "SELECT …".' });
}

/** The first option that is none. */
export function unknownOption(options: unknown, known: KnownOptions): string | undefined {
  return Object.keys(options ?? {}).find((key) => !Object.hasOwn(known, key));
}
