import { type Answer, json } from "../http/call.js";
import { requestFault } from "../http/fault.js";
import { expectObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { readRecord } from "../records/read-record.js";
import { toId18 } from "../store/record-id.js";
import { isDeleted } from "../store/table.js";
import { refuseTooMany } from "./collection-results.js";
import { readFieldList } from "./field-list.js";
import { param, type Route, type RoutedCall } from "./route.js";

const MAX_IDS = 2000;

function retrieve(
  call: RoutedCall,
  context: OrgContext,
  ids: readonly string[] | undefined,
  names: readonly string[] | undefined,
): Answer {
  if (ids === undefined) throw requestFault(400, "MISSING_ARGUMENT", "ids must be specified");
  if (names === undefined) throw requestFault(400, "MISSING_ARGUMENT", "fields must be specified");
  const object = requireObject(context, param(call, "object"));
  refuseTooMany(ids.length, MAX_IDS);
  const fields = readFieldList(object, names);
  const table = context.store.table(object.name);
  const records = ids.map((text) => {
    const id = toId18(text.trim());
    const record = id === null ? undefined : table.get(id);
    if (record === undefined || isDeleted(record)) return null;
    return readRecord(object, record, fields, call.dataPath);
  });
  return json(records);
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}

/** Reading many records of one object by id: null where one is not there. */
export const collectionRetrieve: Route = {
  path: "/services/data/{version}/composite/sobjects/{object}",
  methods: {
    GET: (call, context) =>
      retrieve(call, context, call.query.get("ids")?.split(","), call.query.get("fields")?.split(",")),
    POST: (call, context) => {
      const body = expectObject(call.body());
      return retrieve(call, context, texts(body.ids), texts(body.fields));
    },
  },
};
