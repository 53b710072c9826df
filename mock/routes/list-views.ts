import { datetimeText } from "../dml/date-text.js";
import { type Answer, json } from "../http/call.js";
import { notFound, requestFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { toId18 } from "../store/record-id.js";
import type { StoredRecord } from "../store/table.js";
import { viewOf } from "../views/held-view.js";
import type { ListView } from "../views/list-view.js";
import { viewDescribe, viewResults, viewSummary } from "../views/view-answers.js";
import { param, type Route, type RoutedCall } from "./route.js";

const USUAL_LIMIT = 25;
const MOST = 2_000;
const BASE = "/services/data/{version}/sobjects/{object}/listviews";

interface Held {
  readonly view: ListView;
  readonly record: StoredRecord;
}

/** The list views of an object. */
export const listViews: Route = {
  path: BASE,
  methods: {
    GET: (call, context) => page(call, viewsOf(call, context).sort(byLabel)),
  },
};

/** Those whose results were looked at last, the latest first. */
export const recentListViews: Route = {
  path: `${BASE}/recent`,
  methods: {
    GET: (call, context) => {
      const seen = viewsOf(call, context).filter(({ record }) => lastSeen(record) !== "");
      return page(
        call,
        seen.sort((a, b) => (lastSeen(a.record) < lastSeen(b.record) ? 1 : -1)),
      );
    },
  },
};

export const listView: Route = {
  path: `${BASE}/{id:recordId}`,
  methods: {
    GET: (call, context) => {
      const { view, record } = heldView(call, context);
      return json(viewSummary(view, record.id, call.dataPath));
    },
  },
};

export const listViewDescribe: Route = {
  path: `${BASE}/{id:recordId}/describe`,
  methods: {
    GET: (call, context) => {
      const { view, record } = heldView(call, context);
      return json(viewDescribe(context, view, record.id));
    },
  },
};

export const listViewResults: Route = {
  path: `${BASE}/{id:recordId}/results`,
  methods: {
    GET: (call, context) => {
      const { view, record } = heldView(call, context);
      const results = viewResults(context, view, record, readPart(call), call.dataPath);
      const now = datetimeText(context.now());
      context.store.replace("ListView", record, { LastViewedDate: now, LastReferencedDate: now });
      return json(results);
    },
  },
};

function viewsOf(call: RoutedCall, context: OrgContext): Held[] {
  const object = requireObject(context, param(call, "object"));
  const field = { name: "SobjectType", matchesCase: true };
  return context.store
    .table("ListView")
    .lookup(field, object.name)
    .flatMap((record) => held(record, context));
}

function heldView(call: RoutedCall, context: OrgContext): Held {
  const object = requireObject(context, param(call, "object"));
  const record = context.store.table("ListView").get(toId18(param(call, "id")) ?? "");
  const [found] = record?.values.SobjectType === object.name ? held(record, context) : [];
  if (found === undefined) throw notFound();
  return found;
}

function held(record: StoredRecord, context: OrgContext): Held[] {
  const view = viewOf(context, record);
  return view === undefined ? [] : [{ view, record }];
}

function byLabel(a: Held, b: Held): number {
  return a.view.label < b.view.label ? -1 : 1;
}

function lastSeen({ values }: StoredRecord): string {
  return String(values.LastViewedDate ?? "");
}

function page(call: RoutedCall, views: readonly Held[]): Answer {
  const { limit, offset } = readPart(call);
  const next = offset + limit;
  const shown = views.slice(offset - 1, next - 1);
  const done = next > views.length;
  return json({
    done,
    listviews: shown.map(({ view, record }) => viewSummary(view, record.id, call.dataPath)),
    nextRecordsUrl: done ? null : `${call.path}?limit=${limit}&offset=${next}`,
    size: shown.length,
    sobjectType: param(call, "object"),
  });
}

function readPart({ query }: RoutedCall): { limit: number; offset: number } {
  return {
    limit: readNumber(query, "limit", USUAL_LIMIT, MOST),
    offset: readNumber(query, "offset", 1, Number.MAX_SAFE_INTEGER),
  };
}

function readNumber(query: URLSearchParams, name: string, usual: number, most: number): number {
  const text = query.get(name);
  const value = text === null ? usual : Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw requestFault(
    400,
    "ILLEGAL_QUERY_PARAMETER_VALUE",
    `${name} must be a whole number from 1 to ${most}`,
  );
}
