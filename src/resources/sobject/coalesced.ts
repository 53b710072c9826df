import { createGather, type Settled } from "../../async/gather.js";
import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { CoalesceSettings } from "../../settings/settings.js";
import { LARGEST_RETRIEVE, LARGEST_WRITE } from "./collection-sizes.js";
import { createRecord } from "./create.js";
import { type EncodeField, recordBody } from "./record-body.js";
import { checkFields } from "./record-values.js";
import { retrieveRecord } from "./retrieve.js";
import { type SaveOptions, toCallOptions } from "./save-options.js";

type Values = Record<string, unknown>;

/**
 * Single calls on an sObject that become collections requests with others of their kind. Calls share a request only
 * where they have the same options, and reads the same fields. Each settles with the outcome of its own record;
 * nothing is undone for another's failure. A call that stays alone is sent as it is.
 */
export function createCoalesced(
  name: string,
  send: Send,
  encode: EncodeField,
  { windowMs }: CoalesceSettings,
) {
  const creates = createGather<SaveOptions, unknown, string>({
    windowMs,
    largest: LARGEST_WRITE,
    work: async (saving, records) => {
      if (records.length === 1) {
        return [succeeded(await send(createRecord(name, records[0], encode), toCallOptions(saving)))];
      }
      const { createRecords, writeMany } = await import("./coalesced-calls.js");
      const results = await writeMany(send, records, saving, createRecords(name, encode));
      return results.map((result) => (result.success ? succeeded(result.id) : result));
    },
  });
  const retrieves = createGather<Reading, string, Values>({
    windowMs,
    largest: LARGEST_RETRIEVE,
    work: async ({ fields, ...options }, ids) => {
      const [only = ""] = ids;
      if (ids.length === 1) return [succeeded(await send(retrieveRecord(name, only, fields), options))];
      const { retrieveMany } = await import("./coalesced-calls.js");
      const records = await retrieveMany(send, name, ids, { ...options, fields });
      return Promise.all(records.map((record) => (record === null ? notFound() : succeeded(record))));
    },
  });
  return {
    // What is wrong with one record must not fail the others of its request.
    create: async (record: unknown, { signal, ...options }: SaveOptions = {}) =>
      creates(options, recordBody(record, "record", encode), signal),
    async retrieve(id: string, { fields, ...options }: CallOptions & { fields?: readonly string[] } = {}) {
      // Collections want fields named.
      if (fields === undefined) return send(retrieveRecord(name, id), options);
      const { signal, ...shared } = options;
      return retrieves({ ...shared, fields: checkFields(fields) }, id, signal);
    },
  };
}

/** What reads must have in common to share a request. */
type Reading = CallOptions & { readonly fields: readonly string[] };

function succeeded<Output>(value: Output): Settled<Output> {
  return { success: true, value };
}

async function notFound(): Promise<Settled<never>> {
  const { apiError } = await import("../../http/api-error.js");
  const entry = { errorCode: "NOT_FOUND", message: "The requested resource does not exist", fields: [] };
  return { success: false, error: apiError([entry], { status: 404 }) };
}
