import { AuthError, type Client, type Connection, createClient, type Grant } from "orgtype";
import { fileTokenStore } from "orgtype/node";
import { connectionOf } from "./connection.js";
import type { CliContext } from "./context.js";
import type { CliSettings } from "./settings.js";

/**
 * The client a command describes the org with.
 *
 * @throws SettingsError that names what is missing and where to give it
 */
export function clientFor(settings: CliSettings, context: CliContext): Client<Record<never, never>> {
  return clientOf(connectionOf(settings.connection), settings, context);
}

/** The client of a connection, with the tokens of `orgtype login` where a person has to log in. */
export function clientOf(
  connection: Connection,
  { apiVersion }: CliSettings,
  { env }: CliContext,
): Client<Record<never, never>> {
  const isPersonal = connection.flow === "authorization-code";
  return createClient({
    apiVersion,
    ...connection,
    ...(isPersonal && { auth: askingForLogin(connection), tokenStore: fileTokenStore({}, env) }),
  });
}

/** The grant of a person, which cannot begin here. */
function askingForLogin({ auth, environment }: Connection): Grant {
  return {
    ...auth,
    async start() {
      throw new AuthError("auth.login-needed", `Nobody is logged in at ${environment.loginUrl}.`, {
        hint: "Run `orgtype login`, or give a client secret (ORGTYPE_CLIENT_SECRET) for the flow client-credentials.",
      });
    },
  };
}
