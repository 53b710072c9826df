import { remembered } from "../../async/remembered.js";
import { operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import type { PicklistOptions } from "./picklist.js";

/** What the describe of an sObject tells, which is asked for once. */
export function createDescribed(name: string, send: Send) {
  // Shared by all who ask, so no one's signal may end it.
  const describe = remembered(() =>
    send(operation("get", "/sobjects/{sobject}/describe", { path: { sobject: name } })),
  );
  return {
    async picklist(field: string, options: PicklistOptions = {}) {
      const { picklistEntries } = await import("./picklist.js");
      return picklistEntries(await describe(), field, options);
    },
    async recordTypeId(developerName: string) {
      const { recordTypeId } = await import("./record-type.js");
      return recordTypeId(await describe(), developerName);
    },
  };
}
