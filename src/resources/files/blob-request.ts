import { operation } from "../../http/operation.js";

/** `GET /sobjects/{sObject}/{id}/{field}`: written as the path of a record by an external id is. */
export function blobRequest(sobject: string, id: string, field: string) {
  const path = { sobject, field: id, value: field };
  return operation("get", "/sobjects/{sobject}/{field}/{value}", { path });
}
