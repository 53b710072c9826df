import { type ApiFault, requestFault } from "../http/fault.js";

/** The refusal of what would need Apex itself. */
export function noApex(option: string): ApiFault {
  return requestFault(
    501,
    "NOT_IMPLEMENTED",
    `The embedded org runs no Apex. Say what it does by createOrg({ ${option} }).`,
  );
}
