import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { createRecord } from "../dml/create-record.js";
import { deleteRecord, hardDeleteRecord } from "../dml/delete-record.js";
import { type Changes, readInput } from "../dml/record-input.js";
import { updateRecord } from "../dml/update-record.js";
import { upsertRecord } from "../dml/upsert-record.js";
import { publishEvent } from "../events/publish-event.js";
import { recordFault } from "../http/fault.js";
import type { JsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { toId18 } from "../store/record-id.js";
import type { IngestOperation } from "./ingest-job.js";

export interface Written {
  readonly id: string;
  readonly created: boolean;
}

export interface Target {
  readonly object: ObjectInfo;
  /** What an upsert matches on; the id otherwise. */
  readonly key: FieldInfo | undefined;
}

/** Writes a record of a job. Throws its refusal. */
export type Write = (context: OrgContext, target: Target, record: JsonObject) => Written;

/** What each operation does to a record. */
export const WRITES = {
  insert: (context, { object }, record) => {
    const changes = readInput(context, object, record);
    const id = object.name.endsWith("__e")
      ? publishEvent(context, object, changes).id
      : createRecord(context, object, changes);
    return { id, created: true };
  },
  update: (context, { object }, record) => {
    const changes = readInput(context, object, record);
    const id = takeId(changes);
    updateRecord(context, object, id, changes);
    return { id, created: false };
  },
  upsert: (context, { object, key }, record) => {
    const changes = readInput(context, object, record);
    if (key === undefined) throw recordFault("MISSING_ARGUMENT", "External id not specified");
    const value = changes.get(key) ?? null;
    if (value === null && key.type !== "id")
      throw recordFault("MISSING_ARGUMENT", `${key.name} not specified`);
    changes.delete(key);
    const outcome = upsertRecord(context, object, { field: key, value }, changes);
    if (outcome.kind === "saved") return { id: outcome.id, created: outcome.created };
    if (outcome.kind === "missing")
      throw recordFault("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
    const message = `${key.name}: more than one record found for external id field: ${value}`;
    throw recordFault("DUPLICATE_EXTERNAL_ID", message);
  },
  delete: (context, { object }, record) => {
    const id = takeId(readInput(context, object, record));
    deleteRecord(context, object, id);
    return { id, created: false };
  },
  hardDelete: (context, { object }, record) => {
    const id = takeId(readInput(context, object, record));
    hardDeleteRecord(context, object, id);
    return { id, created: false };
  },
} satisfies Record<IngestOperation, Write>;

function takeId(changes: Changes): string {
  for (const [field, value] of changes) {
    if (field.type !== "id") continue;
    changes.delete(field);
    const id = typeof value === "string" ? toId18(value) : null;
    if (id === null) throw recordFault("MALFORMED_ID", `malformed id ${String(value)}`);
    return id;
  }
  throw recordFault("MISSING_ARGUMENT", "Id not specified");
}
