import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import { createQuery } from "./create-query.js";
import type { QueryResource } from "./first-page.js";
import type { Query } from "./query.js";

/** Runs SOQL text. Rows keep the form they have on the wire, `attributes` included; child results are complete. */
export type RunQuery = <Row = Record<string, unknown>>(soql: string, options?: CallOptions) => Query<Row>;

export interface QueryResources {
  readonly query: RunQuery;
  readonly queryAll: RunQuery;
}

export function createQueryResources(send: Send): QueryResources {
  const runOn =
    (resource: QueryResource): RunQuery =>
    <Row>(soql: string, options?: CallOptions) =>
      createQuery({ soql, resource, toRow: (record) => record as Row }, send, options);

  return {
    query: runOn("/query"),
    queryAll: runOn("/queryAll"),
  };
}
