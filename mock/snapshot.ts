import type { OrgContext } from "./org-context.js";
import type { StoreMark } from "./store/store.js";

/** A point to take an org's data back to. */
export interface OrgMark {
  readonly records: StoreMark;
  readonly events: number;
  readonly jobs: { readonly ingest: ReadonlySet<string>; readonly query: ReadonlySet<string> };
}

type Data = Pick<OrgContext, "store" | "events" | "bulk">;

export function markOf({ store, events, bulk }: Data): OrgMark {
  return {
    records: store.mark(),
    events: events.events.length,
    jobs: { ingest: new Set(bulk.ingest.keys()), query: new Set(bulk.query.keys()) },
  };
}

/** Records, events and bulk jobs as they were. Ids go on from where they are, so that none is given twice. */
export function restoreTo({ store, events, bulk }: Data, { records, events: count, jobs }: OrgMark): void {
  store.restore(records);
  events.truncate(count);
  for (const kind of ["ingest", "query"] as const) {
    for (const id of bulk[kind].keys()) if (!jobs[kind].has(id)) bulk[kind].delete(id);
  }
}
