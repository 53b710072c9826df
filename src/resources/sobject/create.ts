import { type Operation, operation } from "../../http/operation.js";
import type { FieldKinds } from "../../values/encode-record.js";
import { recordBody } from "./record-body.js";

/** The new record's id. `POST /sobjects/{sObject}`. */
export function createRecord(sobject: string, record: unknown, kinds: FieldKinds): Operation<string> {
  const body = recordBody(record, "record", kinds);
  return operation("post", "/sobjects/{sobject}", { path: { sobject }, body }, ({ id }) => id);
}
