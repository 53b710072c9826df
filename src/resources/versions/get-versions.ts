import { type Operation, operation } from "../../http/operation.js";
import type { ApiVersion } from "../../http/schemas.js";

/** `GET /services/data`. */
export function getVersions(): Operation<ApiVersion[]> {
  return operation("get", "/services/data", {});
}
