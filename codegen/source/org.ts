import type { ClientCore, SObjectSummary } from "orgtype";
import { type DescribeError, isOrgtypeError } from "../../src/errors.js";
import { compareNames, isObjectName } from "../model/names.js";
import { askInParts } from "./ask-in-parts.js";
import { describeActions, type OrgAction } from "./org-actions.js";
import { problemOf, refusal } from "./refusal.js";
import { selectObjects } from "./select-objects.js";
import type { DescribeSource } from "./source.js";

/** Objects that only accompany others are rarely wanted: a third of a real org. */
const COMPANIONS: ReadonlySet<unknown> = new Set(["Share", "History", "Feed", "ChangeEvent"]);

/** What is needed of a client: any one will do, with generated code or without. */
export type DescribingClient = Pick<ClientCore<unknown>, "apiVersion" | "describe" | "rest">;

export interface OrgSourceOptions {
  /**
   * Globs of object names; one with `!` before it takes away. Default: every object that can be queried,
   * without the shares, histories, feeds and change events of others.
   */
  objects?: readonly string[] | undefined;
  /**
   * Globs of names of actions, as `flow/*` or `standard/emailSimple`; one with `!` before it takes away. Default:
   * none, since each costs an API request.
   */
  actions?: readonly string[] | undefined;
  /** Called as describes come in. */
  onProgress?: (done: number, total: number) => void;
  /** Called as describes of actions come in. */
  onActionProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** What an org says of one object. */
export type OrgDescribe =
  | { readonly name: string; readonly state: "read"; readonly input: unknown; readonly lastModified?: string }
  | { readonly name: string; readonly state: "unchanged" }
  /** `absent`: asked for by name, but the org has no such object. */
  | { readonly name: string; readonly state: "failed" | "absent"; readonly problem: DescribeError };

export interface OrgSource extends DescribeSource {
  /** As `66.0`. */
  readonly apiVersion: string;
  /**
   * Describes every selected object, in the order of their names. Those in `known` are asked for only if
   * they changed since then (a `Last-Modified` header).
   */
  readChanges(known: ReadonlyMap<string, string>): AsyncIterable<OrgDescribe>;
  /** Describes every selected action, in the order of their names. */
  describeActions(): AsyncIterable<OrgAction>;
}

/**
 * A live org. `GET /sobjects`, then its describes, 25 in one `POST /composite`, four such requests at a
 * time; what fails there is asked for once more by itself, `GET /sobjects/{sObject}/describe`.
 */
export function orgSource(client: DescribingClient, options: OrgSourceOptions = {}): OrgSource {
  const readChanges = (known: ReadonlyMap<string, string>) => describeAll(client, options, known);
  const { actions = [], onActionProgress: onProgress, signal } = options;
  const actionsOfOrg = () =>
    actions.length === 0 ? noActions() : describeActions(client, actions, { onProgress, signal });
  return {
    apiVersion: client.apiVersion,
    readChanges,
    describeActions: actionsOfOrg,
    async *readActions() {
      for await (const action of actionsOfOrg()) {
        const origin = action.name;
        yield action.state === "read" ? { origin, input: action.input } : { origin, problem: action.problem };
      }
    },
    async *read() {
      for await (const described of readChanges(new Map())) {
        const origin = described.name;
        if (described.state === "read") yield { origin, input: described.input };
        if ("problem" in described) yield { origin, problem: described.problem };
      }
    },
  };
}

async function* noActions(): AsyncGenerator<OrgAction> {}

async function* describeAll(
  client: DescribingClient,
  { objects, ...options }: OrgSourceOptions,
  known: ReadonlyMap<string, string>,
): AsyncGenerator<OrgDescribe> {
  const { names, missing } = await selectedNames(client, objects, options.signal);
  for (const name of missing) {
    yield {
      name,
      state: "absent",
      problem: problemOf(name, "the org has no such object, or the user may not see it"),
    };
  }
  yield* askInParts(names, (some) => describeTogether(client, some, known, options.signal), options);
}

async function selectedNames(
  client: DescribingClient,
  patterns: readonly string[] | undefined,
  signal: AbortSignal | undefined,
) {
  const { sobjects } = await client.describe.global(signal === undefined ? {} : { signal });
  const summaries = sobjects.filter(({ name }) => isObjectName(name));
  const selection = selectObjects(patterns ?? []);
  const wanted = summaries.filter((summary) =>
    patterns === undefined ? isCommon(summary) : selection.has(summary.name),
  );
  const names = wanted.map(({ name }) => name).sort(compareNames);
  return { names, missing: selection.missing(summaries.map(({ name }) => name)) };
}

function isCommon(summary: SObjectSummary): boolean {
  const { name, queryable, deprecatedAndHidden, associateEntityType } = summary;
  // Events are only published and read: `sf.events` is typed by them.
  const isUseful = queryable || name.endsWith("__e");
  return isUseful && deprecatedAndHidden !== true && !COMPANIONS.has(associateEntityType);
}

async function describeTogether(
  client: DescribingClient,
  names: readonly string[],
  known: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
): Promise<OrgDescribe[]> {
  const answers = await sendTogether(client, names, known, signal);
  return Promise.all(
    names.map(async (name, index) => {
      const answer = answers[index];
      const described = answer && describedBy(name, answer.httpStatusCode, answer.body, answer.httpHeaders);
      return described ?? describeAlone(client, name, known.get(name), signal);
    }),
  );
}

async function sendTogether(
  client: DescribingClient,
  names: readonly string[],
  known: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
) {
  const compositeRequest = names.map((name, index) => ({
    method: "GET" as const,
    url: `/services/data/v${client.apiVersion}/sobjects/${name}/describe`,
    referenceId: `describe${index}`,
    httpHeaders: ifModifiedSince(known.get(name)),
  }));
  try {
    const { data } = await client.rest.POST("/composite", {
      body: { compositeRequest },
      ...(signal && { signal }),
    });
    return data?.compositeResponse ?? [];
  } catch (error) {
    signal?.throwIfAborted();
    // A refused login will not be better one by one; a broken connection may be.
    if (isOrgtypeError(error, "AuthError")) throw error;
    return [];
  }
}

async function describeAlone(
  client: DescribingClient,
  name: string,
  lastModified: string | undefined,
  signal: AbortSignal | undefined,
): Promise<OrgDescribe> {
  const { data, error, response } = await client.rest.GET("/sobjects/{sobject}/describe", {
    params: { path: { sobject: name }, header: ifModifiedSince(lastModified) },
    ...(signal && { signal }),
  });
  const described = describedBy(name, response.status, data, Object.fromEntries(response.headers));
  return described ?? { name, state: "failed", problem: problemOf(name, refusal(error, response.status)) };
}

/** Undefined where the answer is a refusal. */
function describedBy(
  name: string,
  status: number,
  input: unknown,
  headers: Readonly<Record<string, string>> | null | undefined,
): OrgDescribe | undefined {
  if (status === 304) return { name, state: "unchanged" };
  if (status !== 200) return undefined;
  const lastModified = Object.entries(headers ?? {}).find(
    ([key]) => key.toLowerCase() === "last-modified",
  )?.[1];
  return { name, state: "read", input, ...(lastModified !== undefined && { lastModified }) };
}

function ifModifiedSince(lastModified: string | undefined): Record<string, string> {
  return lastModified === undefined ? {} : { "If-Modified-Since": lastModified };
}
