const apiScope =
  "Give the app the scope `api` and let its user use the API; a new login alone does not help.";
const redirect = "A redirect is not followed, as the token would go along: use the org's own My Domain.";
const tooLong =
  "The URL is too long: ask for less. Longer ones need one of the features `find`, `aggregate`, `binds`, `explain`, `approvals`, `search` and `rest`.";

/** Hints for errors whose code says too little. Asked before those by code. */
const byMessage: readonly { code: string; message: RegExp; hint: string }[] = [
  { code: "INVALID_SESSION_ID", message: /not valid for use with the REST API/i, hint: apiScope },
  { code: "INVALID_SESSION_ID", message: /not attached to Agent/i, hint: apiScope },
  {
    code: "REQUEST_LIMIT_EXCEEDED",
    message: /concurrent/i,
    hint: "Lower `concurrency`: too many long requests run at once.",
  },
  {
    code: "MALFORMED_QUERY",
    message: /longer than/i,
    hint: "Ask in several queries, each with a part of the list, or use a subquery.",
  },
  {
    code: "NOT_FOUND",
    message: /external ID field does not exist/i,
    hint: "Check that the field is an external id and that the user may see it.",
  },
];

const byCode: Readonly<Record<string, string>> = {
  API_DISABLED_FOR_ORG: "The org's edition or the user's profile has no API access.",
  INVALID_OPERATION_WITH_EXPIRED_PASSWORD: "The user must set a new password.",
  INVALID_CROSS_REFERENCE_KEY:
    "A referenced id does not exist, is of another object, or the user may not see it.",
  INVALID_QUERY_LOCATOR: "Locators live for two days: run the query again.",
  INVALID_FIELD_FOR_INSERT_UPDATE: "The field is read-only, or the user may not write it.",
  ENTITY_IS_LOCKED: "The record waits for an approval: `sf.approvals.pending(id)` tells whose.",
  ALREADY_IN_PROCESS: "The record was submitted before: `sf.approvals.pending(id)` tells who is asked.",
  NO_APPLICABLE_PROCESS: "No active approval process has entry criteria that the record meets.",
  MANAGER_NOT_DEFINED: "The process asks the manager of who submits, and their user has none.",
  DUPLICATES_DETECTED:
    "Where the rule only warns, `allowDuplicates: true` saves all the same. `matches` has the equal records.",
  REQUEST_LIMIT_EXCEEDED: "The org's API requests of the last 24 hours are used up.",
  INVALID_REPLICATION_DATE:
    "Salesforce knows what was changed in the last 30 days, and deleted in the last 15: read all records anew.",
  QUERY_TIMEOUT: "Make the query more selective: filter by indexed fields, or ask for fewer rows.",
  INVALID_FIELD: "Where the field does exist, the user may not see it.",
  INVALID_TYPE: "Where the object does exist, the user may not see it.",
  MULTIPLE_RECORDS_FOUND: "The external id is not unique: work by record id.",
  UNSUPPORTED_API_VERSION: "Generate the client for a version the org has.",
  ValidationError: "The schema does not have it, the user may not see it, or a variable is of another type.",
  OperationNotSupported: "Name one of the document's operations as `operationName`.",
  HTTP_414: tooLong,
  HTTP_431: tooLong,
  HTTP_301: redirect,
  HTTP_302: redirect,
};

/** What to do about an error of Salesforce, where that is known. */
export function hintFor(errorCode: string, message: string): string | undefined {
  return hintsFor(errorCode, message)[0];
}

/**
 * All that is known of a code, the likeliest first.
 *
 * @param message what Salesforce said; left out, hints for any message are given
 */
export function hintsFor(errorCode: string, message?: string): string[] {
  const rows = byMessage.filter(
    (row) => row.code === errorCode && (message === undefined || row.message.test(message)),
  );
  const hint = Object.hasOwn(byCode, errorCode) ? byCode[errorCode] : undefined;
  const all = [...rows.map((row) => row.hint), ...(hint === undefined ? [] : [hint])];
  return [...new Set(all)];
}
