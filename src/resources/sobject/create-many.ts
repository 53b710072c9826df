import { operation } from "../../http/operation.js";
import type { FieldKinds } from "../../values/encode-record.js";
import { recordBody } from "./record-body.js";
import type { WriteRequest } from "./write-many.js";

/** `POST /composite/sobjects`. */
export function createRecords(sobject: string, kinds: FieldKinds): WriteRequest<unknown> {
  return (inputs, first, allOrNone) => {
    const records = inputs.map((input, index) => ({
      attributes: { type: sobject },
      ...recordBody(input, `records[${first + index}]`, kinds),
    }));
    return operation("post", "/composite/sobjects", { body: { allOrNone, records } });
  };
}
