import { type Operation, operation } from "../../http/operation.js";
import { type EncodeField, recordBody } from "./record-body.js";

/** The new record's id. `POST /sobjects/{sObject}`. */
export function createRecord(sobject: string, record: unknown, encode: EncodeField): Operation<string> {
  const body = recordBody(record, "record", encode);
  return operation("post", "/sobjects/{sobject}", { path: { sobject }, body }, ({ id }) => id);
}
