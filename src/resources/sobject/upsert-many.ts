import { SettingsError } from "../../errors.js";
import { operation } from "../../http/operation.js";
import { type EncodeField, recordBody } from "./record-body.js";
import type { WriteRequest } from "./write-many.js";

/** `PATCH /composite/sobjects/{sObject}/{field}`. */
export function upsertRecords(sobject: string, field: string, encode: EncodeField): WriteRequest<unknown> {
  return (inputs, first, allOrNone) => {
    const records = inputs.map((input, index) => {
      const path = `records[${first + index}]`;
      const record = recordBody(input, path, encode);
      if (record[field] === undefined || record[field] === null) {
        throw new SettingsError("settings.record", `\`${path}.${field}\` is missing.`, {
          hint: "Each record needs the value it is matched by.",
        });
      }
      return { attributes: { type: sobject }, ...record };
    });
    return operation("patch", "/composite/sobjects/{sobject}/{field}", {
      path: { sobject, field },
      body: { allOrNone, records },
    });
  };
}
