import { type Operation, operation } from "../../http/operation.js";
import type { DescribeSObject } from "../../http/schemas.js";
import { type Conditions, conditional, orNull } from "./if-modified.js";

/** One object with its fields. `GET /sobjects/{sObject}/describe`. */
export function describeSObject(sobject: string, conditions: Conditions): Operation<DescribeSObject | null> {
  const headers = conditional(conditions);
  return operation("get", "/sobjects/{sobject}/describe", { path: { sobject }, headers }, orNull);
}
