import { remembered } from "../../async/remembered.js";
import type { CallOptions } from "../../http/call-options.js";
import { operation } from "../../http/operation.js";
import type { WireRecord } from "../../http/schemas.js";
import { buildFind } from "../../soql/build.js";
import { shapeRow } from "../../soql/rows.js";
import { createQuery } from "../query/create-query.js";
import type { ListViewParts } from "./list-view-parts.js";
import { namedView, viewId } from "./view-id.js";
import { plainRow, viewQuery } from "./view-query.js";
import { resultsQuery, rowLimit, viewResults } from "./view-results.js";

/** A list view of an object. Its id is looked up once. */
export function openView(object: string, view: unknown, parts: ListViewParts) {
  const { send, metadata } = parts;
  const id = remembered(async () => viewId(object, namedView(view), parts));

  async function describe(options?: CallOptions) {
    const path = { sobject: object, id: await id() };
    return send(operation("get", "/sobjects/{sobject}/listviews/{id}/describe", { path }), options);
  }

  function query(
    soql: string,
    limit: number | undefined,
    toRow: (record: WireRecord) => unknown,
    options?: CallOptions,
  ) {
    const limited = limit === undefined ? soql : `${soql} LIMIT ${limit}`;
    const toRows = (records: WireRecord[]) => records.map(toRow);
    return createQuery(
      { soql: limited, firstSoql: `${soql} LIMIT 1`, resource: "/query", toRows },
      parts,
      options,
    );
  }

  return {
    describe,
    async results(part?: unknown, options?: CallOptions) {
      const asked = resultsQuery(part);
      return send(viewResults(object, await id(), asked), options);
    },
    async rows(args: unknown, options?: CallOptions) {
      const limit = rowLimit(args);
      const { columns, rest } = viewQuery(await describe(options));
      return query(`SELECT ${columns.join(", ")} FROM ${rest}`, limit, plainRow, options);
    },
    async find(args: unknown, options?: CallOptions) {
      const limit = rowLimit(args, ["select"]);
      const { select } = (args ?? {}) as { select?: unknown };
      const { soql, shape } = buildFind(object, { select }, metadata);
      const list = soql.slice(0, soql.lastIndexOf(" FROM "));
      const { rest } = viewQuery(await describe(options));
      return query(`${list} FROM ${rest}`, limit, (record) => shapeRow(record, shape), options);
    },
  };
}
