import { operation } from "../../http/operation.js";
import { type EncodeField, recordBody } from "./record-body.js";
import type { WriteRequest } from "./write-many.js";

/** `POST /composite/sobjects`. */
export function createRecords(sobject: string, encode: EncodeField): WriteRequest<unknown> {
  return (inputs, first, allOrNone) => {
    const records = inputs.map((input, index) => ({
      attributes: { type: sobject },
      ...recordBody(input, `records[${first + index}]`, encode),
    }));
    return operation("post", "/composite/sobjects", { body: { allOrNone, records } });
  };
}
