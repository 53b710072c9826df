import { type Operation, operation } from "../../http/operation.js";
import type { QueryPage } from "../../http/schemas.js";

/** Which rows a query sees: `/queryAll` those in the recycle bin and archived ones, too. */
export type QueryResource = "/query" | "/queryAll" | "/tooling/query" | "/tooling/queryAll";

/** Whether a query sees deleted and archived rows, too. */
export interface AllRows {
  readonly allRows?: boolean;
}

export function resourceOf(allRows: boolean | undefined): QueryResource {
  return allRows === true ? "/queryAll" : "/query";
}

/**
 * The first page of a query. `GET /query`, `GET /queryAll`.
 *
 * @param rows a wish for the size of the pages, 200 to 2,000
 */
export function firstPage(resource: QueryResource, soql: string, rows?: number): Operation<QueryPage> {
  const headers = rows === undefined ? {} : { "sforce-query-options": `batchSize=${rows}` };
  return operation("get", resource, { query: { q: soql }, headers });
}
