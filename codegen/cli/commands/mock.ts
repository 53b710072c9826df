import { resolve } from "node:path";
import { DEFAULT_REDIRECT_URI } from "../../../src/settings/connection-settings.js";
import { readDescribes } from "../../source/read-describes.js";
import { openSnapshot } from "../../source/snapshot.js";
import { type CliCommand, EXIT } from "../command.js";
import type { CliContext } from "../context.js";
import { portOf } from "../number-flags.js";
import { reportProblems } from "../report.js";
import { DEFAULT_API_VERSION } from "../settings.js";

interface MockFlags {
  port?: string;
  snapshot?: string;
  json?: boolean;
}

export const mockCommand: CliCommand<MockFlags> = {
  configure(command) {
    command
      .option("--port <number>", "port on the loopback interface (default: a free one)")
      .option("--snapshot <folder>", "describes of the org to stand in for (default: standard objects)")
      .option("--json", "print one line of JSON on stdout once it listens")
      .addHelpText(
        "after",
        `
Runs until it is interrupted; what was written is gone then. With --json the line holds url,
clientId, clientSecret, username, password, accessToken and apiVersion.

Examples:
  orgtype mock
  orgtype mock --port 8080 --snapshot salesforce/snapshot --json`,
      );
  },

  async run(flags, context) {
    const port = portOf(flags.port ?? "0");
    const options = await orgOptions(flags, context);
    const { createOrg } = await import("orgtype/mock");
    const stopped = context.stopSignal();
    // So that `orgtype login` works against it.
    const org = createOrg({ ...options, credentials: { redirectUri: DEFAULT_REDIRECT_URI } });
    const server = await org.listen({ port });
    const { clientId, clientSecret, username, password, accessToken } = org.credentials;
    const { url } = server;
    const { apiVersion } = options;
    const line = { url, clientId, clientSecret, username, password, accessToken, apiVersion };
    context.out(flags.json ? `${JSON.stringify(line)}\n` : inWords(line));
    await new Promise<void>((done) => {
      if (stopped.aborted) done();
      else stopped.addEventListener("abort", () => done(), { once: true });
    });
    await server.close();
    return EXIT.ok;
  },
};

async function orgOptions(flags: MockFlags, context: CliContext) {
  if (flags.snapshot === undefined) return { apiVersion: DEFAULT_API_VERSION };
  const source = await openSnapshot(resolve(context.cwd, flags.snapshot));
  const { describes, problems } = await readDescribes(source);
  reportProblems(problems, context);
  return { describes, apiVersion: source.index?.apiVersion ?? DEFAULT_API_VERSION };
}

function inWords(line: { url: string; clientId: string; clientSecret: string; accessToken: string }): string {
  return `The embedded org listens on ${line.url}

export ORGTYPE_URL=${line.url}
export ORGTYPE_CLIENT_ID=${line.clientId}
export ORGTYPE_CLIENT_SECRET=${line.clientSecret}

An access token that works at once: ${line.accessToken}
`;
}
