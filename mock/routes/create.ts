import type { ObjectInfo } from "../catalog/object-info.js";
import { createRecord } from "../dml/create-record.js";
import type { Changes } from "../dml/record-input.js";
import { publishEvent } from "../events/publish-event.js";
import type { OrgContext } from "../org-context.js";
import type { RecordError } from "./collection-results.js";

/** A record that was made. Events that were published come with a note among the errors, though all is well. */
export interface Created {
  readonly id: string;
  readonly errors: readonly RecordError[];
}

/** Creates a record, or publishes it where its object is a platform event. */
export function create(context: OrgContext, object: ObjectInfo, changes: Changes): Created {
  if (!object.name.endsWith("__e")) return { id: createRecord(context, object, changes), errors: [] };
  const { id, uuid } = publishEvent(context, object, changes);
  return { id, errors: [{ statusCode: "OPERATION_ENQUEUED", message: uuid, fields: [] }] };
}
