import { resolve } from "node:path";
import type { OrgOptions } from "orgtype/mock";
import { isOrgtypeError, SettingsError } from "../../../src/errors.js";
import { readActions, readDescribes } from "../../source/read-describes.js";
import { openSnapshot } from "../../source/snapshot.js";
import { type CliCommand, EXIT } from "../command.js";
import { type CliContext, colours } from "../context.js";
import { keepOrg, readOrg } from "../mock/org-file.js";
import { seedFromFile } from "../mock/seed-file.js";
import { type ServedOrg, serveOrg } from "../mock/served-org.js";
import { watchFiles } from "../mock/watch-files.js";
import { portOf } from "../number-flags.js";
import { reportProblems } from "../report.js";
import { DEFAULT_API_VERSION } from "../settings.js";

interface MockFlags {
  port?: string;
  snapshot?: string;
  seed?: string;
  data?: string;
  watch?: boolean;
  json?: boolean;
}

export const mockCommand: CliCommand<MockFlags> = {
  configure(command) {
    command
      .option("--port <number>", "port on the loopback interface (default: a free one)")
      .option("--snapshot <folder>", "describes of the org to stand in for (default: standard objects)")
      .option("--seed <file>", "JSON of records to begin with")
      .option("--data <folder>", "keep records and logins there between runs (default: they are gone)")
      .option("--watch", "begin anew when the snapshot or the seed changes")
      .option("--json", "print one line of JSON on stdout once it listens")
      .addHelpText(
        "after",
        `
Runs until it is interrupted. Its address shows a page with its records and the last requests.

A seed holds records by object, { "Account": [{ "Name": "Acme" }] }, or asks for likely ones,
{ "fill": { "Account": 1000, "Contact": 3000 }, "seed": 42 }. With --data it is used in the first run only.

With --json the line holds url, clientId, clientSecret, username, password, securityToken,
redirectUri, accessToken and apiVersion.

Examples:
  orgtype mock
  orgtype mock --port 8080 --snapshot salesforce/snapshot --seed seed.json --watch
  orgtype mock --data .mock --json`,
      );
  },

  async run(flags, context) {
    const port = portOf(flags.port ?? "0");
    const at = (path: string | undefined) => (path === undefined ? undefined : resolve(context.cwd, path));
    const places = { snapshot: at(flags.snapshot), seed: at(flags.seed), data: at(flags.data) };
    checkWatch(flags);
    const options = await orgOptions(places.snapshot, context);
    const kept = places.data === undefined ? undefined : await readOrg(places.data);
    const stopped = context.stopSignal();
    const served = await serveOrg(options, port, kept);
    try {
      if (places.seed !== undefined && kept === undefined) await seedFromFile(served.org, places.seed);
      const keeping = places.data === undefined ? undefined : keepOrg(places.data, () => served.org);
      await keeping?.save();
      const unwatch = flags.watch ? watched(places, served, context) : undefined;
      context.out(flags.json ? `${JSON.stringify(lineOf(served, options))}\n` : inWords(served));
      await aborted(stopped);
      unwatch?.();
      await keeping?.end();
    } finally {
      await served.close();
    }
    return EXIT.ok;
  },
};

interface Places {
  readonly snapshot: string | undefined;
  readonly seed: string | undefined;
  readonly data: string | undefined;
}

function checkWatch(flags: MockFlags): void {
  if (!flags.watch || flags.snapshot !== undefined || flags.seed !== undefined) return;
  throw new SettingsError("settings.watch", "`--watch` has nothing to watch.", {
    hint: "Give --snapshot or --seed, too.",
  });
}

/** Makes the org anew when its files change. What is wrong with them is told, and the org stays as it is. */
function watched({ snapshot, seed, data }: Places, served: ServedOrg, context: CliContext): () => void {
  const { red, green } = colours(context);
  const paths = [snapshot, seed].filter((path) => path !== undefined);
  return watchFiles(paths, async () => {
    try {
      // Records that are kept win over the seed, as they do in the next run.
      const records = data === undefined && seed !== undefined ? undefined : served.org.export();
      await served.renew(await orgOptions(snapshot, context), records);
      if (records === undefined && seed !== undefined) await seedFromFile(served.org, seed);
      context.err(`${green("changed")} the org was made anew\n`);
    } catch (error) {
      if (!isOrgtypeError(error) && !(error instanceof TypeError)) throw error;
      context.err(`${red("error")} ${error.message}\n`);
    }
  });
}

async function orgOptions(
  snapshot: string | undefined,
  context: CliContext,
): Promise<OrgOptions & { apiVersion: string }> {
  if (snapshot === undefined) return { apiVersion: DEFAULT_API_VERSION };
  const source = await openSnapshot(snapshot);
  const { describes, problems } = await readDescribes(source);
  const { actions, problems: ofActions } = await readActions(source);
  reportProblems([...problems, ...ofActions], context);
  const described = actions.map(({ name, describe }) => [pathOf(name), describe] as const);
  return {
    describes,
    actions: Object.fromEntries(described),
    apiVersion: source.index?.apiVersion ?? DEFAULT_API_VERSION,
  };
}

/** The end of the path of an action. */
function pathOf(action: string): string {
  return action.startsWith("standard/") ? action : `custom/${action}`;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done(), { once: true });
  });
}

function lineOf({ org, url }: ServedOrg, { apiVersion }: { apiVersion: string }) {
  const { clientId, clientSecret, username, password, securityToken, redirectUri, accessToken } =
    org.credentials;
  return {
    url,
    clientId,
    clientSecret,
    username,
    password,
    securityToken,
    redirectUri,
    accessToken,
    apiVersion,
  };
}

function inWords({ org, url }: ServedOrg): string {
  const { clientId, clientSecret, accessToken } = org.credentials;
  return `The embedded org listens on ${url}

export ORGTYPE_URL=${url}
export ORGTYPE_CLIENT_ID=${clientId}
export ORGTYPE_CLIENT_SECRET=${clientSecret}

An access token that works at once: ${accessToken}
`;
}
