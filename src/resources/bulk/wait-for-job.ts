import { backOffMs } from "../../async/back-off.js";
import { sleep } from "../../async/sleep.js";
import { within } from "../../async/within.js";
import { TimeoutError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
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
  const { call, jobTimeoutMs, pollMs, maxPollMs } = settings;
  const timeoutError = () =>
    new TimeoutError(`Bulk job ${id} has not ended within ${jobTimeoutMs} ms.`, jobTimeoutMs, {
      hint: "Give a longer `jobTimeout`, in milliseconds, or none.",
    });
  return within({ signal: call.signal, timeoutMs: jobTimeoutMs, timeoutError }, async (signal) => {
    for (let asked = 0; ; asked++) {
      await sleep(backOffMs({ firstDelayMs: pollMs, maxDelayMs: maxPollMs }, asked), signal);
      const job = await send(jobRequests[kind].get(id), { ...call, signal });
      tell(job);
      if (hasEnded(job)) return job;
    }
  });
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
