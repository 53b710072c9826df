import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import { buildFind, type FindInput } from "../../soql/build.js";
import { shapeRow } from "../../soql/rows.js";
import { createQuery } from "./create-query.js";
import type { QueryResource } from "./first-page.js";
import type { Query } from "./query.js";

/** Runs SOQL text. Rows keep the form they have on the wire, `attributes` included; child results are complete. */
export type RunQuery = <Row = Record<string, unknown>>(soql: string, options?: CallOptions) => Query<Row>;

/** Runs the arguments of `find`; rows are plain objects with exactly what was selected. */
export type Find = (object: string, args: FindInput, options?: CallOptions) => Query<unknown>;

export interface QueryResources {
  readonly query: RunQuery;
  readonly queryAll: RunQuery;
  readonly find: Find;
}

export function createQueryResources(send: Send, metadata: OrgMetadata): QueryResources {
  const runOn =
    (resource: QueryResource): RunQuery =>
    <Row>(soql: string, options?: CallOptions) =>
      createQuery({ soql, resource, toRow: (record) => record as Row }, send, options);

  return {
    query: runOn("/query"),
    queryAll: runOn("/queryAll"),
    find(object, args, options) {
      const { soql, shape } = buildFind(object, args, metadata);
      return createQuery(
        { soql, resource: "/query", toRow: (record) => shapeRow(record, shape) },
        send,
        options,
      );
    },
  };
}
