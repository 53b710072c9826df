import { clientCredentials, createClient, custom } from "orgtype";
import { SettingsError } from "../../src/errors.js";
import type { DescribingClient } from "../source/org.js";
import type { CliSettings } from "./settings.js";

/**
 * The client a command describes the org with.
 *
 * @throws SettingsError that names what is missing and where to give it
 */
export function clientFor({ url, clientId, clientSecret, apiVersion }: CliSettings): DescribingClient {
  return createClient({
    apiVersion,
    environment: custom(given(url, "the org's URL", "--url or ORGTYPE_URL")),
    auth: clientCredentials({
      clientId: given(clientId, "the client id", "--client-id or ORGTYPE_CLIENT_ID"),
      clientSecret: given(
        clientSecret,
        "the client secret",
        "the environment variable ORGTYPE_CLIENT_SECRET",
      ),
    }),
  });
}

function given(value: string | undefined, what: string, where: string): string {
  if (value !== undefined) return value;
  throw new SettingsError("settings.missing", `To reach the org, ${what} is needed.`, {
    hint: `Give it by ${where}.`,
  });
}
