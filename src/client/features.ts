import { methodsOnDemand } from "../async/methods-on-demand.js";
import { responseBody } from "../http/answer-body.js";
import { boundedBody } from "../http/layers/bounded-body.js";
import { shortUrls } from "../http/layers/short-urls.js";
import { createRest } from "../http/rest.js";
import { createBulk } from "../resources/bulk/index.js";
import { createPlans } from "../resources/composite/index.js";
import { createAggregate } from "../resources/query/aggregate.js";
import { boundQuery } from "../resources/query/bound-query.js";
import { createFind } from "../resources/query/find.js";
import { createQueryResources } from "../resources/query/index.js";
import { createCoalesced } from "../resources/sobject/coalesced.js";
import { createDescribed } from "../resources/sobject/described.js";
import { createVersions } from "../resources/versions/index.js";
import { atLeast } from "../settings/settings.js";
import type { Feature } from "./feature.js";

export { decode, hints, limits, tokens } from "./connection-features.js";

/** `:name` in the text of `sf.query` and `sf.queryAll`. */
export const binds: Feature = {
  connection: { shortUrls },
  client: ({ send, metadata, toRows }) => createQueryResources(send, metadata, toRows, boundQuery),
};

/** `sf.Account.find`, `count`, `subquery`, and writes by filter. */
export const find: Feature = {
  connection: { shortUrls },
  sobject(name, { send, metadata, encodeOf }) {
    const queries = createFind(name, send, metadata);
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
  sobject: (name, { send, metadata, decoders }) => createAggregate(name, send, metadata, decoders),
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

/** `sf.composite`, `sf.batch` and `sf.graphs`. */
export const composite: Feature = {
  client: ({ send, apiVersion, accessors, encodeOf }) =>
    createPlans(send, apiVersion, { accessors, encodeOf }),
};

/** `sf.bulk`. */
export const bulk: Feature = {
  connection: { streams: { responseBody, boundedBody } },
  client: ({ send, metadata, decoders, objectOf }) => ({
    bulk: createBulk(send, metadata, decoders, objectOf),
  }),
};

/** `sf.rest`. */
export const rest: Feature = {
  connection: { shortUrls },
  client: ({ handler, apiVersion, headers }) => ({ rest: createRest(handler, apiVersion, headers) }),
};
