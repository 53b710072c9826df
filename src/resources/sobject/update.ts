import { nothing, type Operation, operation } from "../../http/operation.js";
import { type EncodeField, recordBody } from "./record-body.js";

/** `PATCH /sobjects/{sObject}/{id}`. */
export function updateRecord(
  sobject: string,
  id: string,
  changes: unknown,
  encode: EncodeField,
): Operation<void> {
  const body = recordBody(changes, "changes", encode);
  return operation("patch", "/sobjects/{sobject}/{id}", { path: { sobject, id }, body }, nothing);
}
