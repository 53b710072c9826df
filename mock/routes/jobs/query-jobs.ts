import { createQueryJob } from "../../bulk/create-query-job.js";
import { hasEnded, invalidState, moveTo } from "../../bulk/job.js";
import { QUERY_FORMS } from "../../bulk/job-answer.js";
import { advanceQueryJob } from "../../bulk/query-job.js";
import { resultPages, resultsAnswer } from "../../bulk/query-results.js";
import { json, noContent } from "../../http/call.js";
import { listJobs, requireJob, stateAsked } from "./job-list.js";
import { jobRoute } from "./job-route.js";

const SINCE = 47;
const PAGES_SINCE = 58;

const LIST = { jobType: "V2Query", path: "query", listed: QUERY_FORMS.listed };

/** Starting bulk queries, and those there are. */
export const queryJobs = jobRoute("query", SINCE, {
  GET: (call, context) => listJobs(call, context, context.bulk.query, LIST),
  POST: (call, context) => {
    const job = createQueryJob(call, context);
    context.bulk.query.set(job.id, job);
    return json(QUERY_FORMS.changed(job));
  },
});

/** One bulk query. */
export const queryJob = jobRoute("query/{id}", SINCE, {
  GET: (call, context) => {
    const job = requireJob(call, context, context.bulk.query);
    advanceQueryJob(job, context.now());
    return json(QUERY_FORMS.whole(job));
  },
  PATCH: (call, context) => {
    const job = requireJob(call, context, context.bulk.query);
    if (stateAsked(call) !== "Aborted" || hasEnded(job)) {
      throw invalidState(`A query job in the state ${job.state} can be aborted only before it has ended`);
    }
    moveTo(job, "Aborted", context.now());
    return json(QUERY_FORMS.changed(job));
  },
  DELETE: (call, context) => {
    const job = requireJob(call, context, context.bulk.query);
    if (!hasEnded(job)) throw invalidState("A query job can be deleted once it has ended");
    context.bulk.query.delete(job.id);
    return noContent();
  },
});

export const queryResults = jobRoute("query/{id}/results", SINCE, {
  GET: (call, context) => resultsAnswer(requireJob(call, context, context.bulk.query), call),
});

/** Where the pages of a bulk query's rows are, for those who fetch them side by side. */
export const queryResultPages = jobRoute("query/{id}/resultPages", PAGES_SINCE, {
  GET: (call, context) => json(resultPages(requireJob(call, context, context.bulk.query), call)),
});
