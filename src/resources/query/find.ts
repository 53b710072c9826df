import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { Decoders } from "../../schema/decoders.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import type { Subquery } from "../../schema/subquery.js";
import { type AggregateInput, buildAggregate } from "../../soql/aggregate.js";
import { buildFind, type FindInput } from "../../soql/build.js";
import { shapeRow } from "../../soql/rows.js";
import { createSubquery } from "../../soql/subquery.js";
import { decodeAs } from "../../values/decode-row.js";
import { countRecords } from "./count.js";
import { createQuery } from "./create-query.js";
import type { QueryResource } from "./first-page.js";
import type { Query } from "./query.js";

/** The queries that an sObject's client makes of arguments; rows are plain objects with exactly what was selected. */
export interface ObjectQueries {
  find(object: string, args: FindInput & AllRows, options?: CallOptions): Query<unknown>;
  aggregate(object: string, args: AggregateInput & AllRows, options?: CallOptions): Query<unknown>;
  count(object: string, args: AllRows & { readonly where?: unknown }, options?: CallOptions): Promise<number>;
  subquery(object: string, field: string, args: unknown): Subquery<unknown>;
}

interface AllRows {
  readonly allRows?: boolean;
}

export function createObjectQueries(send: Send, metadata: OrgMetadata, decoders: Decoders): ObjectQueries {
  return {
    find(object, { allRows, ...args }, options) {
      const { soql, firstSoql, shape } = buildFind(object, args, metadata);
      const plan = {
        soql,
        firstSoql,
        resource: resourceOf(allRows),
        toRow: (record: Record<string, unknown>) => shapeRow(record, shape),
      };
      return createQuery(plan, send, options);
    },
    aggregate(object, { allRows, ...args }, options) {
      const { soql, toRow } = buildAggregate(object, args, metadata);
      const plan = {
        soql,
        resource: resourceOf(allRows),
        toRow: (record: Record<string, unknown>) =>
          toRow(record, (value, kind) => decodeAs(value, kind, decoders)),
      };
      return createQuery(plan, send, options);
    },
    async count(object, { allRows, ...args }, options) {
      return send(countRecords(resourceOf(allRows), object, args, metadata), options);
    },
    subquery: (object, field, args) => createSubquery(object, field, args, metadata),
  };
}

function resourceOf(allRows: boolean | undefined): QueryResource {
  return allRows === true ? "/queryAll" : "/query";
}
