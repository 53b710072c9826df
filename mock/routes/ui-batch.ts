import type { ObjectInfo, RecordTypeInfo } from "../catalog/object-info.js";
import { type Answer, json } from "../http/call.js";
import { ApiFault, notFound, requestFault } from "../http/fault.js";
import { toId18 } from "../store/record-id.js";

/** Where the UI API is. */
export const UI = "/services/data/{version}/ui-api";

/** Salesforce takes no more in a request. */
const LARGEST_BATCH = 100;

/** A result for each of a list of keys, those that are refused among them. */
export function uiBatch(keys: string, resultOf: (key: string) => object): Answer {
  const list = keys.split(",");
  if (list.length > LARGEST_BATCH) {
    throw requestFault(400, "INVALID_ARGUMENT", `A batch holds up to ${LARGEST_BATCH}, not ${list.length}.`);
  }
  const results = list.map((key) => {
    try {
      return { result: resultOf(key.trim()), statusCode: 200 };
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      return { result: error.entries, statusCode: error.status };
    }
  });
  return json({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
}

/** The record type a URL names, or 404. */
export function requireRecordType(object: ObjectInfo, idText: string): RecordTypeInfo {
  const id = toId18(idText);
  const found = object.recordTypes.find((type) => toId18(type.id) === id);
  if (id === null || found === undefined) throw notFound();
  return found;
}
