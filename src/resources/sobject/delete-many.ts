import { SettingsError } from "../../errors.js";
import { operation } from "../../http/operation.js";
import type { WriteRequest } from "./write-many.js";

/** `DELETE /composite/sobjects`. */
export const deleteRecords: WriteRequest<string> = (ids, first, allOrNone) => {
  const missing = ids.findIndex((id) => typeof id !== "string" || id === "");
  if (missing >= 0) {
    throw new SettingsError("settings.record", `\`ids[${first + missing}]\` is no id.`, {
      hint: "Give record ids.",
    });
  }
  return operation("delete", "/composite/sobjects", { query: { ids: [...ids], allOrNone } });
};
