import { type DescribeError, isOrgtypeError } from "../src/errors.js";
import { parseAction } from "./model/raw-action.js";
import { removeAction, writeAction } from "./output/snapshot-folder.js";
import type { OrgAction } from "./source/org-actions.js";

/** Names of actions, sorted. */
export interface PulledActions {
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

export interface ActionsReport extends PulledActions {
  readonly problems: readonly DescribeError[];
}

/**
 * Brings the actions of a snapshot to be those that were described. Of those that could not be, what the snapshot
 * had is kept.
 *
 * @param before the actions of the snapshot
 */
export async function pullActions(
  actions: AsyncIterable<OrgAction>,
  snapshot: string,
  before: readonly string[],
): Promise<ActionsReport> {
  const changed: string[] = [];
  const unchanged: string[] = [];
  const kept: string[] = [];
  const problems: DescribeError[] = [];
  for await (const action of actions) {
    const outcome = await store(snapshot, action);
    if (typeof outcome === "string") (outcome === "changed" ? changed : unchanged).push(action.name);
    else {
      problems.push(outcome);
      if (action.state !== "absent") kept.push(...before.filter((name) => isOf(name, action.name)));
    }
  }
  const there = new Set([...changed, ...unchanged, ...kept]);
  const removed = before.filter((name) => !there.has(name)).sort();
  for (const name of removed) await removeAction(snapshot, name);
  return { changed, unchanged: [...new Set([...unchanged, ...kept])].sort(), removed, problems };
}

/** Whether an action is one, or of a kind. */
function isOf(name: string, nameOrKind: string): boolean {
  return name === nameOrKind || name.startsWith(`${nameOrKind}/`);
}

async function store(snapshot: string, action: OrgAction): Promise<"changed" | "unchanged" | DescribeError> {
  if (action.state !== "read") return action.problem;
  try {
    const describe = parseAction(action.input, action.name);
    return (await writeAction(snapshot, action.name, describe)) === "written" ? "changed" : "unchanged";
  } catch (error) {
    if (isOrgtypeError(error, "DescribeError")) return error;
    throw error;
  }
}
