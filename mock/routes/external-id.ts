import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { deleteRecord } from "../dml/delete-record.js";
import { deserialize } from "../dml/deserialize.js";
import { readInput, refuseFields } from "../dml/record-input.js";
import { upsertRecord } from "../dml/upsert-record.js";
import { type Answer, json, noContent } from "../http/call.js";
import { notFound } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { findByField, requireExternalIdField, requireObject } from "../records/find-record.js";
import type { StoredRecord, Value } from "../store/table.js";
import { recordAnswer } from "./record.js";
import { recordBody } from "./record-body.js";
import { param, type Route, type RoutedCall } from "./route.js";
import { recordUrl, upsertedAnswer } from "./save-result.js";

interface Key {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly value: Value;
}

function readKey(call: RoutedCall, context: OrgContext): Key {
  const object = requireObject(context, param(call, "object"));
  const field = requireExternalIdField(object, param(call, "field"));
  const text = param(call, "value");
  return { object, field, value: deserialize(field, text, { [field.name]: text }, field.name) };
}

/** Several records match: their URLs, to choose from. */
function choices(call: RoutedCall, object: ObjectInfo, matches: readonly StoredRecord[]): Answer {
  return json(
    matches.map((match) => recordUrl(call, object, match.id)),
    300,
  );
}

function withOnlyMatch(
  call: RoutedCall,
  context: OrgContext,
  use: (object: ObjectInfo, match: StoredRecord) => Answer,
): Answer {
  const { object, field, value } = readKey(call, context);
  const matches = findByField(context, object, field, value);
  const [match] = matches;
  if (match === undefined) throw notFound();
  return matches.length > 1 ? choices(call, object, matches) : use(object, match);
}

function upsert(call: RoutedCall, context: OrgContext): Answer {
  const { object, field, value } = readKey(call, context);
  const changes = readInput(context, object, recordBody(call));
  refuseFields(changes, ["Id", field.name]);
  const updateOnly = call.query.get("updateOnly") === "true";
  const outcome = upsertRecord(context, object, { field, value }, changes, updateOnly);
  if (outcome.kind === "missing") throw notFound();
  if (outcome.kind === "ambiguous") return choices(call, object, outcome.matches);
  return upsertedAnswer(call, object, outcome.id, outcome.created);
}

/** One record by an external id. */
export const externalId: Route = {
  path: "/services/data/{version}/sobjects/{object}/{field}/{value}",
  methods: {
    GET: (call, context) =>
      withOnlyMatch(call, context, (object, match) => recordAnswer(call, object, match)),
    PATCH: upsert,
    DELETE: (call, context) =>
      withOnlyMatch(call, context, (object, match) => {
        deleteRecord(context, object, match.id);
        return noContent();
      }),
  },
};
