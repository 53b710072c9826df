import { DecodeError } from "../../errors.js";
import { type Operation, operation } from "../../http/operation.js";
import { type EncodeField, recordBody } from "./record-body.js";

export interface Upserted {
  readonly id: string;
  readonly created: boolean;
}

/** `PATCH /sobjects/{sObject}/{field}/{value}`. */
export function upsertRecord(
  sobject: string,
  field: string,
  value: string,
  record: unknown,
  encode: EncodeField,
): Operation<Upserted> {
  const path = { sobject, field, value };
  const body = recordBody(record, "record", encode);
  return operation("patch", "/sobjects/{sobject}/{field}/{value}", { path, body }, (result, { status }) => {
    if (result === undefined) {
      throw new DecodeError("decode.upsert", "The record was updated, but its id was not answered.", {
        hint: "API versions before 46.0 do not: generate the client for a newer one.",
      });
    }
    return { id: result.id, created: result.created ?? status === 201 };
  });
}
