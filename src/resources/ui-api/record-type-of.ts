import { remembered } from "../../async/remembered.js";
import { operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import { kindOf } from "../../settings/kind-of.js";
import { recordTypeId } from "../sobject/record-type.js";
import { wrong } from "./check-args.js";

/** How the ids of record types begin in every org. */
const RECORD_TYPE_ID = /^012[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/;
/** That of objects without record types, in every org. */
const MASTER = "012000000000000AAA";

/** The id of a record type, given by its developer name or id; of the user's default one where it is undefined. */
export type RecordTypeOf = (recordType: unknown) => Promise<string>;

/** Finds record types of an object: the UI API does not know their developer names, so that its describe is read. */
export function createRecordTypeOf(sobject: string, send: Send): RecordTypeOf {
  // Shared by all who ask, so no one's signal may end it.
  const describe = remembered(() =>
    send(operation("get", "/sobjects/{sobject}/describe", { path: { sobject } })),
  );
  return async (recordType) => {
    if (typeof recordType === "string") {
      return RECORD_TYPE_ID.test(recordType) ? recordType : recordTypeId(await describe(), recordType);
    }
    if (recordType !== undefined) {
      throw wrong(`\`recordType\` is ${kindOf(recordType)}.`, "Give its developer name, or its id.");
    }
    const types = (await describe()).recordTypeInfos ?? [];
    return types.find(({ defaultRecordTypeMapping }) => defaultRecordTypeMapping)?.recordTypeId ?? MASTER;
  };
}
