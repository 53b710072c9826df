import { backOffMs } from "../../../async/back-off.js";
import { sleep } from "../../../async/sleep.js";
import { type ApiError, isOrgtypeError } from "../../../errors.js";
import { apiError } from "../../../http/api-error.js";
import type { Send } from "../../../http/pipeline.js";
import type { Id } from "../../../schema/brand.js";
import { type BulkJob, hasEnded } from "../job.js";
import { jobError } from "../job-error.js";
import type { JobSettings } from "../job-options.js";
import { jobRequests } from "../job-requests.js";
import { abandonJob, openedJob, waitForJob } from "../wait-for-job.js";
import type { BulkFailure, BulkSuccess, BulkUnprocessed } from "./bulk-load.js";
import { jobResults, type LoadTarget, openJob, type ResultKind, uploadCsv } from "./ingest-requests.js";
import type { JobRows, Row } from "./job-rows.js";
import { rowMatcher } from "./match-results.js";
import { resultRows } from "./result-rows.js";

/** What became of rows, those that were written only where they are asked for. */
export interface RowOutcomes {
  readonly successes: BulkSuccess<unknown>[];
  readonly failures: BulkFailure<unknown>[];
  readonly unprocessed: BulkUnprocessed<unknown>[];
}

export interface JobPlan {
  readonly send: Send;
  readonly settings: JobSettings;
  readonly target: LoadTarget;
  /** Whether rows that were written are told of, too. */
  readonly isWhole: boolean;
  /** Called when a job has changed. */
  readonly tell: (job: BulkJob) => void;
}

export interface JobOutcome {
  readonly job: BulkJob;
  readonly written: number;
  readonly outcomes: RowOutcomes;
}

/**
 * Uploads rows as a job, waits for its end and fetches what became of each row. Where that is cut short, the
 * job is aborted.
 *
 * @throws ConnectionError, TimeoutError, ApiError where a request fails for good, and `signal.reason`
 */
export async function runJob(rows: JobRows, plan: JobPlan): Promise<JobOutcome> {
  const { send, settings, tell } = plan;
  let job = await uploadedJob(rows, plan);
  try {
    job = await startedJob(job, plan);
    tell(job);
    const ended = await waitForJob(send, "ingest", job.id, settings, (latest) => {
      job = latest;
      tell(latest);
    });
    const outcomes = await outcomesOf(ended, rows, plan);
    // Salesforce has seen all of it: no transport can be sending it still.
    if (ended.numberRecordsProcessed === rows.count) rows.letGo();
    if (settings.deleteJobs) await send(jobRequests.ingest.remove(ended.id), settings.call);
    return {
      job: ended,
      written: (ended.numberRecordsProcessed ?? 0) - (ended.numberRecordsFailed ?? 0),
      outcomes,
    };
  } catch (error) {
    await abandonJob(send, "ingest", job, false);
    throw error;
  }
}

/** An open job does nothing: where its upload is cut, another one is begun. */
async function uploadedJob(rows: JobRows, { send, settings, target, tell }: JobPlan): Promise<BulkJob> {
  const { call, retry } = settings;
  const { csv } = rows;
  for (let failures = 0; ; failures++) {
    const job = await openedJob(send, "ingest", openJob(target), settings);
    tell(job);
    try {
      await send(uploadCsv(job.id, csv), { ...call, timeout: uploadTimeout(csv, call.timeout) });
      return job;
    } catch (error) {
      await abandonJob(send, "ingest", job, settings.deleteJobs);
      const isPassing = isOrgtypeError(error, "ConnectionError") || isOrgtypeError(error, "LockedError");
      if (!isPassing || failures >= retry.times) throw error;
      await sleep(backOffMs(retry, failures), call.signal);
    }
  }
}

/** A slow line takes its time: bytes a millisecond that are enough. */
const SLOWEST_UPLOAD = 10;
const SHORTEST_UPLOAD_MS = 120_000;

function uploadTimeout({ length }: Uint8Array, timeout: number = SHORTEST_UPLOAD_MS): number {
  return Math.max(timeout, length / SLOWEST_UPLOAD);
}

/** The answer to the start may be lost, and the repetition refused: what the job says of itself counts. */
async function startedJob(job: BulkJob, { send, settings: { call } }: JobPlan): Promise<BulkJob> {
  try {
    return await send(jobRequests.ingest.setState(job.id, "UploadComplete"), call);
  } catch (error) {
    call.signal?.throwIfAborted();
    const latest = await send(jobRequests.ingest.get(job.id), call);
    if (latest.state === "Open") throw error;
    return latest;
  }
}

type Take = (row: Row, result: readonly string[]) => void;

async function outcomesOf(job: BulkJob, rows: JobRows, plan: JobPlan): Promise<RowOutcomes> {
  const { send, settings, isWhole } = plan;
  const outcomes: RowOutcomes = { successes: [], failures: [], unprocessed: [] };
  const processed = job.numberRecordsProcessed ?? 0;
  const failed = job.numberRecordsFailed ?? 0;
  const isEven = job.state === "JobComplete" && processed === rows.count;
  if (processed === 0 && hasEnded(job) && !isEven) {
    for (let row = 0; row < rows.count; row++) {
      outcomes.unprocessed.push({ ...rows.row(row), error: jobError(job) });
    }
    return outcomes;
  }
  const matcher = rowMatcher(rows);
  /** Calls back for each result, with its row; its first fields are Salesforce's own. */
  const each = async (kind: ResultKind, own: number, take: Take, count?: number) => {
    const open = () => send(jobResults(job.id, kind), settings.call);
    for await (const results of resultRows(open, count, settings)) {
      for (const result of results) take(rows.row(matcher.find(result, own)), result);
    }
  };
  if (isWhole && processed > failed) {
    const take: Take = ({ index, input }, [id = "", created]) =>
      outcomes.successes.push({ index, input, id: detached(id) as Id, created: created === "true" });
    await each("successfulResults", 2, take, processed - failed);
  }
  if (failed > 0) {
    const take: Take = (row, [, text = ""]) => outcomes.failures.push({ ...row, error: rowError(text) });
    await each("failedResults", 2, take, failed);
  }
  if (!isEven) {
    await each("unprocessedrecords", 0, (row) => outcomes.unprocessed.push({ ...row, error: jobError(job) }));
  }
  return outcomes;
}

/** A copy: engines make a part of a text a view of the whole, here of a row, which stays as long as the part does. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

/** The error of `REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --`. */
export function rowError(text: string): ApiError {
  const [, errorCode = "UNKNOWN", message = text, names = ""] =
    /^([A-Z_]+):([\s\S]*?)(?::([\w, ]*) --)?$/.exec(text.trim()) ?? [];
  const fields = names.split(",").map((name) => name.trim());
  return apiError([{ errorCode, message, fields: fields.filter((name) => name !== "") }]);
}
