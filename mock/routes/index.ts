import { actionKinds, actions } from "./actions.js";
import { approvals } from "./approvals.js";
import { batch } from "./batch.js";
import { deleted, updated } from "./changes.js";
import { collectionRetrieve } from "./collection-retrieve.js";
import { collectionUpsert } from "./collection-upsert.js";
import { collections } from "./collections.js";
import { composite } from "./composite.js";
import { describe, describeGlobal } from "./describe.js";
import { eventSchema } from "./event-schema.js";
import { externalId } from "./external-id.js";
import { graph } from "./graph.js";
import { ingestBatches, ingestJob, ingestJobs, ingestResults } from "./jobs/ingest-jobs.js";
import { queryJob, queryJobs, queryResultPages, queryResults } from "./jobs/query-jobs.js";
import { limits, recordCount } from "./limits.js";
import { password } from "./password.js";
import { query, queryAll, queryAllMore, queryMore } from "./query.js";
import { recent } from "./recent.js";
import { record } from "./record.js";
import { related } from "./related.js";
import { resourceMap } from "./resource-map.js";
import type { Route } from "./route.js";
import { parameterizedSearch, search } from "./search.js";
import { sobject, sobjectById } from "./sobject.js";
import { suggestions } from "./suggestions.js";
import { tree } from "./tree.js";
import { versions } from "./versions.js";

/** Every REST resource of the org. Fixed words stand before `{names}` that would match them too. */
export const ROUTES: readonly Route[] = [
  versions,
  resourceMap,
  limits,
  recordCount,
  describeGlobal,
  describe,
  eventSchema,
  updated,
  deleted,
  password,
  sobject,
  sobjectById,
  record,
  related,
  externalId,
  recent,
  query,
  queryMore,
  queryAll,
  queryAllMore,
  search,
  parameterizedSearch,
  suggestions,
  composite,
  batch,
  graph,
  tree,
  collections,
  collectionRetrieve,
  collectionUpsert,
  approvals,
  actionKinds,
  actions,
  queryJobs,
  queryJob,
  queryResults,
  queryResultPages,
  ingestJobs,
  ingestJob,
  ingestBatches,
  ...ingestResults,
];
