import { type ApiFault, requestFault } from "../http/fault.js";

/** The id is none, or that of something else. */
export function invalidIdentifier(id: unknown): ApiFault {
  return requestFault(400, "INVALID_ID_FIELD", `Invalid identifier: ${String(id)}`);
}

/** What is named is not there, or not for this user. */
export function notThere(): ApiFault {
  return requestFault(404, "NOT_FOUND", "The requested resource does not exist");
}

/** The body is JSON, but not what the resource takes. */
export function badBody(message: string): ApiFault {
  return requestFault(400, "POST_BODY_PARSE_ERROR", message);
}

export function noAccess(): ApiFault {
  return requestFault(403, "INSUFFICIENT_ACCESS", "You do not have access to perform this operation.");
}

export function notYet(what: string): ApiFault {
  return requestFault(501, "NOT_IMPLEMENTED", `The embedded org does not have ${what} yet.`);
}
