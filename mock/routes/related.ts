import type { ChildRelationship, ObjectInfo } from "../catalog/object-info.js";
import { deleteRecord } from "../dml/delete-record.js";
import { readInput, refuseFields } from "../dml/record-input.js";
import { type Answer, noContent } from "../http/call.js";
import { notAllowed, notFound } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { requireObject, requireRecord } from "../records/find-record.js";
import { isDeleted, type StoredRecord } from "../store/table.js";
import { blobAnswer } from "./blob.js";
import { fieldsParameter, readFieldList } from "./field-list.js";
import { answerQuery } from "./query.js";
import { recordAnswer, updatedAnswer } from "./record.js";
import { recordBody } from "./record-body.js";
import { param, type Route, type RoutedCall } from "./route.js";

const MAX_PARENTS = 5;

interface Place {
  readonly object: ObjectInfo;
  readonly record: StoredRecord;
}

/** The record a path of parents leads to, such as `Account/Owner`. */
function follow(context: OrgContext, start: Place, names: readonly string[]): Place {
  if (names.length > MAX_PARENTS) throw notFound();
  let place = start;
  for (const name of names) place = parentOf(context, place, name);
  return place;
}

function parentOf(context: OrgContext, { object, record }: Place, name: string): Place {
  const field = object.parent(name);
  const id = field === undefined ? null : record.values[field.name];
  if (typeof id !== "string") throw notFound();
  const parent = context.catalog.ofId(id);
  const found = parent === undefined ? undefined : context.store.table(parent.name).get(id);
  if (parent === undefined || found === undefined || isDeleted(found)) throw notFound();
  return { object: parent, record: found };
}

function startOf(call: RoutedCall, context: OrgContext): Place {
  const object = requireObject(context, param(call, "object"));
  return { object, record: requireRecord(context, object, param(call, "id")) };
}

function read(call: RoutedCall, context: OrgContext): Answer {
  const last = call.rest.at(-1) ?? "";
  const place = follow(context, startOf(call, context), call.rest.slice(0, -1));
  const field = place.object.field(last);
  if (field?.kind === "binary") return blobAnswer(place.record, field);
  const children = place.object.child(last);
  if (children !== undefined) return readChildren(call, context, place, children);
  const { object, record } = parentOf(context, place, last);
  return recordAnswer(call, object, record);
}

/** The children of a record, as a query would find them. */
function readChildren(
  call: RoutedCall,
  context: OrgContext,
  { record }: Place,
  { object: name, field }: ChildRelationship,
): Answer {
  const child = requireObject(context, name);
  const fields = readFieldList(child, fieldsParameter(call.query)).map(({ name: column }) => column);
  const soql = `SELECT ${fields.join(", ")} FROM ${child.name} WHERE ${field} = '${record.id}'`;
  return answerQuery(call, context, soql, false);
}

/** The one record a path leads to: many cannot be written at once. */
function readTarget(call: RoutedCall, context: OrgContext): Place {
  const place = follow(context, startOf(call, context), call.rest.slice(0, -1));
  const last = call.rest.at(-1) ?? "";
  if (place.object.child(last) !== undefined) throw notAllowed(["GET"], call.method);
  return parentOf(context, place, last);
}

/** The records a record is related to, by the names of its relationships; and the content of its blobs. */
export const related: Route = {
  path: "/services/data/{version}/sobjects/{object}/{id:recordId}/{...}",
  methods: {
    GET: read,
    PATCH: (call, context) => {
      const { object, record } = readTarget(call, context);
      const changes = readInput(context, object, recordBody(call));
      refuseFields(changes, ["Id"]);
      return updatedAnswer(call, context, object, record, changes);
    },
    DELETE: (call, context) => {
      const { object, record } = readTarget(call, context);
      deleteRecord(context, object, record.id);
      return noContent();
    },
  },
};
