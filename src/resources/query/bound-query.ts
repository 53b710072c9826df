import { SettingsError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import { bindSoql, hasBinds } from "../../soql/bind.js";
import { CALL_OPTIONS, checkText, type KnownOptions, type QueryText, unknownOption } from "./query-text.js";

/**
 * The text of a query with its binds replaced, and the call's options, from what was given after the text:
 * binds come first, options last, and either may be left out.
 *
 * @param known the options there are
 * @throws SettingsError where a bind is missing, not used, or no value for its place
 */
export function boundQuery<Options extends CallOptions = CallOptions>(
  text: string,
  args: readonly unknown[],
  metadata: OrgMetadata,
  known: KnownOptions = CALL_OPTIONS,
): QueryText<Options> {
  checkText(text);
  const withBinds = args.length > 1 || hasBinds(text);
  const [binds = {}, options] = withBinds ? args : [{}, args[0]];
  const unknown = unknownOption(options, known);
  if (unknown !== undefined) {
    throw new SettingsError(
      "settings.bind",
      `\`${unknown}\`: the text has no such bind, and it is no option.`,
      { hint: "Binds stand outside of quotes, as :name." },
    );
  }
  return {
    soql: withBinds ? bindSoql(text, binds, metadata) : text,
    options: options as Options | undefined,
  };
}
