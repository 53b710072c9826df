import type { CallOptions } from "../../http/call-options.js";
import { type Operation, operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import { LARGEST_RETRIEVE } from "./collection-sizes.js";
import { checkFields, recordValues } from "./record-values.js";

type Values = Record<string, unknown> | null;

/** Records in the order of their ids; null where one is not there. */
export async function retrieveMany(
  send: Send,
  sobject: string,
  ids: readonly string[],
  { fields, ...options }: CallOptions & { fields: readonly string[] } = { fields: [] },
): Promise<Values[]> {
  const checked = checkFields(fields);
  const requests: Promise<Values[]>[] = [];
  for (let start = 0; start < ids.length; start += LARGEST_RETRIEVE) {
    requests.push(
      send(retrieveRecords(sobject, ids.slice(start, start + LARGEST_RETRIEVE), checked), options),
    );
  }
  return (await Promise.all(requests)).flat();
}

/** `POST /composite/sobjects/{sObject}`. */
function retrieveRecords(sobject: string, ids: string[], fields: string[]): Operation<Values[]> {
  const parts = { path: { sobject }, body: { ids, fields }, repeatable: true };
  return operation("post", "/composite/sobjects/{sobject}", parts, (records) =>
    records.map((record) => record && recordValues(record, fields)),
  );
}
