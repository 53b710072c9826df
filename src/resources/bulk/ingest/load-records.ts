import { backOffMs } from "../../../async/back-off.js";
import { sleep } from "../../../async/sleep.js";
import { isOrgtypeError, PartialFailureError, SettingsError } from "../../../errors.js";
import type { Send } from "../../../http/pipeline.js";
import type { FieldKinds } from "../../../values/encode-record.js";
import type { BulkJob } from "../job.js";
import { atLeast, jobSettings } from "../job-settings.js";
import type { BulkFailure, BulkLoad, BulkLoadOptions, BulkSource, BulkUnprocessed } from "./bulk-load.js";
import type { LoadTarget } from "./ingest-requests.js";
import type { JobRows, Row } from "./job-rows.js";
import { readSource } from "./read-source.js";
import { type JobOutcome, type JobPlan, type RowOutcomes, runJob } from "./run-job.js";
import { splitAgain, splitJobs } from "./split-jobs.js";

/** Salesforce takes 150 MB in base64. */
const LARGEST_JOB = 100_000_000;
/** Several of the batches of 10,000 records that Salesforce makes of a job, and little to hold. */
const USUAL_JOB = 10_000_000;
/** How often rows that failed in passing are sent again. */
const RETRY_TIMES = 3;

/** What a load has come to. */
interface Progress {
  read: number;
  uploaded: number;
  written: number;
  readonly jobs: Map<string, BulkJob>;
  readonly outcomes: RowOutcomes;
}

/**
 * Loads records: splits them into jobs, runs these side by side, and sends rows again that failed in passing.
 *
 * @throws PartialFailureError where the load was cut short after records were written
 */
export async function loadRecords(
  send: Send,
  target: LoadTarget,
  source: BulkSource<unknown>,
  kinds: FieldKinds,
  options: BulkLoadOptions,
): Promise<BulkLoad<unknown>> {
  const {
    maxJobBytes = USUAL_JOB,
    delimiter = ",",
    concurrency = 2,
    results = "all",
    assignmentRule,
    onProgress,
    ...rest
  } = options;
  const largest = Math.min(atLeast(1, maxJobBytes, "maxJobBytes"), LARGEST_JOB);
  const settings = jobSettings(rest, RETRY_TIMES);
  const isOfIds = target.operation === "delete" || target.operation === "hardDelete";
  const records = readSource(source, { kinds, delimiter: checkDelimiter(delimiter), isOfIds });
  const progress: Progress = {
    read: 0,
    uploaded: 0,
    written: 0,
    jobs: new Map(),
    outcomes: { successes: [], failures: [], unprocessed: [] },
  };
  const tell = () => onProgress?.(progressOf(progress));
  const plan: JobPlan = {
    send,
    settings,
    target: { ...target, assignmentRule },
    isWhole: results === "all",
    tell(job) {
      progress.jobs.set(job.id, job);
      tell();
    },
  };
  const run = (jobs: AsyncIterable<JobRows> | Iterable<JobRows>) =>
    runJobs(jobs, atLeast(1, concurrency, "concurrency"), plan, progress);
  try {
    await run(splitJobs(records, largest, plan.isWhole, (read) => (progress.read = read)));
    for (let round = 0; round < settings.retry.times; round++) {
      const again = takePassing(progress.outcomes);
      if (again.length === 0) break;
      await sleep(backOffMs(settings.retry, round), settings.call.signal);
      await run(splitAgain(again, records.reader, largest));
    }
  } catch (cause) {
    throw cutShort(cause, progress, settings.call.signal);
  }
  return loadOf(progress);
}

function checkDelimiter(delimiter: string): string {
  if (typeof delimiter === "string" && /^[^"\r\n]$/.test(delimiter)) return delimiter;
  throw new SettingsError("settings.delimiter", "`delimiter` is no single character.", {
    hint: "Give what stands between the fields, as `;`.",
  });
}

/** Runs jobs side by side, and takes the next from the source when there is room for it. */
async function runJobs(
  jobs: AsyncIterable<JobRows> | Iterable<JobRows>,
  concurrency: number,
  plan: JobPlan,
  progress: Progress,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const stop = new AbortController();
  const { signal } = plan.settings.call;
  const ended = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  const stoppable: JobPlan = {
    ...plan,
    settings: { ...plan.settings, call: { ...plan.settings.call, signal: ended } },
  };
  try {
    for await (const rows of jobs) {
      ended.throwIfAborted();
      const task = runJob(rows, stoppable).then((outcome) => take(outcome, rows, progress));
      // Told where it is awaited; a second failure must not go unheard of by Node.
      const settled = task.finally(() => underWay.delete(settled));
      settled.catch(() => {});
      underWay.add(settled);
      if (underWay.size >= concurrency) await Promise.race(underWay);
    }
    await Promise.all(underWay);
  } catch (error) {
    stop.abort(error);
    await Promise.allSettled(underWay);
    throw error;
  }
}

function take({ written, outcomes }: JobOutcome, { count }: JobRows, progress: Progress): void {
  progress.uploaded += count;
  progress.written += written;
  const { successes, failures, unprocessed } = progress.outcomes;
  for (const each of outcomes.successes) successes.push(each);
  for (const each of outcomes.failures) failures.push(each);
  for (const each of outcomes.unprocessed) unprocessed.push(each);
}

/** Takes the rows out that may fare better another time. */
function takePassing({ failures, unprocessed }: RowOutcomes): Row[] {
  const again = [...takeOut(failures, isLocked), ...takeOut(unprocessed, isPassing)];
  return again.sort((a, b) => a.index - b.index);
}

function takeOut<T>(items: T[], isWanted: (item: T) => boolean): T[] {
  const wanted = items.filter(isWanted);
  if (wanted.length > 0) {
    const others = items.filter((item) => !isWanted(item));
    items.length = 0;
    for (const item of others) items.push(item);
  }
  return wanted;
}

/** A lock is let go of sooner or later; one of an approval too late to wait for. */
function isLocked({ error }: BulkFailure<unknown>): boolean {
  return isOrgtypeError(error, "LockedError") && error.errorCode !== "ENTITY_IS_LOCKED";
}

/** Rows no one has looked at are not at fault, unless all were. */
function isPassing({ error }: BulkUnprocessed<unknown>): boolean {
  return PASSING_JOBS.test(error.errorCode);
}

const PASSING_JOBS = /^(JOB_FAILED|InternalServerError|ExceededQuota|TooManyLockFailure)$/i;

function progressOf({ read, uploaded, jobs }: Progress) {
  const all = [...jobs.values()];
  return {
    read,
    uploaded,
    processed: all.reduce((sum, job) => sum + (job.numberRecordsProcessed ?? 0), 0),
    failed: all.reduce((sum, job) => sum + (job.numberRecordsFailed ?? 0), 0),
    jobs: all,
  };
}

function loadOf({ written, outcomes, jobs }: Progress): BulkLoad<unknown> {
  return { succeeded: written, ...outcomes, jobs: [...jobs.values()] };
}

/** What was written before must not be lost from sight. */
function cutShort(cause: unknown, progress: Progress, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted || progress.written === 0) return cause;
  const { successes, failures, unprocessed } = loadOf(progress);
  const message = `The load was cut short: ${progress.written} records were written; of others it is not known.`;
  return new PartialFailureError(
    message,
    { succeeded: successes, failed: failures, unanswered: unprocessed },
    { cause, hint: "See `cause`. The jobs in Salesforce's setup tell what became of each record." },
  );
}
