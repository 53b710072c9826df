import { batch } from "./batch.js";
import { collectionRetrieve } from "./collection-retrieve.js";
import { collectionUpsert } from "./collection-upsert.js";
import { collections } from "./collections.js";
import { composite } from "./composite.js";
import { describe, describeGlobal } from "./describe.js";
import { externalId } from "./external-id.js";
import { limits, recordCount } from "./limits.js";
import { query, queryAll, queryAllMore, queryMore } from "./query.js";
import { record } from "./record.js";
import { resourceMap } from "./resource-map.js";
import type { Route } from "./route.js";
import { sobject, sobjectById } from "./sobject.js";
import { versions } from "./versions.js";

/** Every REST resource of the org. Fixed words stand before `{names}` that would match them too. */
export const ROUTES: readonly Route[] = [
  versions,
  resourceMap,
  limits,
  recordCount,
  describeGlobal,
  describe,
  sobject,
  sobjectById,
  record,
  externalId,
  query,
  queryMore,
  queryAll,
  queryAllMore,
  composite,
  batch,
  collections,
  collectionRetrieve,
  collectionUpsert,
];
