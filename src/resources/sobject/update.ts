import { nothing, type Operation, operation } from "../../http/operation.js";
import type { FieldKinds } from "../../values/encode-record.js";
import { recordBody } from "./record-body.js";

/** `PATCH /sobjects/{sObject}/{id}`. */
export function updateRecord(
  sobject: string,
  id: string,
  changes: unknown,
  kinds: FieldKinds,
): Operation<void> {
  const body = recordBody(changes, "changes", kinds);
  return operation("patch", "/sobjects/{sobject}/{id}", { path: { sobject, id }, body }, nothing);
}
