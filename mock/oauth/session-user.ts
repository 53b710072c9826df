import { requestFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { scopesAllowRest } from "./scopes.js";
import type { Session } from "./sessions.js";
import { getUser } from "./users.js";

/** The session of a REST request. Throws the API's refusal where there is none that may use it. */
export function requireSession(headers: Headers, context: OrgContext): Session {
  const header = headers.get("Authorization") ?? "";
  if (header !== "" && !/^(Bearer|OAuth)(\s|$)/i.test(header)) {
    throw requestFault(401, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE");
  }
  const session = liveSession(header.replace(/^\S+\s*/, ""), context);
  if (session === undefined) throw requestFault(401, "INVALID_SESSION_ID", "Session expired or invalid");
  if (scopesAllowRest(session.scopes)) return session;
  throw requestFault(401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API");
}

/** The session of a token whose user is still active. To ask for it puts its end off. */
export function liveSession(token: string, context: OrgContext): Session | undefined {
  const session = context.oauth.sessions.use(token);
  return session !== undefined && getUser(context, session.userId)?.active === true ? session : undefined;
}
