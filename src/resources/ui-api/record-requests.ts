import { nothing, type Operation, operation } from "../../http/operation.js";
import type { WireUiBatch, WireUiRecord } from "../../http/schemas.js";
import { kindOf } from "../../settings/kind-of.js";
import { type EncodeField, recordBody } from "../sobject/record-body.js";
import { wrong } from "./check-args.js";

/** Which fields, as the UI API is asked. */
export interface UiFieldsQuery {
  readonly fields?: string[];
  readonly optionalFields?: string[];
  readonly layoutTypes?: ("Full" | "Compact")[];
  readonly modes?: ("View" | "Edit" | "Create")[];
}

/** `GET /ui-api/records/{id}`. */
export function getUiRecord(id: string, query: UiFieldsQuery): Operation<WireUiRecord> {
  return operation("get", "/ui-api/records/{id}", { path: { id }, query });
}

/** `GET /ui-api/records/batch/{ids}`. */
export function getUiRecords(ids: readonly string[], query: UiFieldsQuery): Operation<WireUiBatch> {
  return operation("get", "/ui-api/records/batch/{ids}", { path: { ids: ids.join(",") }, query });
}

/** `POST /ui-api/records`. Doing it twice would create two records. */
export function createUiRecord(
  apiName: string,
  record: unknown,
  allowDuplicates: unknown,
  encode: EncodeField,
): Operation<WireUiRecord> {
  const body = { apiName, ...inputOf(record, "record", allowDuplicates, encode) };
  return operation("post", "/ui-api/records", { body });
}

/** `PATCH /ui-api/records/{id}`. */
export function updateUiRecord(
  id: string,
  changes: unknown,
  { allowDuplicates, ifUnmodifiedSince }: { allowDuplicates?: unknown; ifUnmodifiedSince?: unknown },
  encode: EncodeField,
): Operation<WireUiRecord> {
  const body = inputOf(changes, "changes", allowDuplicates, encode);
  const headers: Record<string, string> =
    ifUnmodifiedSince === undefined ? {} : { "if-unmodified-since": momentOf(ifUnmodifiedSince) };
  return operation("patch", "/ui-api/records/{id}", { path: { id }, body, headers });
}

/** `DELETE /ui-api/records/{id}`. */
export function deleteUiRecord(id: string): Operation<void> {
  return operation("delete", "/ui-api/records/{id}", { path: { id } }, nothing);
}

function inputOf(record: unknown, place: string, allowDuplicates: unknown, encode: EncodeField) {
  if (allowDuplicates !== undefined && typeof allowDuplicates !== "boolean") {
    throw wrong(`\`allowDuplicates\` is ${kindOf(allowDuplicates)}.`, "Give true or false.");
  }
  const fields = recordBody(record, place, encode);
  const nested = Object.entries(fields).find(([, value]) => typeof value === "object" && value !== null);
  if (nested !== undefined) {
    throw wrong(
      `\`${place}.${nested[0]}\` is ${kindOf(nested[1])}.`,
      "The UI API takes parents by their ids only: give that, or use `create` and `update` of the object itself.",
    );
  }
  return { fields, ...(allowDuplicates === true && { allowSaveOnDuplicate: true }) };
}

function momentOf(given: unknown): string {
  const date = given instanceof Date || typeof given === "string" ? new Date(given) : undefined;
  if (date !== undefined && !Number.isNaN(date.getTime())) return date.toUTCString();
  throw wrong(
    `\`ifUnmodifiedSince\` is ${date === undefined ? kindOf(given) : "no date"}.`,
    "Give a Date, or the `lastModifiedDate` of what was read.",
  );
}
