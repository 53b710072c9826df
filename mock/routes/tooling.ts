import { runAnonymous } from "../apex/anonymous-apex.js";
import { runTestsNow } from "../apex/run-tests-now.js";
import { continueTests, enqueueTests } from "../apex/test-queue.js";
import { readTests } from "../apex/test-request.js";
import { type Answer, json } from "../http/call.js";
import { notFound, requestFault } from "../http/fault.js";
import { isJsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { requireObject, requireRecord } from "../records/find-record.js";
import type { QueryAnswer } from "../soql/pages.js";
import { describeCode, withCodeName } from "../tooling/code-values.js";
import { fillDefinitions } from "../tooling/definitions.js";
import { toolingCatalog } from "../tooling/tooling-catalog.js";
import { describe, describeGlobal } from "./describe.js";
import { query, queryAll, queryAllMore, queryMore } from "./query.js";
import { record } from "./record.js";
import { type Handle, param, type Route, type RoutedCall } from "./route.js";
import { search } from "./search.js";
import { sobject } from "./sobject.js";

const BASE = "/services/data/{version}";

/** A resource of the REST API as the Tooling API has it: over its own objects. */
function inTooling({ path, methods }: Route, around: (handle: Handle) => Handle = (handle) => handle): Route {
  const handles = Object.entries(methods).map(([method, handle]) => [
    method,
    around((call, context) =>
      handle({ ...call, dataPath: `${call.dataPath}/tooling` }, { ...context, catalog: toolingCatalog() }),
    ),
  ]);
  return { path: path.replace(BASE, `${BASE}/tooling`), alone: true, methods: Object.fromEntries(handles) };
}

/** Pages say more of themselves than those of the REST API. */
const asToolingPages =
  (handle: Handle): Handle =>
  (call, context) => {
    const soql = call.query.get("q") ?? "";
    fillDefinitions(context, soql);
    continueTests(context);
    const answer = handle(call, context);
    const { totalSize, done, records, ...more } = answer.body as QueryAnswer;
    const [first] = records as readonly { attributes?: { type?: string } }[];
    const named = toolingCatalog().find(/\bfrom\s+(\w+)/i.exec(soql)?.[1] ?? "");
    return {
      ...answer,
      body: {
        size: records.length === 0 ? totalSize : records.length,
        totalSize,
        done,
        ...more,
        queryLocator: null,
        entityTypeName: first?.attributes?.type ?? named?.name ?? null,
        records,
      },
    };
  };

/** Writes what Salesforce finds in code. */
const asCode =
  (handle: Handle): Handle =>
  (call, context) => {
    if (call.method === "GET") return handle(call, context);
    const objectName = toolingCatalog().find(param(call, "object"))?.name ?? "";
    const body = () => {
      const sent = call.body();
      return isJsonObject(sent) ? withCodeName(objectName, sent) : sent;
    };
    const answer = handle({ ...call, body }, context);
    const id = call.params.id ?? (answer.body as { id?: string } | undefined)?.id ?? "";
    describeCode(context, objectName, id, call.version);
    return answer;
  };

function anonymousApex(call: RoutedCall, context: OrgContext): Answer {
  const code = call.query.get("anonymousBody");
  if (code === null) throw requestFault(400, "MISSING_ARGUMENT", "anonymousBody is required");
  return json(runAnonymous(context, code, call.path).result);
}

/** The text of a debug log. */
const logBody: Route = {
  path: `${BASE}/tooling/sobjects/{object}/{id:recordId}/Body`,
  alone: true,
  methods: {
    GET: (call, context) => {
      const object = requireObject({ ...context, catalog: toolingCatalog() }, param(call, "object"));
      if (object.name !== "ApexLog") throw notFound();
      const { values } = requireRecord(context, object, param(call, "id"));
      return {
        status: 200,
        headers: {},
        content: { type: "text/plain;charset=UTF-8", data: String(values.Body ?? "") },
      };
    },
  },
};

/** What would take Apex itself. */
const completions: Route = {
  path: `${BASE}/tooling/completions`,
  alone: true,
  methods: {
    GET: () => {
      throw requestFault(
        501,
        "NOT_IMPLEMENTED",
        "The embedded org knows no declarations of Apex to complete.",
      );
    },
  },
};

/** The Tooling API. */
export const tooling: readonly Route[] = [
  inTooling(query, asToolingPages),
  inTooling(queryMore, asToolingPages),
  inTooling(queryAll, asToolingPages),
  inTooling(queryAllMore, asToolingPages),
  inTooling(search),
  inTooling(describeGlobal),
  inTooling(describe),
  inTooling(sobject, asCode),
  inTooling(record, asCode),
  logBody,
  { path: `${BASE}/tooling/executeAnonymous`, alone: true, methods: { GET: anonymousApex } },
  {
    path: `${BASE}/tooling/runTestsAsynchronous`,
    alone: true,
    methods: { POST: (call, context) => json(enqueueTests(context, readTests(context, call.body()))) },
  },
  {
    path: `${BASE}/tooling/runTestsSynchronous`,
    alone: true,
    methods: { POST: (call, context) => json(runTestsNow(context, readTests(context, call.body()))) },
  },
  completions,
];
