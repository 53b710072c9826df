import { type Answer, json } from "../http/call.js";
import type { OrgContext } from "../org-context.js";
import { firstPage, laterPage } from "../soql/pages.js";
import { runQuery } from "../soql/run-query.js";
import { malformed } from "../soql/soql-fault.js";
import { explainQuery } from "./explain.js";
import { param, type Route, type RoutedCall } from "./route.js";

const MIN_BATCH = 200;
const MAX_BATCH = 2000;

/** `Sforce-Query-Options: batchSize=500`; sizes out of range are brought into it. */
function batchSizeOf(call: RoutedCall): number {
  const asked = /batchSize\s*=\s*(\d+)/i.exec(call.headers.get("Sforce-Query-Options") ?? "")?.[1];
  return asked === undefined ? MAX_BATCH : Math.min(Math.max(Number(asked), MIN_BATCH), MAX_BATCH);
}

/** The first page of what a query finds. */
export function answerQuery(
  call: RoutedCall,
  context: OrgContext,
  soql: string,
  includeDeleted: boolean,
): Answer {
  const { cursors } = context;
  const { dataPath } = call;
  const batchSize = batchSizeOf(call);
  const results = runQuery({ context, cursors, includeDeleted, dataPath, batchSize }, soql);
  return json(firstPage(results, batchSize, cursors, dataPath));
}

function readQuery(call: RoutedCall): string {
  const soql = call.query.get("q");
  if (soql === null) throw malformed("A query must be given as q");
  return soql;
}

function answerMore(call: RoutedCall, context: OrgContext): Answer {
  return json(laterPage(param(call, "locator"), context.cursors, call.dataPath));
}

/** The records a query finds; with `explain`, how it would be run. */
export const query: Route = {
  path: "/services/data/{version}/query",
  methods: {
    GET: (call, context) => {
      const explained = call.query.get("explain");
      return explained === null
        ? answerQuery(call, context, readQuery(call), false)
        : json(explainQuery(call, context, explained));
    },
  },
};

/** The records a query finds, those in the recycle bin too. */
export const queryAll: Route = {
  path: "/services/data/{version}/queryAll",
  methods: { GET: (call, context) => answerQuery(call, context, readQuery(call), true) },
};

/** A further page, at the `nextRecordsUrl` of the one before. */
export const queryMore: Route = {
  path: "/services/data/{version}/query/{locator}",
  methods: { GET: answerMore },
};

export const queryAllMore: Route = {
  path: "/services/data/{version}/queryAll/{locator}",
  methods: { GET: answerMore },
};
