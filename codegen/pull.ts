import { DescribeError, isOrgtypeError } from "../src/errors.js";
import { nameKey } from "./model/names.js";
import { parseDescribe } from "./model/parse-describe.js";
import type { SnapshotIndex } from "./model/snapshot-index.js";
import { hasDescribe, removeDescribe, writeDescribe, writeSnapshotIndex } from "./output/snapshot-folder.js";
import { type PulledActions, pullActions } from "./pull-actions.js";
import type { OrgDescribe, OrgSource } from "./source/org.js";
import { readSnapshotIndex } from "./source/snapshot.js";

export interface PullOptions {
  source: OrgSource;
  /** The folder of the snapshot: it holds the selected objects afterwards and no others. */
  snapshot: string;
}

/** Object names, sorted. */
export interface PullReport {
  /** Those whose describe in the snapshot is new or different. */
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** Those that are no longer in the org, or no longer selected. */
  readonly removed: readonly string[];
  /** What became of the actions that were selected. */
  readonly actions: PulledActions;
  /** Describes that did not come or cannot be used. What the snapshot had of objects still in the org is kept. */
  readonly problems: readonly DescribeError[];
}

/**
 * Describes an org into a folder, to be committed. What did not change since the last pull is not sent by
 * Salesforce and not written: a second pull of an unchanged org changes no byte.
 *
 * @throws AuthError, ConnectionError, ApiError where the org cannot be described at all
 */
export async function pull({ source, snapshot }: PullOptions): Promise<PullReport> {
  const before = await readSnapshotIndex(snapshot);
  const known = await knownDescribes(snapshot, before, source.apiVersion);
  const report = { changed: [] as string[], unchanged: [] as string[], problems: [] as DescribeError[] };
  const objects: Record<string, { lastModified?: string | undefined }> = {};
  const keep = (name: string) => {
    const earlier = before?.objects[name];
    if (earlier !== undefined) objects[name] = earlier;
  };
  for await (const described of source.readChanges(known)) {
    const { name } = described;
    const outcome = await store(snapshot, described);
    if (outcome instanceof DescribeError) {
      report.problems.push(outcome);
      if (described.state !== "absent") keep(name);
    } else {
      report[outcome].push(name);
      if (described.state === "read") objects[name] = { lastModified: described.lastModified };
      else keep(name);
    }
  }
  const removed = Object.keys(before?.objects ?? {}).filter((name) => objects[name] === undefined);
  for (const name of removed) await removeDescribe(snapshot, name);
  const { problems, ...actions } = await pullActions(
    source.describeActions(),
    snapshot,
    before?.actions ?? [],
  );
  await writeSnapshotIndex(snapshot, {
    apiVersion: source.apiVersion,
    objects,
    actions: [...actions.changed, ...actions.unchanged],
  });
  return { ...report, problems: [...report.problems, ...problems], removed: removed.sort(), actions };
}

/** When each object's describe in the snapshot last changed, for those that are still there and of this API version. */
async function knownDescribes(
  snapshot: string,
  before: SnapshotIndex | undefined,
  apiVersion: string,
): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  if (before?.apiVersion !== apiVersion) return known;
  for (const [name, { lastModified }] of Object.entries(before.objects)) {
    if (lastModified !== undefined && (await hasDescribe(snapshot, name))) known.set(name, lastModified);
  }
  return known;
}

async function store(
  snapshot: string,
  described: OrgDescribe,
): Promise<"changed" | "unchanged" | DescribeError> {
  if (described.state === "unchanged") return "unchanged";
  if ("problem" in described) return described.problem;
  try {
    const describe = parseDescribe(described.input, described.name);
    if (nameKey(describe.name) !== nameKey(described.name)) {
      return new DescribeError(`${described.name}: the org described ${describe.name} instead.`);
    }
    return (await writeDescribe(snapshot, describe)) === "written" ? "changed" : "unchanged";
  } catch (error) {
    if (isOrgtypeError(error, "DescribeError")) return error;
    throw error;
  }
}
