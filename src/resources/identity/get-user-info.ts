import { type Operation, operation } from "../../http/operation.js";
import type { UserInfo } from "../../http/schemas.js";

/** `GET /services/oauth2/userinfo`. */
export function getUserInfo(): Operation<UserInfo> {
  return operation("get", "/services/oauth2/userinfo", {});
}
