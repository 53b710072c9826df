import { type ConnectOptions, clientCredentials, custom, SettingsError } from "../index.js";

/** The variables a connection is read from. */
const variables = {
  url: "ORGTYPE_URL",
  clientId: "ORGTYPE_CLIENT_ID",
  clientSecret: "ORGTYPE_CLIENT_SECRET",
} as const;

/**
 * The connection that `ORGTYPE_URL`, `ORGTYPE_CLIENT_ID` and `ORGTYPE_CLIENT_SECRET` name: client credentials
 * at the org's own URL. Spread it into the options of `connect`.
 *
 * @throws SettingsError that names the variables which are missing
 */
export function connectionFromEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Pick<ConnectOptions, "environment" | "auth"> {
  const missing = Object.values(variables).filter((name) => !environment[name]);
  if (missing.length > 0) {
    throw new SettingsError("settings.missing", `Not set: ${missing.join(", ")}.`, {
      hint: "They hold the org's URL (its My Domain), the app's consumer key and its consumer secret.",
    });
  }
  const {
    [variables.url]: url = "",
    [variables.clientId]: clientId = "",
    [variables.clientSecret]: clientSecret = "",
  } = environment;
  return { environment: custom(url), auth: clientCredentials({ clientId, clientSecret }) };
}
