import { type Operation, operation } from "../../http/operation.js";
import type { DescribeGlobal } from "../../http/schemas.js";
import { type Conditions, conditional, orNull } from "./if-modified.js";

/** Every object the user may see. `GET /sobjects`. */
export function describeGlobal(conditions: Conditions): Operation<DescribeGlobal | null> {
  return operation("get", "/sobjects", { headers: conditional(conditions) }, orNull);
}
