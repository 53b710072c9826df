import { invalidState, type Job, type JobState } from "../../bulk/job.js";
import { forgetOldJobs } from "../../bulk/job-store.js";
import { type Answer, json } from "../../http/call.js";
import { notFound, requestFault } from "../../http/fault.js";
import { expectObject } from "../../http/json-body.js";
import type { OrgContext } from "../../org-context.js";
import { toId18 } from "../../store/record-id.js";
import type { RoutedCall } from "../route.js";

const PAGE = 1_000;

/** What a job may be asked for by; none here has another value. */
const FILTERS = { isPkChunkingEnabled: "false", concurrencyMode: "parallel" } as const;

/** A page of jobs of one kind, the oldest first. `jobType` may ask for another kind, of which there are none here. */
export function listJobs<J extends Job>(
  call: RoutedCall,
  context: OrgContext,
  jobs: Map<string, J>,
  kind: { readonly jobType: string; readonly path: string; readonly listed: (job: J) => object },
): Answer {
  forgetOldJobs(jobs, context.now());
  const asksForThese = Object.entries({ ...FILTERS, jobType: kind.jobType.toLowerCase() }).every(
    ([name, value]) => (call.query.get(name)?.toLowerCase() ?? value) === value,
  );
  const all = asksForThese ? [...jobs.values()] : [];
  const from = placeOf(all, call.query.get("queryLocator"));
  const next = all[from + PAGE];
  const nextRecordsUrl =
    next === undefined ? null : `${call.dataPath}/jobs/${kind.path}?${nextQuery(call, next)}`;
  return json({
    done: next === undefined,
    records: all.slice(from, from + PAGE).map(kind.listed),
    nextRecordsUrl,
  });
}

/** The place of the job a locator names. */
function placeOf(jobs: readonly Job[], locator: string | null): number {
  if (locator === null) return 0;
  const place = jobs.findIndex(({ id }) => id === locator);
  if (place >= 0) return place;
  throw requestFault(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
}

function nextQuery(call: RoutedCall, { id }: Job): string {
  const query = new URLSearchParams(call.query);
  query.set("queryLocator", id);
  return query.toString();
}

/** The job a URL names, or 404. */
export function requireJob<J extends Job>(call: RoutedCall, context: OrgContext, jobs: Map<string, J>): J {
  forgetOldJobs(jobs, context.now());
  const { id = "" } = call.params;
  const job = jobs.get(toId18(id) ?? id);
  if (job !== undefined) return job;
  throw notFound();
}

/** The state a PATCH asks for. */
export function stateAsked(call: RoutedCall): JobState {
  const { state } = expectObject(call.body(), "Job");
  if (state === "UploadComplete" || state === "Aborted") return state;
  throw invalidState(`Invalid job state: ${String(state)}`);
}
