import { nothing, type Operation, operation } from "../../http/operation.js";

/** `DELETE /sobjects/{sObject}/{id}`. */
export function deleteRecord(sobject: string, id: string): Operation<void> {
  return operation("delete", "/sobjects/{sobject}/{id}", { path: { sobject, id } }, nothing);
}
