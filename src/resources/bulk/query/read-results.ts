import { isOrgtypeError } from "../../../errors.js";
import type { Send } from "../../../http/pipeline.js";
import { hasEnded } from "../job.js";
import { jobError } from "../job-error.js";
import type { JobSettings } from "../job-options.js";
import { jobRequests } from "../job-requests.js";
import { abandonJob, openedJob, waitForJob } from "../wait-for-job.js";
import type { Reading } from "./checkpoint.js";
import type { PageReader, RowList } from "./page-reader.js";
import { createQueryJob, pageList, type ResultPage, resultPage } from "./query-requests.js";
import type { PageSource } from "./read-page.js";
import { inParallel, inSequence, type PlacedRows } from "./read-places.js";

export interface ResultsPlan {
  readonly send: Send;
  readonly settings: JobSettings;
  readonly allRows: boolean;
  readonly pageRows: number | undefined;
  /** Whether the next page is asked for while one is read. */
  readonly isAhead: boolean;
  readonly parallel: number;
  /** Called when the job, or the count of rows read, has changed. */
  readonly tell: () => void;
}

/**
 * Makes the job where there is none, waits for it, and gives its rows as they come.
 *
 * @throws ApiError where the job failed, TimeoutError where it took too long, and `signal.reason`
 */
export async function* readResults<List extends RowList>(
  reading: Reading,
  plan: ResultsPlan,
  read: PageReader<List>,
): AsyncGenerator<PlacedRows<List>, void, undefined> {
  const { send, settings } = plan;
  const jobId = await startedJob(reading, plan);
  try {
    await endOfJob(reading, jobId, plan);
    yield* placedRows(reading, jobId, plan, read);
  } catch (error) {
    // After other failures another reading can go on from here.
    const isGivenUp = settings.call.signal?.aborted || isOrgtypeError(error, "TimeoutError");
    if (isGivenUp && reading.job !== undefined) {
      await abandonJob(send, "query", reading.job, settings.deleteJobs);
    }
    throw error;
  }
  if (settings.deleteJobs) await send(jobRequests.query.remove(jobId), settings.call);
}

async function startedJob(reading: Reading, { send, settings, allRows, tell }: ResultsPlan): Promise<string> {
  if (reading.jobId === undefined) {
    reading.job = await openedJob(send, "query", createQueryJob(reading.soql, allRows), settings);
    reading.jobId = reading.job.id;
  } else {
    reading.job = await send(jobRequests.query.get(reading.jobId), settings.call);
  }
  tell();
  return reading.jobId;
}

async function endOfJob(
  reading: Reading,
  jobId: string,
  { send, settings, tell }: ResultsPlan,
): Promise<void> {
  if (reading.job === undefined || !hasEnded(reading.job)) {
    await waitForJob(send, "query", jobId, settings, (job) => {
      reading.job = job;
      tell();
    });
  }
  if (reading.job !== undefined && reading.job.state !== "JobComplete") throw jobError(reading.job);
}

async function* placedRows<List extends RowList>(
  reading: Reading,
  jobId: string,
  plan: ResultsPlan,
  read: PageReader<List>,
): AsyncGenerator<PlacedRows<List>, void, undefined> {
  const { send, settings, parallel } = plan;
  // Ends what is under way when nobody wants more rows.
  const stop = new AbortController();
  const { signal } = settings.call;
  const call = {
    ...settings.call,
    signal: signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]),
  };
  // Pages that are read side by side are as large as Salesforce has cut them: more rows would be left out.
  const pageRows = reading.isParallel ? undefined : plan.pageRows;
  const open = (locator: string | null) => send(resultPage(jobId, locator, pageRows), call);
  const ahead = plan.isAhead ? oneAhead(open) : undefined;
  const source: PageSource<List> = { settings, read, open: ahead?.open ?? open };
  try {
    yield* reading.isParallel
      ? inParallel(reading, source, (url) => send(pageList(jobId, url), call), parallel)
      : inSequence(reading, source);
  } finally {
    ahead?.drop();
    stop.abort();
  }
}

type OpenPage = PageSource<RowList>["open"];

/** Asks for the next page as soon as a page says where it is. Its rows wait on the connection. */
function oneAhead(open: OpenPage): { open: OpenPage; drop: () => void } {
  let next: { readonly locator: string; readonly page: Promise<ResultPage> } | undefined;
  const drop = () => {
    next?.page.then(({ body }) => body?.cancel()).catch(() => {});
    next = undefined;
  };
  return {
    drop,
    async open(locator) {
      const asked = next?.locator === locator ? next.page : undefined;
      if (asked === undefined) drop();
      next = undefined;
      const page = await (asked ?? open(locator));
      if (page.next !== null) {
        next = { locator: page.next, page: open(page.next) };
        next.page.catch(() => {});
      }
      return page;
    },
  };
}
