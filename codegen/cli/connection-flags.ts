import type { Command } from "commander";
import type { GivenSettings } from "../../src/node/connection-variables.js";

/** The flags that say which org, and how to log in. Secrets have none: others of a machine can read flags. */
export interface ConnectionFlags {
  url?: string;
  clientId?: string;
  environment?: string;
  scopes?: string;
}

/** @param when said first in each line: when the flag counts, where that is not always */
export function addConnectionFlags(command: Command, when = ""): Command {
  return command
    .option("--url <url>", `${when}the org, as https://acme.my.salesforce.com (or ORGTYPE_URL)`)
    .option("--client-id <id>", `${when}consumer key of the app that logs in (or ORGTYPE_CLIENT_ID)`)
    .option("--environment <name>", `${when}production or sandbox, to log in there and not at the URL`);
}

/** What the flags say of a connection; what they leave out is not there. */
export function settingsFromFlags({ url, clientId, environment, scopes }: ConnectionFlags): GivenSettings {
  return {
    ...(url !== undefined && { endpointUrl: url }),
    ...(clientId !== undefined && { clientId }),
    ...(environment !== undefined && { environment }),
    ...(scopes !== undefined && { scopes: scopes.split(/[\s,]+/).filter(Boolean) }),
  };
}

/** For the help of the commands that log in. */
export const FLOWS_HELP = `
Logging in: ORGTYPE_FLOW or \`connection.flow\` of the config file chooses the flow. Without it, it is
client-credentials where there is a client secret, else authorization-code with the tokens of
\`orgtype login\`. Secrets are no flags: they come from ORGTYPE_CLIENT_SECRET, ORGTYPE_PASSWORD and
ORGTYPE_SECURITY_TOKEN. Salesforce blocks the flow "password" in orgs made since Summer '23 until
Setup allows it (OAuth and OpenID Connect Settings), and External Client Apps never have it.`;
