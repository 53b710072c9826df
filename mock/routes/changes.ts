import type { ObjectInfo } from "../catalog/object-info.js";
import { datetimeText, parseDatetime } from "../dml/date-text.js";
import { json } from "../http/call.js";
import { type ApiFault, requestFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { isDeleted, type StoredRecord } from "../store/table.js";
import { param, type Route, type RoutedCall } from "./route.js";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const UPDATED_DAYS = 30;
const DELETED_DAYS = 15;
const MAX_IDS = 600_000;

/** A time of changes: from its start on, up to and with its end. Seconds do not count. */
interface Window {
  readonly start: number;
  readonly end: number;
}

function readWindow(call: RoutedCall, context: OrgContext, days: number): Window {
  const start = readMinute(call, "start");
  const end = readMinute(call, "end");
  if (end < start + MINUTE_MS) {
    throw invalidDate("endDate must be at least one minute greater than startDate");
  }
  if (start < wholeMinute(context.now().getTime()) - days * DAY_MS) {
    throw invalidDate(`startDate cannot be more than ${days} days ago`);
  }
  return { start, end };
}

function readMinute(call: RoutedCall, name: "start" | "end"): number {
  const text = call.query.get(name);
  if (text === null) throw requestFault(400, "MISSING_ARGUMENT", `${name} must be specified`);
  const datetime = parseDatetime(text);
  if (datetime === null) {
    throw requestFault(
      400,
      "ILLEGAL_QUERY_PARAMETER_VALUE",
      `${name} is no date and time with an offset: ${text}`,
    );
  }
  return wholeMinute(timeOf(datetime));
}

function invalidDate(message: string): ApiFault {
  return requestFault(400, "INVALID_REPLICATION_DATE", message);
}

function requireReplicateable(call: RoutedCall, context: OrgContext): ObjectInfo {
  const object = requireObject(context, param(call, "object"));
  if (object.attributes.replicateable !== false) return object;
  const message = `entity type ${object.name} does not support replication`;
  throw requestFault(400, "INVALID_TYPE_FOR_OPERATION", message);
}

/** The records that were last changed in a window: to delete a record is a change. */
function changedIn(context: OrgContext, object: ObjectInfo, { start, end }: Window): StoredRecord[] {
  const found: StoredRecord[] = [];
  for (const record of context.store.table(object.name).all()) {
    const time = timeOf(String(record.values.SystemModstamp));
    if (time >= start && time <= end) found.push(record);
  }
  if (found.length > MAX_IDS) {
    throw requestFault(400, "EXCEEDED_ID_LIMIT", `more than ${MAX_IDS} records changed in this time`);
  }
  return found;
}

function latestDateCovered(context: OrgContext, { end }: Window): string {
  return datetimeText(new Date(Math.min(end, wholeMinute(context.now().getTime()))));
}

function timeOf(datetime: string): number {
  return Date.parse(datetime.replace("+0000", "Z"));
}

function wholeMinute(time: number): number {
  return Math.floor(time / MINUTE_MS) * MINUTE_MS;
}

/** The ids of records that were created or changed in a window of at most 30 days ago. */
export const updated: Route = {
  path: "/services/data/{version}/sobjects/{object}/updated",
  methods: {
    GET: (call, context) => {
      const object = requireReplicateable(call, context);
      const window = readWindow(call, context, UPDATED_DAYS);
      const records = changedIn(context, object, window).filter((record) => !isDeleted(record));
      return json({
        ids: records.map((record) => record.id),
        latestDateCovered: latestDateCovered(context, window),
      });
    },
  },
};

/** The records that were deleted in a window of at most 15 days ago. */
export const deleted: Route = {
  path: "/services/data/{version}/sobjects/{object}/deleted",
  methods: {
    GET: (call, context) => {
      const object = requireReplicateable(call, context);
      const window = readWindow(call, context, DELETED_DAYS);
      const earliest = wholeMinute(context.now().getTime() - DELETED_DAYS * DAY_MS);
      const records = changedIn(context, object, window).filter(isDeleted);
      return json({
        deletedRecords: records.map(({ id, values }) => ({ id, deletedDate: values.SystemModstamp })),
        earliestDateAvailable: datetimeText(new Date(earliest)),
        latestDateCovered: latestDateCovered(context, window),
      });
    },
  },
};
