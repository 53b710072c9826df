import { type ApiFault, requestFault } from "../http/fault.js";

/** A report that cannot be as it was asked for. */
export function badRequest(message: string): ApiFault {
  return requestFault(400, "BAD_REQUEST", message);
}

/** What the user may not do. */
export function forbidden(
  message = "You don’t have sufficient privileges to perform this operation.",
): ApiFault {
  return requestFault(403, "FORBIDDEN", message);
}

/** No such report, dashboard or run. */
export function unavailable(): ApiFault {
  return requestFault(404, "NOT_FOUND", "The data you’re trying to access is unavailable.");
}

/** Correct, but this org cannot do it: refused, since a wrong answer would be worse. */
export function notImplemented(what: string): ApiFault {
  return requestFault(501, "NOT_IMPLEMENTED", `The embedded org does not have ${what} yet.`);
}
