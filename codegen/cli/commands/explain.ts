import { refusalHints } from "../../../src/auth/refusals.js";
import { SettingsError } from "../../../src/errors.js";
import { type ErrorRule, ruleFor } from "../../../src/http/error-codes.js";
import { hintsFor } from "../../../src/http/hints.js";
import { type CliCommand, EXIT } from "../command.js";

export const explainCommand: CliCommand<object> = {
  configure(command) {
    command.argument("<code>", "as the error has it: INVALID_FIELD, invalid_grant").addHelpText(
      "after",
      `
What clients with the feature \`hints\` have in the error itself. Works offline.

Examples:
  orgtype explain INVALID_FIELD
  orgtype explain invalid_grant`,
    );
  },

  async run(_flags, context, [code = ""]) {
    if (!/^\w+$/.test(code)) {
      throw new SettingsError("settings.explain", "That is no code of an error of Salesforce.", {
        hint: "Give one as INVALID_FIELD or invalid_grant.",
      });
    }
    const ofLogins = refusalHints(code);
    const lines =
      ofLogins.length > 0
        ? [`${code}: an AuthError. The login was refused.`, ...oneOf(ofLogins)]
        : [`${code}: ${meaningOf(ruleFor(code))}`, ...oneOf(hintsFor(code))];
    context.out(`${lines.join("\n")}\n`);
    return EXIT.ok;
  },
};

function meaningOf({ error, retry }: ErrorRule): string {
  const repeated = {
    always: "The same request is sent again by itself.",
    repeatable: "Reads, updates and upserts are sent again by themselves.",
    never: "It is not sent again by itself.",
  };
  return `${error === undefined ? "an ApiError" : `a ${error}`}. ${repeated[retry ?? "never"]}`;
}

function oneOf(hints: readonly string[]): string[] {
  if (hints.length === 0) return ["What it means is in its message, which is Salesforce's own."];
  return hints.length === 1 ? [...hints] : ["By its message, one of:", ...hints.map((hint) => `- ${hint}`)];
}
