import { actionKinds, actions } from "./actions.js";
import { approvals } from "./approvals.js";
import { appRoutes } from "./apps.js";
import { batch } from "./batch.js";
import { deleted, updated } from "./changes.js";
import { chatterRoutes } from "./chatter.js";
import { chatterPeopleRoutes } from "./chatter-people.js";
import { collectionRetrieve } from "./collection-retrieve.js";
import { collectionUpsert } from "./collection-upsert.js";
import { collections } from "./collections.js";
import { composite } from "./composite.js";
import { dashboard, dashboardDescribe, dashboardStatus, dashboards } from "./dashboards.js";
import { describe, describeGlobal } from "./describe.js";
import { eventSchema } from "./event-schema.js";
import { externalId } from "./external-id.js";
import { graph } from "./graph.js";
import { graphql } from "./graphql.js";
import { ingestBatches, ingestJob, ingestJobs, ingestResults } from "./jobs/ingest-jobs.js";
import { queryJob, queryJobs, queryResultPages, queryResults } from "./jobs/query-jobs.js";
import { layoutRoutes } from "./layouts.js";
import { limits, recordCount } from "./limits.js";
import { listView, listViewDescribe, listViewResults, listViews, recentListViews } from "./list-views.js";
import { password } from "./password.js";
import { query, queryAll, queryAllMore, queryMore } from "./query.js";
import { quickActionRoutes } from "./quick-actions.js";
import { recent } from "./recent.js";
import { record } from "./record.js";
import { related } from "./related.js";
import { reportInstance, reportInstances } from "./report-instances.js";
import { reportType, reportTypes } from "./report-types.js";
import { report, reportDescribe, reportQuery, reports } from "./reports.js";
import { resourceMap } from "./resource-map.js";
import { richTextImages } from "./rich-text-images.js";
import type { Route } from "./route.js";
import { parameterizedSearch, search } from "./search.js";
import { soapApex } from "./soap-apex.js";
import { sobject, sobjectById } from "./sobject.js";
import { searchScopeOrder, suggestedQueries, suggestions } from "./suggestions.js";
import { tooling } from "./tooling.js";
import { tree } from "./tree.js";
import { versions } from "./versions.js";
import { workflowRoutes } from "./workflow-rules.js";

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
  listViews,
  recentListViews,
  listView,
  listViewDescribe,
  listViewResults,
  ...layoutRoutes,
  ...quickActionRoutes,
  password,
  sobject,
  sobjectById,
  record,
  richTextImages,
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
  suggestedQueries,
  searchScopeOrder,
  composite,
  batch,
  graph,
  tree,
  collections,
  collectionRetrieve,
  collectionUpsert,
  approvals,
  graphql,
  ...chatterRoutes,
  ...chatterPeopleRoutes,
  ...workflowRoutes,
  ...appRoutes,
  reports,
  reportQuery,
  report,
  reportDescribe,
  reportInstances,
  reportInstance,
  reportTypes,
  reportType,
  dashboards,
  dashboard,
  dashboardDescribe,
  dashboardStatus,
  actionKinds,
  actions,
  ...tooling,
  soapApex,
  queryJobs,
  queryJob,
  queryResults,
  queryResultPages,
  ingestJobs,
  ingestJob,
  ingestBatches,
  ...ingestResults,
];
