import { methodsOnDemand } from "../async/methods-on-demand.js";
import { largeBodyFetch } from "../http/large-body-fetch.js";
import { boundedBody } from "../http/layers/bounded-body.js";
import { shortUrls } from "../http/layers/short-urls.js";
import { createRequest } from "../http/request.js";
import { createRest } from "../http/rest.js";
import { createActions } from "../resources/actions/index.js";
import { createAnalytics } from "../resources/analytics/index.js";
import { createApexRest } from "../resources/apex-rest/index.js";
import { createApprovals } from "../resources/approvals/index.js";
import { createApps } from "../resources/apps/index.js";
import { createBulk } from "../resources/bulk/index.js";
import { createPlans } from "../resources/composite/index.js";
import { createChatter } from "../resources/connect/index.js";
import { createEvents } from "../resources/events/index.js";
import { createFiles, createRecordFiles } from "../resources/files/index.js";
import { createGraphQL } from "../resources/graphql/index.js";
import { createLayouts, createObjectLayouts } from "../resources/layouts/index.js";
import { createListViews } from "../resources/list-views/index.js";
import { createAggregate } from "../resources/query/aggregate.js";
import { boundQuery } from "../resources/query/bound-query.js";
import { createExplain } from "../resources/query/create-explain.js";
import { createFind } from "../resources/query/find.js";
import { createQueryResources } from "../resources/query/index.js";
import { createQuickActions } from "../resources/quick-actions/index.js";
import { createReplication } from "../resources/replication/index.js";
import { createRules } from "../resources/rules/index.js";
import { createSearch } from "../resources/search/index.js";
import { createCoalesced } from "../resources/sobject/coalesced.js";
import { createDescribed } from "../resources/sobject/described.js";
import { createTooling } from "../resources/tooling/index.js";
import { createUsers } from "../resources/users/index.js";
import { createVersions } from "../resources/versions/index.js";
import { atLeast } from "../settings/settings.js";
import type { Feature } from "./feature.js";

export { decode, hints, limits, tokens } from "./connection-features.js";

/** `:name` in the text of `sf.query` and `sf.queryAll`. */
export const binds: Feature = {
  connection: { shortUrls },
  client: (parts) => createQueryResources(parts, parts.metadata, parts.toRows, boundQuery),
};

/** `sf.Account.find`, `count`, `subquery`, and writes by filter. */
export const find: Feature = {
  connection: { shortUrls },
  sobject(name, parts) {
    const { send, metadata, encodeOf } = parts;
    const queries = createFind(name, parts, metadata);
    const writes = methodsOnDemand(["updateWhere", "deleteWhere"], async () => {
      const { createWritesByFilter } = await import("../resources/sobject/write-where.js");
      return createWritesByFilter(name, send, encodeOf(name), queries.find);
    });
    return { ...queries, ...writes };
  },
};

/** `sf.Account.aggregate`. */
export const aggregate: Feature = {
  connection: { shortUrls },
  sobject: (name, parts) => createAggregate(name, parts, parts.metadata, parts.decoders),
};

/** `sf.Account.createMany` and its like, `createTree`, and the option `coalesce`. */
export const collections: Feature = {
  connection: {
    coalesce: ({ coalesce }) =>
      coalesce && { windowMs: atLeast(0, coalesce.windowMs ?? 0, "coalesce.windowMs") },
  },
  sobject: (name, { send, objectOf, encodeOf, coalesce }) => ({
    ...methodsOnDemand(
      ["createMany", "createTree", "retrieveMany", "updateMany", "upsertMany", "deleteMany"],
      async () => {
        const { createCollections } = await import("../resources/sobject/collections.js");
        return createCollections(name, send, (object) => ({
          encode: encodeOf(object),
          children: objectOf(object).children,
        }));
      },
    ),
    ...(coalesce && createCoalesced(name, send, encodeOf(name), coalesce)),
  }),
};

/** `sf.describe`, `sf.versions`, `sf.Account.picklist` and `recordTypeId`. */
export const describe: Feature = {
  client: ({ send }) => ({
    describe: methodsOnDemand(["global", "sobject"], async () => {
      const { createDescribe } = await import("../resources/describe/index.js");
      return createDescribe(send);
    }),
    versions: createVersions(send),
  }),
  sobject: (name, { send }) => createDescribed(name, send),
};

/** `sf.events`. */
export const events: Feature = { client: (parts) => ({ events: createEvents(parts) }) };

/** `sf.explain`. */
export const explain: Feature = {
  connection: { shortUrls },
  client: ({ send }) => createExplain(send),
};

/** `sf.Account.updated` and `deleted`. */
export const replication: Feature = {
  sobject: (name, { send }) => createReplication(name, send),
};

/** `sf.composite`, `sf.batch` and `sf.graphs`. */
export const composite: Feature = {
  client: ({ send, apiVersion, accessors, encodeOf }) =>
    createPlans(send, apiVersion, { accessors, encodeOf }),
};

/** Rows of queries are parsed as they are read: less of the processor, and of memory, where there are many. */
export const pages: Feature = {
  connection: {
    readRecords: (send, revive) => (soql) => {
      // Further children of many records are better fetched side by side.
      if (/\(\s*SELECT\b/i.test(soql)) return undefined;
      return async function* (first, options) {
        const { readPieces } = await import("../resources/query/pieces/read-pieces.js");
        yield* readPieces(first, { send, revive }, options);
      };
    },
  },
};

/** `sf.bulk`. */
export const bulk: Feature = {
  connection: { boundBody: boundedBody, transport: largeBodyFetch },
  client: ({ send, metadata, decoders, objectOf }) => ({
    bulk: createBulk(send, metadata, decoders, objectOf),
  }),
};

/** `sf.files`, `sf.Attachment.blob`, `createWithBlob`, `updateWithBlob` and `richTextImage`. */
export const files: Feature = {
  connection: { boundBody: boundedBody },
  client: createFiles,
  sobject: createRecordFiles,
};

/** `sf.search`, `sf.sosl`, `sf.suggest`, `sf.suggestQueries` and `sf.searchScope`. */
export const search: Feature = {
  connection: { shortUrls },
  client: ({ send, metadata }) => createSearch(send, metadata),
};

/** `sf.actions`. */
export const actions: Feature = { client: (parts) => ({ actions: createActions(parts) }) };

/** `sf.apexRest`. */
export const apexRest: Feature = {
  connection: { boundBody: boundedBody, transport: largeBodyFetch },
  client: ({ handler, apiVersion, headers, hints }) => ({
    apexRest: createApexRest(handler, { apiVersion, headers, hints }),
  }),
};

/** `sf.approvals`. */
export const approvals: Feature = {
  connection: { shortUrls },
  client: (parts) => ({ approvals: createApprovals(parts) }),
};

/** `sf.chatter`. */
export const chatter: Feature = { client: ({ send }) => ({ chatter: createChatter(send) }) };

/** `sf.graphql`. */
export const graphql: Feature = { client: (parts) => ({ graphql: createGraphQL(parts) }) };

/** `sf.rules`. */
export const rules: Feature = { client: (parts) => ({ rules: createRules(parts) }) };

/** `sf.tabs`, `sf.theme` and `sf.appMenu`. */
export const apps: Feature = { client: ({ send }) => createApps(send) };

/** `sf.reports` and `sf.dashboards`. */
export const reports: Feature = { client: createAnalytics };

/** `sf.tooling`. */
export const tooling: Feature = {
  client: ({ handler, apiVersion, headers, hints }) => ({
    tooling: createTooling(handler, { apiVersion, headers, hints }),
  }),
};

/** `sf.Account.listViews` and `listView`. */
export const listViews: Feature = { sobject: createListViews };

/** `sf.layouts` and `sf.Account.layouts`. */
export const layouts: Feature = {
  client: ({ send }) => ({ layouts: createLayouts(send) }),
  sobject: (name, { send }) => ({ layouts: createObjectLayouts(name, send) }),
};

/** `sf.quickActions` and `sf.Account.quickActions`. */
export const quickActions: Feature = {
  client: (parts) => ({ quickActions: createQuickActions(parts) }),
  sobject: (name, parts) => ({ quickActions: createQuickActions(parts, name) }),
};

/** `sf.recent` and `sf.passwords`. */
export const users: Feature = {
  client: ({ send }) => createUsers(send),
};

/** `sf.rest` and `sf.request`. */
export const rest: Feature = {
  connection: { shortUrls, boundBody: boundedBody, transport: largeBodyFetch },
  client: ({ handler, apiVersion, headers, hints }) => ({
    rest: createRest(handler, apiVersion, headers),
    ...createRequest(handler, { apiVersion, headers, hints }),
  }),
};
