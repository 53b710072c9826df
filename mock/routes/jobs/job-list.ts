import type { Job, JobState } from "../../bulk/job.js";
import { type Answer, json } from "../../http/call.js";
import { requestFault } from "../../http/fault.js";
import { expectObject } from "../../http/json-body.js";
import type { RoutedCall } from "../route.js";

const PAGE = 1_000;

/** A page of jobs of one kind, the oldest first. `jobType` may ask for another kind, of which there are none here. */
export function listJobs<J extends Job>(
  call: RoutedCall,
  jobs: ReadonlyMap<string, J>,
  kind: { readonly jobType: string; readonly path: string; readonly answer: (job: J) => unknown },
): Answer {
  const asked = call.query.get("jobType");
  const all = asked === null || asked === kind.jobType ? [...jobs.values()] : [];
  const from = Number(call.query.get("queryLocator") ?? 0);
  const records = all.slice(from, from + PAGE).map(kind.answer);
  const done = from + PAGE >= all.length;
  const nextRecordsUrl = done ? null : `${call.dataPath}/jobs/${kind.path}?queryLocator=${from + PAGE}`;
  return json({ done, records, nextRecordsUrl });
}

/** The job a URL names, or 404. */
export function requireJob<J>(call: RoutedCall, jobs: ReadonlyMap<string, J>): J {
  const { id = "" } = call.params;
  const job =
    jobs.get(id) ?? [...jobs.entries()].find(([known]) => known.startsWith(id) && id.length === 15)?.[1];
  if (job !== undefined) return job;
  throw requestFault(404, "NOT_FOUND", "The requested resource does not exist");
}

/** The state a PATCH asks for. */
export function stateAsked(call: RoutedCall): JobState {
  const { state } = expectObject(call.body(), "Job");
  if (state === "UploadComplete" || state === "Aborted") return state;
  throw invalidState(`Invalid job state: ${String(state)}`);
}

export function invalidState(message: string) {
  return requestFault(400, "INVALIDJOBSTATE", message);
}
