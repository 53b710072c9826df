import { type Operation, operation } from "../../http/operation.js";
import type { OrgLimits } from "../../http/schemas.js";

/** `GET /limits`. */
export function getLimits(): Operation<OrgLimits> {
  return operation("get", "/limits", {});
}
