import type { ObjectInfo } from "../catalog/object-info.js";
import { createRecord } from "../dml/create-record.js";
import { type Changes, readInput, refuseFields } from "../dml/record-input.js";
import { updateRecord } from "../dml/update-record.js";
import { requestFault } from "../http/fault.js";
import { expectObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import type { StoredRecord } from "../store/table.js";
import { recordError, withUiFaults } from "./ui-fault.js";

/** Creates the record of a request. Throws the refusal that the UI API would answer. */
export function createUiRecord(context: OrgContext, body: unknown): { object: ObjectInfo; id: string } {
  const input = expectObject(body, "RecordInputRepresentation");
  if (typeof input.apiName !== "string") throw parseError("apiName is required to create a record.");
  const object = requireObject(context, input.apiName);
  const id = withUiFaults(object, () =>
    createRecord(context, object, changesOf(context, object, input.fields)),
  );
  return { object, id };
}

/** Changes a record, unless it was changed after the moment that the request names. */
export function updateUiRecord(
  context: OrgContext,
  object: ObjectInfo,
  record: StoredRecord,
  { body, unmodifiedSince }: { readonly body: unknown; readonly unmodifiedSince: string | null },
): void {
  const input = expectObject(body, "RecordInputRepresentation");
  const changed = Date.parse(String(record.values.LastModifiedDate).replace("+0000", "Z"));
  if (Math.floor(changed / 1000) > Math.floor(Date.parse(unmodifiedSince ?? "") / 1000)) {
    throw collision(context, object, record);
  }
  withUiFaults(object, () =>
    updateRecord(context, object, record.id, changesOf(context, object, input.fields)),
  );
}

/** Values by field: parents by external ids are none. */
function changesOf(context: OrgContext, object: ObjectInfo, fields: unknown): Changes {
  const values = expectObject(fields, "Map");
  for (const [name, value] of Object.entries(values)) {
    if (object.field(name) === undefined) throw parseError(`Field ${name} does not exist`);
    if (typeof value === "object" && value !== null) throw parseError(`Invalid value for field ${name}`);
  }
  const changes = readInput(context, object, values);
  refuseFields(changes, ["Id"]);
  return changes;
}

function parseError(message: string) {
  return requestFault(400, "POST_BODY_PARSE_ERROR", message);
}

function collision({ store }: OrgContext, object: ObjectInfo, { values }: StoredRecord) {
  const user = store.table("User").get(String(values.LastModifiedById))?.values.Name ?? "another user";
  const message =
    `This record was modified by ${user} during your edit session. Make a note of the data you entered, then ` +
    "reload the record and enter your updates again.";
  return recordError(object, [{ errorCode: "CollisionDetectedException", message, fields: [] }]);
}
