import { createQueryJob } from "../../bulk/create-query-job.js";
import { hasEnded } from "../../bulk/job.js";
import { advanceQueryJob, queryJobAnswer } from "../../bulk/query-job.js";
import { resultPages, resultsAnswer } from "../../bulk/query-results.js";
import { json, noContent } from "../../http/call.js";
import type { Route } from "../route.js";
import { invalidState, listJobs, requireJob, stateAsked } from "./job-list.js";

const LIST = { jobType: "V2Query", path: "query", answer: queryJobAnswer };

/** Starting bulk queries, and those there are. */
export const queryJobs: Route = {
  path: "/services/data/{version}/jobs/query",
  alone: true,
  methods: {
    GET: (call, context) => listJobs(call, context.bulk.query, LIST),
    POST: (call, context) => {
      const job = createQueryJob(call, context);
      context.bulk.query.set(job.id, job);
      return json(queryJobAnswer(job));
    },
  },
};

/** One bulk query. */
export const queryJob: Route = {
  path: "/services/data/{version}/jobs/query/{id}",
  alone: true,
  methods: {
    GET: (call, context) => {
      const job = requireJob(call, context.bulk.query);
      advanceQueryJob(job);
      return json(queryJobAnswer(job));
    },
    PATCH: (call, context) => {
      const job = requireJob(call, context.bulk.query);
      if (stateAsked(call) !== "Aborted" || hasEnded(job)) {
        throw invalidState(`A query job in the state ${job.state} can be aborted only before it has ended`);
      }
      job.state = "Aborted";
      return json(queryJobAnswer(job));
    },
    DELETE: (call, context) => {
      const job = requireJob(call, context.bulk.query);
      if (!hasEnded(job)) throw invalidState("A query job can be deleted once it has ended");
      context.bulk.query.delete(job.id);
      return noContent();
    },
  },
};

export const queryResults: Route = {
  path: "/services/data/{version}/jobs/query/{id}/results",
  alone: true,
  methods: { GET: (call, context) => resultsAnswer(requireJob(call, context.bulk.query), call) },
};

export const queryResultPages: Route = {
  path: "/services/data/{version}/jobs/query/{id}/resultPages",
  alone: true,
  methods: { GET: (call, context) => json(resultPages(requireJob(call, context.bulk.query), call)) },
};
