import { isOrgtypeError, keepTokens } from "orgtype";
import { fileTokenStore, loopbackLogin } from "orgtype/node";
import { type CliCommand, EXIT } from "../command.js";
import { clientOf } from "../connect.js";
import { type PersonalConnection, personalConnection } from "../connection.js";
import { addConnectionFlags, type ConnectionFlags } from "../connection-flags.js";
import type { CliContext } from "../context.js";
import { portOf, timeoutOf } from "../number-flags.js";
import { type CliSettings, readSettings } from "../settings.js";

interface LoginFlags extends ConnectionFlags {
  port?: string;
  timeout: string;
  browser: boolean;
  json?: boolean;
}

/** Who logged in, and where. */
interface LoggedIn {
  readonly username: string | undefined;
  readonly instanceUrl: string | undefined;
  readonly identityUrl: string | undefined;
}

export const loginCommand: CliCommand<LoginFlags> = {
  configure(command) {
    addConnectionFlags(command)
      .option("--scopes <scopes>", "as api,refresh_token, the default (or ORGTYPE_SCOPES)")
      .option("--port <number>", "port of the callback URL on this machine (default: 1717)")
      .option("--no-browser", "print the URL of the login, and open nothing")
      .option("--timeout <seconds>", "time for the login", "300")
      .option("--json", "print one line of JSON on stdout once it is done")
      .addHelpText(
        "after",
        `
Logs a person in with the browser (authorization code with PKCE), for \`pull\`, \`generate --live\` and
programs that use fileTokenStore(). The app needs the callback URL http://localhost:1717/callback, or
what \`connection.redirectUri\` of the config file says. The tokens are kept in ORGTYPE_HOME, else in
the user's config folder: encrypted by the passphrase ORGTYPE_KEY, or by a key in the OS keychain
where there is one. \`orgtype pull --help\` says which other flows there are, and where Salesforce
blocks the one with a password.

Examples:
  orgtype login --url https://acme.my.salesforce.com --client-id 3MVG9…
  orgtype login --environment sandbox --no-browser --timeout 60`,
      );
  },

  async run(flags, context) {
    const settings = await readSettings(flags, context);
    const personal = personalConnection(settings.connection);
    await logIn(personal, flags, context);
    const who = await whoLoggedIn(personal, settings, context);
    context.out(flags.json ? `${JSON.stringify(who)}\n` : inWords(who));
    warnOfOtherFlow(settings, context);
    return EXIT.ok;
  },
};

async function logIn(
  { settings, connection }: PersonalConnection,
  flags: LoginFlags,
  context: CliContext,
): Promise<void> {
  const { clientId, clientSecret, scopes, redirectUri } = settings;
  const port = flags.port === undefined ? undefined : portOf(flags.port);
  const options = {
    environment: connection.environment,
    clientId,
    timeoutMs: timeoutOf(flags.timeout),
    signal: context.stopSignal(),
    onUrl: (url: string) => context.err(`${flags.browser ? "If no browser opens, go to" : "Go to"} ${url}\n`),
    ...(flags.browser ? {} : { openBrowser: false as const }),
    ...(clientSecret !== undefined && { clientSecret }),
    ...(scopes !== undefined && { scopes }),
    ...(redirectUri !== undefined && { redirectUri }),
    ...(port !== undefined && { port }),
  };
  const tokenStore = fileTokenStore({}, context.env);
  const tokens = await loopbackLogin(options, context.env);
  await keepTokens({ ...connection, tokenStore }, tokens);
}

async function whoLoggedIn(
  { connection }: PersonalConnection,
  settings: CliSettings,
  context: CliContext,
): Promise<LoggedIn> {
  const { session } = clientOf(connection, settings, context);
  const identity = await session.identity().catch((error: unknown) => {
    // Some scopes let nobody ask: the login is good all the same.
    if (isOrgtypeError(error, "ApiError") || isOrgtypeError(error, "SettingsError")) return undefined;
    throw error;
  });
  const { instanceUrl, identityUrl } = session;
  return { username: identity?.username, instanceUrl, identityUrl };
}

function inWords({ username = "a user whose name the app may not see", instanceUrl }: LoggedIn): string {
  return `Logged in as ${username} at ${instanceUrl}.\n`;
}

function warnOfOtherFlow({ connection }: CliSettings, context: CliContext): void {
  if (connection.flow !== undefined || connection.clientSecret === undefined) return;
  context.err(
    "note With a client secret, `pull` takes the flow client-credentials: set ORGTYPE_FLOW=authorization-code to use this login.\n",
  );
}
