import type { ObjectInfo } from "../catalog/object-info.js";
import { createRecord } from "../dml/create-record.js";
import type { Changes } from "../dml/record-input.js";
import { requestFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import type { StoredRecord } from "../store/table.js";
import { streamedFields } from "./streamed-fields.js";

const HOURLY_LIMIT = "HourlyPublishedPlatformEvents";

/**
 * Checks an event as a record would be checked, and puts it into the log: events are never in the store. Where the
 * transaction is undone, it was never published.
 */
export function publishEvent(
  context: OrgContext,
  object: ObjectInfo,
  changes: Changes,
): { id: string; uuid: string } {
  const record = madeAndUndone(context, object, changes);
  if (!context.limits.spend(HOURLY_LIMIT)) {
    throw requestFault(400, "LIMIT_EXCEEDED", "The hourly limit of published platform events is exceeded.");
  }
  const uuid = crypto.randomUUID();
  const { CreatedDate, CreatedById } = record.values;
  const fields = ownFields(object, record);
  const undo = context.events.add(
    {
      channel: `/event/${object.name}`,
      object: object.name,
      uuid,
      payload: streamedFields(object, { CreatedDate, CreatedById, ...fields }),
      publishedAt: context.now().getTime(),
    },
    {
      type: object.name,
      id: record.id,
      uuid,
      fields,
      createdDate: String(CreatedDate),
      createdById: String(CreatedById),
    },
  );
  context.store.undoWith(undo);
  return { id: record.id, uuid };
}

function madeAndUndone(context: OrgContext, object: ObjectInfo, changes: Changes): StoredRecord {
  const make = (): StoredRecord | undefined =>
    context.store.table(object.name).get(createRecord(context, object, changes));
  const record = context.store.transaction(make, () => false);
  if (record === undefined) throw new Error(`the event ${object.name} was not made`);
  return record;
}

/** What the event's own describe says a publisher may set. */
function ownFields(object: ObjectInfo, record: StoredRecord): Record<string, unknown> {
  const own = object.fields.filter((field) => field.createable);
  return Object.fromEntries(own.map((field) => [field.name, record.values[field.name] ?? null]));
}
