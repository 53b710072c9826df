import { type Operation, operation } from "../../http/operation.js";
import { checkFields, recordValues } from "./record-values.js";

type Values = Record<string, unknown>;

/** `GET /sobjects/{sObject}/{id}`. */
export function retrieveRecord(sobject: string, id: string, fields?: readonly string[]): Operation<Values> {
  const query = fields === undefined ? {} : { fields: checkFields(fields) };
  const path = { sobject, id };
  return operation("get", "/sobjects/{sobject}/{id}", { path, query }, (record) =>
    recordValues(record, fields),
  );
}

/** `GET /sobjects/{sObject}/{field}/{value}`. */
export function retrieveRecordBy(sobject: string, field: string, value: string): Operation<Values> {
  const path = { sobject, field, value };
  return operation("get", "/sobjects/{sobject}/{field}/{value}", { path }, (record) => recordValues(record));
}
