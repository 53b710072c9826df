import { SettingsError } from "../../errors.js";
import { operation } from "../../http/operation.js";
import { type EncodeField, recordBody } from "./record-body.js";
import type { WriteRequest } from "./write-many.js";

/** `PATCH /composite/sobjects`. */
export function updateRecords(sobject: string, encode: EncodeField): WriteRequest<unknown> {
  return (inputs, first, allOrNone) => {
    const records = inputs.map((input, index) => {
      const path = `records[${first + index}]`;
      const { Id, ...changes } = recordBody(input, path, encode);
      if (typeof Id !== "string" || Id === "") {
        throw new SettingsError("settings.record", `\`${path}.Id\` is missing.`, {
          hint: "Each record needs its id.",
        });
      }
      return { attributes: { type: sobject }, id: Id, ...changes };
    });
    return operation("patch", "/composite/sobjects", { body: { allOrNone, records } });
  };
}
