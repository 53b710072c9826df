import type { Grant, GrantContext } from "../auth/grant.js";
import { AuthError, SettingsError, TimeoutError, type TokenSet, tokenSet } from "../index.js";
import { findCommand, type ProcessEnvironment } from "./find-command.js";
import { runCommand } from "./run-command.js";

export interface SfCliOptions {
  /** User name or alias of a login of the `sf` command line. Default: its default org. */
  targetOrg?: string;
}

/** Starting `sf` alone can take seconds. */
const TIMEOUT_MS = 60_000;

/**
 * Borrows the login of the Salesforce command line: for scripts on a developer's machine. `sf` keeps and renews
 * the tokens; a renewal asks it again.
 *
 * Its calls reject with an AuthError where `sf` is not installed (`auth.sf-missing`), is not logged in
 * (`auth.sf-refused`) or answers something else (`auth.sf-answer`).
 *
 * @throws SettingsError where `targetOrg` is no user name or alias
 */
export function sfCli(
  { targetOrg }: SfCliOptions = {},
  environment: ProcessEnvironment = process.env,
): Grant {
  if (targetOrg !== undefined && !/^[\w.@+][\w.@+-]*$/.test(targetOrg)) {
    throw new SettingsError("settings.auth", "sfCli({ targetOrg }) is no user name or alias.", {
      hint: "Give one that `sf org list` shows.",
    });
  }
  const target = targetOrg === undefined ? [] : ["--target-org", targetOrg];
  return {
    name: "sf_cli",
    ...(targetOrg !== undefined && { key: targetOrg }),
    async start({ signal }) {
      const org = await ask(["org", "display", ...target], environment, signal);
      const { accessToken } = isToken(org.accessToken)
        ? org
        : await ask(["org", "auth", "show-access-token", ...target], environment, signal);
      return tokensOf(accessToken, org.instanceUrl);
    },
  };
}

interface SfResult {
  readonly accessToken?: unknown;
  readonly instanceUrl?: unknown;
}

async function ask(
  args: readonly string[],
  environment: ProcessEnvironment,
  signal: GrantContext["signal"],
): Promise<SfResult> {
  const sf = await findCommand("sf", environment);
  if (sf === undefined) {
    throw new AuthError("auth.sf-missing", "The Salesforce command line, `sf`, is not on the PATH.", {
      hint: "Install it, or log in with another grant.",
    });
  }
  // Colours would stand in the JSON.
  const plain = { ...environment, NO_COLOR: "1", FORCE_COLOR: "0" };
  const options = { environment: plain, timeoutMs: TIMEOUT_MS, signal };
  const { stdout, timedOut } = await runCommand(sf, [...args, "--json"], options);
  if (timedOut) {
    throw new TimeoutError(`\`sf ${args.join(" ")}\` took longer than ${TIMEOUT_MS} ms.`, TIMEOUT_MS);
  }
  return resultOf(stdout, `sf ${args.join(" ")}`);
}

/** No part of the answer is shown but the message of an error: there are tokens in it. */
function resultOf(stdout: string, command: string): SfResult {
  const answer = parsed(stdout);
  if (answer?.status === 0 && typeof answer.result === "object" && answer.result !== null)
    return answer.result;
  if (typeof answer?.status === "number" && answer.status !== 0) {
    const said = typeof answer.message === "string" ? `: ${withoutTokens(answer.message)}` : "";
    throw new AuthError("auth.sf-refused", `\`${command}\` gives no login${said}`, {
      hint: "Run `sf org login web`, or name another login: sfCli({ targetOrg }).",
    });
  }
  throw notUnderstood(command);
}

function tokensOf(accessToken: unknown, instanceUrl: unknown): TokenSet {
  if (isToken(accessToken) && typeof instanceUrl === "string") return tokenSet({ accessToken, instanceUrl });
  throw notUnderstood("sf org display");
}

/** From version 2.136 on, `[REDACTED] …` stands in its place. */
function isToken(value: unknown): value is string {
  return typeof value === "string" && value !== "" && !value.startsWith("[");
}

function notUnderstood(command: string): AuthError {
  return new AuthError("auth.sf-answer", `The answer of \`${command} --json\` is not understood.`, {
    hint: "Update the Salesforce command line, and run that command to see what it says.",
  });
}

interface SfAnswer {
  readonly status?: unknown;
  readonly result?: SfResult | null;
  readonly message?: unknown;
}

function parsed(text: string): SfAnswer | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}

function withoutTokens(message: string): string {
  return message.replaceAll(/\b(?:00D\w{12,15}!|5Aep)[^\s"']+/g, "(hidden)");
}
