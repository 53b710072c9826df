import { DecodeError, SettingsError } from "../../errors.js";
import { nothing, type Operation, operation } from "../../http/operation.js";
import { restUrl } from "../../http/rest-url.js";
import type { DescribeGlobal, DescribeSObject, WireRecord } from "../../http/schemas.js";
import { kindOf } from "../../settings/kind-of.js";
import { recordBody } from "../sobject/record-body.js";
import { checkFields, recordValues } from "../sobject/record-values.js";

type Values = Record<string, unknown>;

/** JSON has a form for all of it: metadata is written as it is. */
const asItIs = (value: unknown) => value;

/** `POST /tooling/sobjects/{sObject}`. */
export function createRecord(sobject: string, record: unknown): Operation<string> {
  const body = recordBody(record, "record", asItIs);
  return operation("post", "/tooling/sobjects/{sobject}", { path: { sobject }, body }, ({ id }) => id);
}

/** `GET /tooling/sobjects/{sObject}/{id}`. */
export function retrieveRecord(sobject: string, id: string, fields?: readonly string[]): Operation<Values> {
  const query = fields === undefined ? {} : { fields: checkFields(fields) };
  return operation("get", "/tooling/sobjects/{sobject}/{id}", { path: { sobject, id }, query }, (record) =>
    recordValues(record, fields),
  );
}

/** `PATCH /tooling/sobjects/{sObject}/{id}`. */
export function updateRecord(sobject: string, id: string, changes: unknown): Operation<void> {
  const body = recordBody(changes, "changes", asItIs);
  return operation("patch", "/tooling/sobjects/{sobject}/{id}", { path: { sobject, id }, body }, nothing);
}

/** `DELETE /tooling/sobjects/{sObject}/{id}`. */
export function deleteRecord(sobject: string, id: string): Operation<void> {
  return operation("delete", "/tooling/sobjects/{sobject}/{id}", { path: { sobject, id } }, nothing);
}

/** `GET /tooling/sobjects`. */
export function describeGlobal(): Operation<DescribeGlobal> {
  return operation("get", "/tooling/sobjects", {});
}

/** `GET /tooling/sobjects/{sObject}/describe`. */
export function describeSObject(sobject: string): Operation<DescribeSObject> {
  return operation("get", "/tooling/sobjects/{sobject}/describe", { path: { sobject } });
}

/** `GET /tooling/search`. */
export function search(sosl: unknown): Operation<WireRecord[]> {
  if (typeof sosl !== "string" || sosl.trim() === "") {
    throw new SettingsError("settings.search", "There is no SOSL text.", {
      hint: 'Give SOSL text, as "FIND {Invoice} RETURNING ApexClass(Id, Name)".',
    });
  }
  return operation("get", "/tooling/search", { query: { q: sosl } }, (body) =>
    Array.isArray(body) ? body : body.searchRecords,
  );
}

/** `GET /tooling/completions`. */
export function completions(type: "apex" | "visualforce"): Operation<Values> {
  if (type === "apex" || type === "visualforce") {
    return operation("get", "/tooling/completions", { query: { type } });
  }
  throw new SettingsError("settings.apex", `\`type\` is ${kindOf(type)}, and none there is.`, {
    hint: 'Give "apex" or "visualforce".',
  });
}

/** `GET /tooling/sobjects/ApexLog/{id}/Body`. */
export function logBody(id: string): Operation<string> {
  return {
    method: "GET",
    path: restUrl("/tooling/sobjects/ApexLog/{id}/Body", { path: { id } }),
    headers: { accept: "*/*" },
    repeatable: true,
    decode(_, { text }) {
      if (text !== undefined) return text;
      throw new DecodeError("decode.body", "The answer holds no log.");
    },
  };
}
