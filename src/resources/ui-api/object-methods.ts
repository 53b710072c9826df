import type { CallOptions } from "../../http/call-options.js";
import { type Operation, operation } from "../../http/operation.js";
import type { WireUiRecord } from "../../http/schemas.js";
import { checkList } from "../sobject/check-list.js";
import { checkArgs, checkKeys } from "./check-args.js";
import { selectedPaths } from "./field-paths.js";
import { entriesFor, uiPicklistEntries } from "./picklist-values.js";
import { createReadUiRecords } from "./read-record.js";
import {
  createUiRecord,
  deleteUiRecord,
  getUiRecord,
  getUiRecords,
  type UiFieldsQuery,
  updateUiRecord,
} from "./record-requests.js";
import type { RecordTypeOf } from "./record-type-of.js";
import { createUiSend } from "./send-ui.js";
import type { UiApiParts } from "./ui-api-parts.js";
import { createUiBatches } from "./ui-batches.js";
import type { UiLayoutArgs, UiSaveOptions, UiUpdateOptions } from "./ui-records.js";

/** What is known of an object: its fields and its picklists. */
export function uiMetadataOf(sobject: string, parts: UiApiParts, recordTypeOf: RecordTypeOf) {
  const send = createUiSend(parts);
  return {
    info: async (options?: CallOptions) =>
      send(operation("get", "/ui-api/object-info/{sobject}", { path: { sobject } }), options),

    async picklist(field: string, args?: unknown, options?: CallOptions) {
      const { controlledBy, recordType } = checkArgs(args, ["recordType", "controlledBy"]);
      const path = { sobject, recordTypeId: await recordTypeOf(recordType), field };
      const picklist = await send(
        operation("get", "/ui-api/object-info/{sobject}/picklist-values/{recordTypeId}/{field}", { path }),
        options,
      );
      return entriesFor(picklist, controlledBy, `${sobject}.${field}`);
    },

    async picklists(args?: unknown, options?: CallOptions) {
      const { recordType } = checkArgs(args, ["recordType"]);
      const path = { sobject, recordTypeId: await recordTypeOf(recordType) };
      const { picklistFieldValues } = await send(
        operation("get", "/ui-api/object-info/{sobject}/picklist-values/{recordTypeId}", { path }),
        options,
      );
      const fields = Object.entries(picklistFieldValues);
      return Object.fromEntries(fields.map(([field, picklist]) => [field, uiPicklistEntries(picklist)]));
    },
  };
}

/** The records of an object, as users see them. */
export function uiRecordsOf(sobject: string, parts: UiApiParts) {
  const send = createUiSend(parts);
  const read = createReadUiRecords(parts);
  const inBatches = createUiBatches(send, parts);
  const recordOf = async (operation: Operation<WireUiRecord>, options?: CallOptions) =>
    read.record(await send(operation, options));
  return {
    retrieve: async (id: string, args: unknown, options?: CallOptions) =>
      recordOf(getUiRecord(id, selectedPaths(sobject, args)), options),

    async retrieveMany(ids: readonly string[], args: unknown, options?: CallOptions) {
      const query = selectedPaths(sobject, args);
      const records = await inBatches<WireUiRecord>(checkKeys(ids, "ids"), options, (part) =>
        getUiRecords(part, query),
      );
      return records.map((record) => record && read.record(record));
    },

    retrieveByLayout: async (id: string, args?: UiLayoutArgs, options?: CallOptions) =>
      recordOf(getUiRecord(id, layoutQuery(args)), options),

    async create(record: unknown, { allowDuplicates, ...options }: UiSaveOptions = {}) {
      return recordOf(createUiRecord(sobject, record, allowDuplicates, parts.encodeOf(sobject)), options);
    },

    async update(id: string, changes: unknown, given: UiUpdateOptions = {}) {
      const { allowDuplicates, ifUnmodifiedSince, ...options } = given;
      const saving = { allowDuplicates, ifUnmodifiedSince };
      return recordOf(updateUiRecord(id, changes, saving, parts.encodeOf(sobject)), options);
    },

    delete: async (id: string, options?: CallOptions) => send(deleteUiRecord(id), options),
  };
}

/** What forms begin with. */
export function uiDefaultsOf(sobject: string, parts: UiApiParts, recordTypeOf: RecordTypeOf) {
  const send = createUiSend(parts);
  const { draft } = createReadUiRecords(parts);
  async function draftQuery(args: unknown): Promise<{ recordTypeId?: string }> {
    const { recordType } = checkArgs(args, ["recordType"]);
    return recordType === undefined ? {} : { recordTypeId: await recordTypeOf(recordType) };
  }
  return {
    async createDefaults(args?: unknown, options?: CallOptions) {
      const query = await draftQuery(args);
      const path = { sobject };
      return draft(
        await send(operation("get", "/ui-api/record-defaults/create/{sobject}", { path, query }), options),
      );
    },

    async cloneDefaults(id: string, args?: unknown, options?: CallOptions) {
      const query = await draftQuery(args);
      const path = { id };
      return draft(
        await send(operation("get", "/ui-api/record-defaults/clone/{id}", { path, query }), options),
      );
    },
  };
}

function layoutQuery(args: UiLayoutArgs | undefined): UiFieldsQuery {
  const { layoutTypes, modes }: UiLayoutArgs = checkArgs(args, ["layoutTypes", "modes"]);
  return {
    layoutTypes: [...checkList(layoutTypes ?? (["Full"] as const), "layoutTypes")],
    modes: [...checkList(modes ?? (["View"] as const), "modes")],
  };
}
