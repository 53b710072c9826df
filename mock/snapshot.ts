import type { OrgContext } from "./org-context.js";
import type { StoreMark } from "./store/store.js";

type Data = Pick<OrgContext, "store" | "events" | "bulk">;
type Jobs = OrgContext["bulk"];

/** A point to take an org's data back to. */
export interface OrgMark {
  readonly records: StoreMark;
  /** The last replay id. */
  readonly events: number;
  readonly jobs: Jobs;
}

export function markOf({ store, events, bulk }: Data): OrgMark {
  return { records: store.mark(), events: events.lastReplayId, jobs: copied(bulk) };
}

/**
 * Records, auto numbers, events and bulk jobs as they were. Record ids and replay ids go on from where they are, so that none is
 * given twice.
 */
export function restoreTo({ store, events, bulk }: Data, { records, events: replayId, jobs }: OrgMark): void {
  store.restore(records);
  events.truncate(replayId);
  const { ingest, query } = copied(jobs);
  refill(bulk.ingest, ingest);
  refill(bulk.query, query);
}

/** Jobs change as they go on: what is kept are copies. */
function copied({ ingest, query }: Jobs): Jobs {
  const copy = <J extends object>(jobs: ReadonlyMap<string, J>) =>
    new Map([...jobs].map(([id, job]) => [id, { ...job }]));
  return { ingest: copy(ingest), query: copy(query) };
}

function refill<V>(map: Map<string, V>, entries: ReadonlyMap<string, V>): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}
