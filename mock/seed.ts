import { ApiError } from "../src/errors.js";
import type { DataContext } from "./data-context.js";
import { createRecord } from "./dml/create-record.js";
import { readInput } from "./dml/record-input.js";
import { undeleteRecord } from "./dml/undelete-record.js";
import { ApiFault, recordFault } from "./http/fault.js";
import { requireObject } from "./records/find-record.js";
import { readRecord } from "./records/read-record.js";
import { toId18 } from "./store/record-id.js";
import { isDeleted } from "./store/table.js";
import type { SeedIds, SeedRecords } from "./typed-records.js";

/** Creates records, all or none. */
export function seedRecords(context: DataContext, records: SeedRecords): SeedIds {
  return context.store.transaction(() => {
    const ids: SeedIds = {};
    for (const [objectName, rows] of Object.entries(records)) {
      ids[objectName] = rows.map((row, place) =>
        refusedAs(`seed ${objectName}[${place}]`, () => {
          const object = requireObject(context, objectName);
          return createRecord(context, object, readInput(context, object, row));
        }),
      );
    }
    return ids;
  });
}

/** Takes records out of the recycle bin, all or none. */
export function undeleteRecords(context: DataContext, ids: readonly string[]): void {
  context.store.transaction(() => {
    for (const [place, text] of ids.entries()) {
      refusedAs(`undelete [${place}]`, () => {
        const id = toId18(text);
        const object = id === null ? undefined : context.catalog.ofId(id);
        if (id === null || object === undefined) throw recordFault("MALFORMED_ID", `malformed id ${text}`);
        undeleteRecord(context, object, id);
      });
    }
  });
}

/** An object's records as plain values, without `attributes`. */
export function readRecords(context: DataContext, objectName: string): Record<string, unknown>[] {
  return refusedAs(`records ${objectName}`, () => {
    const object = requireObject(context, objectName);
    const rows: Record<string, unknown>[] = [];
    for (const record of context.store.table(object.name).all()) {
      if (isDeleted(record)) continue;
      const { attributes: _, ...fields } = readRecord(object, record, object.fields, "");
      rows.push(fields);
    }
    return rows;
  });
}

/** Turns a refusal into the error class users know, saying what was refused. */
function refusedAs<T>(request: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    const errors = error.entries.map((entry) => ({ ...entry, fields: entry.fields ?? [] }));
    throw new ApiError({ status: error.status, errors, request });
  }
}
