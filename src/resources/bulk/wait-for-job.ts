import { poll } from "../../async/poll.js";
import { within } from "../../async/within.js";
import { TimeoutError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import type { Operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import { isPassing } from "./is-passing.js";
import { type BulkJob, hasEnded, type JobKind } from "./job.js";
import type { JobSettings } from "./job-options.js";
import { jobRequests } from "./job-requests.js";

/** For what is done about a job that nobody waits for any more. */
const FAREWELL_MS = 10_000;

/**
 * Asks how far a job is until it has ended, with growing waits; a job that failed or was aborted is an answer
 * like any other.
 *
 * @param tell is told of each answer
 * @throws TimeoutError where it takes too long, and `signal.reason`
 */
export function waitForJob(
  send: Send,
  kind: JobKind,
  id: string,
  settings: JobSettings,
  tell: (job: BulkJob) => void,
): Promise<BulkJob> {
  const { call, jobTimeoutMs, pollMs, maxPollMs, retry } = settings;
  const timeoutError = () =>
    new TimeoutError(`Bulk job ${id} has not ended within ${jobTimeoutMs} ms.`, jobTimeoutMs, {
      hint: "Give a longer `jobTimeout`, in milliseconds, or none.",
    });
  const waits = { firstDelayMs: pollMs, maxDelayMs: maxPollMs, timeoutMs: jobTimeoutMs, timeoutError };
  let failures = 0;
  return poll({ ...waits, signal: call.signal }, async (signal) => {
    try {
      const job = await send(jobRequests[kind].get(id), { ...call, signal });
      failures = 0;
      tell(job);
      return hasEnded(job) ? job : undefined;
    } catch (error) {
      // The job goes on, whether it can be asked or not.
      signal.throwIfAborted();
      if (!isPassing(error) || failures++ >= retry.times) throw error;
      return undefined;
    }
  });
}

/**
 * Makes a job. Where that is given up before its id is known, it is aborted once it is: nobody else would.
 *
 * @throws what the request throws, and `signal.reason`
 */
export async function openedJob(
  send: Send,
  kind: JobKind,
  creation: Operation<BulkJob>,
  { call: { signal, ...call }, deleteJobs }: JobSettings,
): Promise<BulkJob> {
  signal?.throwIfAborted();
  const opened = send(creation, call);
  const abandon = () => void opened.then((job) => abandonJob(send, kind, job, deleteJobs)).catch(() => {});
  const bounds = { signal, timeoutMs: Number.POSITIVE_INFINITY, timeoutError: () => new Error() };
  signal?.addEventListener("abort", abandon, { once: true });
  try {
    return await within(bounds, () => opened);
  } finally {
    signal?.removeEventListener("abort", abandon);
  }
}

/**
 * Aborts a job that has not ended, and deletes it where asked. Never throws: there is an error already that
 * matters more.
 */
export async function abandonJob(send: Send, kind: JobKind, job: BulkJob, isDeleted: boolean): Promise<void> {
  // Without the caller's signal, which has aborted.
  const options: CallOptions = { timeout: FAREWELL_MS };
  const { setState, remove } = jobRequests[kind];
  if (!hasEnded(job)) await send(setState(job.id, "Aborted"), options).catch(() => {});
  if (isDeleted) await send(remove(job.id), options).catch(() => {});
}
