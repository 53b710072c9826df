import { type Operation, operation } from "../../http/operation.js";

/** Counts by object. `GET /limits/recordCount`. */
export function countRecords(sObjects: readonly string[]): Operation<ReadonlyMap<string, number>> {
  return operation(
    "get",
    "/limits/recordCount",
    { query: { sObjects: [...sObjects] } },
    (body) => new Map(body.sObjects.map(({ name, count }) => [name, count])),
  );
}
