import type { CallOptions } from "../../http/call-options.js";
import type { WireRecord } from "../../http/schemas.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import { buildFind, type FindInput } from "../../soql/build.js";
import { shapeRow } from "../../soql/rows.js";
import { createSubquery } from "../../soql/subquery.js";
import { countRecords } from "./count.js";
import { createQuery, type QueryChannel } from "./create-query.js";
import { type AllRows, resourceOf } from "./first-page.js";

/** The queries that an sObject's client makes of arguments; rows are plain objects with exactly what was selected. */
export function createFind(object: string, channel: QueryChannel, metadata: OrgMetadata) {
  return {
    find({ allRows, ...args }: FindInput & AllRows = { select: undefined }, options?: CallOptions) {
      const { soql, firstSoql, shape } = buildFind(object, args, metadata);
      const toRows = (records: readonly WireRecord[]) => records.map((record) => shapeRow(record, shape));
      const plan = { soql, firstSoql, resource: resourceOf(allRows), toRows };
      return createQuery<unknown>(plan, channel, options);
    },
    async count({ allRows, ...args }: AllRows & { readonly where?: unknown } = {}, options?: CallOptions) {
      return channel.send(countRecords(resourceOf(allRows), object, args, metadata), options);
    },
    subquery: (field: string, args: unknown = {}) => createSubquery(object, field, args, metadata),
  };
}
