import { type ApiFault, requestFault } from "../http/fault.js";

/** A refused search, in Salesforce's form. */
export function malformedSearch(message: string): ApiFault {
  return requestFault(400, "MALFORMED_SEARCH", message);
}
