import { createRest } from "../http/rest.js";
import { createBulk } from "../resources/bulk/index.js";
import { createBatch } from "../resources/composite/batch.js";
import { createGraphs } from "../resources/composite/graphs.js";
import { createComposite } from "../resources/composite/index.js";
import { createDescribe } from "../resources/describe/index.js";
import { createAggregate } from "../resources/query/aggregate.js";
import { boundQuery } from "../resources/query/bound-query.js";
import { createFind } from "../resources/query/find.js";
import { createQueryResources } from "../resources/query/index.js";
import { createCoalesced } from "../resources/sobject/coalesced.js";
import { createCollections } from "../resources/sobject/collections.js";
import { createDescribed } from "../resources/sobject/described.js";
import { createWritesByFilter } from "../resources/sobject/write-where.js";
import type { ClientParts, Feature } from "./feature.js";

/** `:name` in the text of `sf.query` and `sf.queryAll`. */
export const binds: Feature = {
  client: ({ send, metadata, decoders }) => createQueryResources(send, metadata, decoders, boundQuery),
};

/** `sf.Account.find`, `count`, `subquery`, and writes by filter. */
export const find: Feature = {
  sobject(name, { send, metadata, objectOf }) {
    const queries = createFind(name, send, metadata);
    return { ...queries, ...createWritesByFilter(name, send, objectOf(name).fields, queries.find) };
  },
};

/** `sf.Account.aggregate`. */
export const aggregate: Feature = {
  sobject: (name, { send, metadata, decoders }) => createAggregate(name, send, metadata, decoders),
};

/** `sf.Account.createMany` and its like, `createTree`, and the option `coalesce`. */
export const collections: Feature = {
  sobject: (name, { send, objectOf, coalesce }) => ({
    ...createCollections(name, send, objectOf),
    ...(coalesce && createCoalesced(name, send, objectOf(name).fields, coalesce)),
  }),
};

/** `sf.describe`, `sf.Account.picklist` and `recordTypeId`. */
export const describe: Feature = {
  client: ({ send }) => ({ describe: createDescribe(send) }),
  sobject: (name, { send }) => createDescribed(name, send),
};

/** `sf.composite`, `sf.batch` and `sf.graphs`. */
export const composite: Feature = {
  client(parts) {
    const { send, apiVersion } = parts;
    const planner = plannerOf(parts);
    return {
      composite: createComposite(send, apiVersion, planner),
      batch: createBatch(send, apiVersion, planner),
      graphs: createGraphs(send, apiVersion, planner),
    };
  },
};

/** `sf.bulk`. */
export const bulk: Feature = {
  client: ({ send, metadata, decoders, objectOf }) => ({
    bulk: createBulk(send, metadata, decoders, objectOf),
  }),
};

/** `sf.rest`. */
export const rest: Feature = {
  client: ({ handler, apiVersion, headers }) => ({ rest: createRest(handler, apiVersion, headers) }),
};

function plannerOf({ accessors, objectOf }: ClientParts) {
  return { accessors, kindsOf: (object: string) => objectOf(object).fields };
}
