import type { ActionDescribe, ClientCore } from "orgtype";
import { type DescribeError, isOrgtypeError } from "../../src/errors.js";
import { compareNames } from "../model/names.js";
import { isActionName } from "../model/raw-action.js";
import { type AskOptions, askInParts } from "./ask-in-parts.js";
import { problemOf, refusal } from "./refusal.js";
import { type ActionSelection, selectActions } from "./select-actions.js";

type ActionsClient = Pick<ClientCore<unknown>, "apiVersion" | "rest">;

/** What an org says of one action. */
export type OrgAction =
  | { readonly name: string; readonly state: "read"; readonly input: unknown }
  /**
   * `absent`: asked for by name, but the org has no such action. `failed`: it, or all of a kind where that is the
   * name, could not be asked for.
   */
  | { readonly name: string; readonly state: "failed" | "absent"; readonly problem: DescribeError };

/** A path below `/actions/` that was asked for; an answer of no success has a status. */
interface Answer {
  readonly statusCode: number;
  readonly result?: unknown;
}

/**
 * Describes the selected actions of an org, in the order of their names. `GET /actions/custom` and the list of each
 * kind, then the describes, 25 in one `POST /composite/batch`, four such requests at a time; what fails there is
 * asked for once more by itself.
 */
export async function* describeActions(
  client: ActionsClient,
  patterns: readonly string[],
  options: AskOptions,
): AsyncGenerator<OrgAction> {
  const { signal } = options;
  const selection = selectActions(patterns);
  const { listed, failures } = await listActions(client, selection, signal);
  yield* failures;
  for (const name of selection.missing(listed).filter((name) => isListed(name, failures))) {
    const problem = problemOf(name, "the org has no such action, or the user may not run it");
    yield { name, state: "absent", problem };
  }
  const selected = listed.filter((name) => selection.has(name)).sort(compareNames);
  const names = selected.filter(isActionName);
  for (const name of selected) {
    if (names.includes(name)) continue;
    yield { name, state: "absent", problem: problemOf(name, "its name is none that this version can write") };
  }
  yield* askInParts(names, (some) => describeTogether(client, some, signal), options);
}

/** Of a kind that could not be listed nobody knows what is missing. */
function isListed(name: string, failures: readonly OrgAction[]): boolean {
  return !failures.some((failure) => name.toLowerCase().startsWith(`${failure.name.toLowerCase()}/`));
}

async function describeTogether(
  client: ActionsClient,
  names: readonly string[],
  signal: AbortSignal | undefined,
): Promise<OrgAction[]> {
  const answers = await askTogether(client, names, signal);
  return Promise.all(
    names.map(async (name, index) => {
      const first = answers[index];
      if (first?.statusCode === 200) return { name, state: "read", input: first.result };
      const [second] = await askTogether(client, [name], signal);
      if (second?.statusCode === 200) return { name, state: "read", input: second.result };
      const why = second ?? first;
      const said = why === undefined ? "the org did not answer" : refusal(why.result, why.statusCode);
      return { name, state: "failed", problem: problemOf(name, said) };
    }),
  );
}

async function askTogether(
  client: ActionsClient,
  names: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Answer[]> {
  const batchRequests = names.map((name) => ({
    method: "GET" as const,
    url: `v${client.apiVersion}/actions/${name.startsWith("standard/") ? "" : "custom/"}${name}`,
  }));
  try {
    const { data } = await client.rest.POST("/composite/batch", {
      body: { batchRequests },
      ...(signal && { signal }),
    });
    return data?.results ?? [];
  } catch (error) {
    signal?.throwIfAborted();
    // A refused login will not be better one by one; a broken connection may be.
    if (isOrgtypeError(error, "AuthError")) throw error;
    return [];
  }
}

/**
 * Names of the org's actions of the kinds that may be meant, and the kinds that could not be listed.
 *
 * @throws DescribeError where the org does not tell of its kinds
 */
async function listActions(
  client: ActionsClient,
  selection: ActionSelection,
  signal: AbortSignal | undefined,
): Promise<{ listed: string[]; failures: OrgAction[] }> {
  const options = signal && { signal };
  const types = await client.rest.GET("/actions/custom", { ...options });
  if (types.data === undefined) throw problemOf("actions", refusal(types.error, types.response.status));
  const kinds = ["standard", ...Object.keys(types.data)].filter(selection.hasKind);
  const listed: string[] = [];
  const failures: OrgAction[] = [];
  for (const kind of kinds) {
    const { data, error, response } =
      kind === "standard"
        ? await client.rest.GET("/actions/standard", { ...options })
        : await client.rest.GET("/actions/custom/{type}", { params: { path: { type: kind } }, ...options });
    if (data !== undefined) listed.push(...data.actions.map((action) => nameOf(kind, action)));
    else
      failures.push({
        name: kind,
        state: "failed",
        problem: problemOf(kind, refusal(error, response.status)),
      });
  }
  return { listed, failures };
}

/** The path has the object that an email alert or quick action is of. */
function nameOf(kind: string, { name, url }: Pick<ActionDescribe, "name"> & { url?: string }): string {
  return /\/actions\/(?:custom\/)?(.+)$/.exec(url ?? "")?.[1] ?? `${kind}/${name}`;
}
