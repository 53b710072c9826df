import type { ObjectInfo } from "../catalog/object-info.js";
import { type Answer, json } from "../http/call.js";
import { requestFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { suggestRecords } from "../sosl/suggest.js";
import { isDeleted } from "../store/table.js";
import { hasListViews } from "../views/default-views.js";
import type { Route, RoutedCall } from "./route.js";

const DEFAULT_LIMIT = 5;
const MAX_LIMIT = 2_000;
const MAX_LENGTH = 255;
const MAX_OBJECTS = 10;
/** Of questions in feeds, sites and layouts that the org does not have. */
const NOT_THERE = ["dynamicFields", "groupId", "networkId", "topicId", "type", "userId", "useSearchScope"];

function suggest(call: RoutedCall, context: OrgContext): Answer {
  const missing = NOT_THERE.find((name) => call.query.has(name));
  if (missing !== undefined) throw notThere(`the parameter ${missing} of suggestions`);
  const typed = argument(call, "q");
  if (typed.length > MAX_LENGTH) throw illegal(`q must have no more than ${MAX_LENGTH} characters`);
  const suggested = suggestedObjects(call, context).map((object) => ({
    object,
    fields: listOf(call.query.get("fields") ?? ""),
    where: call.query.get("where") ?? undefined,
  }));
  const most = readLimit(call.query.get("limit"));
  const { cursors } = context;
  const environment = {
    context,
    cursors,
    includeDeleted: false,
    dataPath: call.dataPath,
    batchSize: MAX_LIMIT,
  };
  const found = suggestRecords(environment, typed, suggested);
  return json({ autoSuggestResults: found.slice(0, most), hasMoreResults: found.length > most });
}

function suggestedObjects(call: RoutedCall, context: OrgContext): ObjectInfo[] {
  const names = listOf(argument(call, "sobject"));
  if (names.length > MAX_OBJECTS) throw illegal(`sobject must name no more than ${MAX_OBJECTS} objects`);
  const objects = names.map((name) => requireObject(context, name));
  const unsupported = objects.find((object) => !isSupported(object));
  if (unsupported === undefined) return objects;
  if (call.query.get("ignoreUnsupportedSObjects") === "true") return objects.filter(isSupported);
  throw requestFault(400, "INVALID_TYPE", `sObject type '${unsupported.name}' is not supported.`);
}

function isSupported({ attributes, nameField, queryable }: ObjectInfo): boolean {
  return queryable && attributes.searchable === true && nameField !== undefined;
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function argument(call: RoutedCall, name: string): string {
  const value = call.query.get(name);
  if (value !== null && value.trim() !== "") return value;
  throw requestFault(400, "MISSING_ARGUMENT", `${name} must be specified`);
}

function readLimit(text: string | null): number {
  const limit = text === null ? DEFAULT_LIMIT : Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw illegal(`limit must be a whole number from 1 to ${MAX_LIMIT}`);
}

function illegal(message: string) {
  return requestFault(400, "ILLEGAL_QUERY_PARAMETER_VALUE", message);
}

function notThere(what: string) {
  return requestFault(501, "NOT_IMPLEMENTED", `The embedded org does not have ${what} yet.`);
}

/** The objects with tabs that are searched, those first of which the user changed most records last. */
function scopeOrder({ dataPath }: RoutedCall, context: OrgContext): Answer {
  const objects = context.catalog.objects.filter((object) => hasListViews(object) && isSupported(object));
  const used = new Map(objects.map((object) => [object, changedByUser(context, object)]));
  const ordered = objects.sort(
    (a, b) => (used.get(b) ?? 0) - (used.get(a) ?? 0) || (a.name < b.name ? -1 : 1),
  );
  return json(ordered.map(({ name }) => ({ type: name, url: `${dataPath}/sobjects/${name}/describe` })));
}

function changedByUser({ store, userId }: OrgContext, { name }: ObjectInfo): number {
  let changed = 0;
  for (const record of store.table(name).all())
    if (!isDeleted(record) && record.values.LastModifiedById === userId) changed += 1;
  return changed;
}

/** Records to choose from while a name is being typed. */
export const suggestions: Route = {
  path: "/services/data/{version}/search/suggestions",
  methods: { GET: suggest },
};

/** What others searched Salesforce Knowledge for, which the org does not have. */
export const suggestedQueries: Route = {
  path: "/services/data/{version}/search/suggestSearchQueries",
  methods: {
    GET: () => {
      throw notThere("Salesforce Knowledge");
    },
  },
};

/** What global search looks among. */
export const searchScopeOrder: Route = {
  path: "/services/data/{version}/search/scopeOrder",
  methods: { GET: scopeOrder },
};
