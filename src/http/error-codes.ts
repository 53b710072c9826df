import {
  ApiError,
  DuplicateError,
  ForbiddenError,
  LimitError,
  LockedError,
  NotFoundError,
  SessionExpiredError,
  ValidationError,
} from "../errors.js";

export const apiErrorClasses = {
  ApiError,
  DuplicateError,
  ForbiddenError,
  LimitError,
  LockedError,
  NotFoundError,
  SessionExpiredError,
  ValidationError,
} as const;

/** What an error means for the caller and for us. */
export interface ErrorRule {
  /** The class the caller catches. Default: ApiError itself. */
  readonly error?: Exclude<keyof typeof apiErrorClasses, "ApiError">;
  /**
   * When the same request is sent again by itself. `"always"`: Salesforce surely did nothing.
   * `"repeatable"`: it may have, so only where doing it twice is the same as once. Default: never.
   */
  readonly retry?: "always" | "repeatable";
  /** A new token may help. */
  readonly renew?: true;
  readonly hint?: string;
}

const session = { error: "SessionExpiredError" } as const;
const forbidden = { error: "ForbiddenError" } as const;
const notFound = { error: "NotFoundError" } as const;
const validation = { error: "ValidationError" } as const;
const duplicate = { error: "DuplicateError" } as const;
const limit = { error: "LimitError" } as const;
const busy = { retry: "repeatable" } as const;

const apiScope = {
  ...forbidden,
  hint: "Give the app the scope `api` and let its user use the API; a new login alone does not help.",
} as const;

/** Errors whose code says too little: their text decides. Asked before {@link errorCodes}. */
const messageRules: readonly { code: string; message: RegExp; rule: ErrorRule }[] = [
  { code: "INVALID_SESSION_ID", message: /not valid for use with the REST API/i, rule: apiScope },
  { code: "INVALID_SESSION_ID", message: /not attached to Agent/i, rule: apiScope },
  // How userinfo and identity say that the session has ended.
  { code: "HTTP_403", message: /^Bad_OAuth_Token$/, rule: { ...session, renew: true } },
  {
    code: "REQUEST_LIMIT_EXCEEDED",
    message: /concurrent/i,
    rule: { ...limit, retry: "always", hint: "Lower `concurrency`: too many long requests run at once." },
  },
  {
    code: "NOT_FOUND",
    message: /external ID field does not exist/i,
    rule: { ...notFound, hint: "Check that the field is an external id and that the user may see it." },
  },
];

/** Salesforce's codes that are more than "the request is wrong". */
export const errorCodes = {
  INVALID_SESSION_ID: { ...session, renew: true },
  INVALID_AUTH_HEADER: session,

  INSUFFICIENT_ACCESS: forbidden,
  INSUFFICIENT_ACCESS_OR_READONLY: forbidden,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: forbidden,
  API_DISABLED_FOR_ORG: { ...forbidden, hint: "The org's edition or the user's profile has no API access." },
  API_CURRENTLY_DISABLED: { ...forbidden, retry: "repeatable" },
  CLIENT_NOT_ACCESSIBLE_FOR_USER: forbidden,
  FUNCTIONALITY_NOT_ENABLED: forbidden,
  INVALID_OPERATION_WITH_EXPIRED_PASSWORD: { ...forbidden, hint: "The user must set a new password." },
  ORG_LOCKED: forbidden,
  TRIAL_EXPIRED: forbidden,
  TXN_SECURITY_BLOCK: forbidden,

  NOT_FOUND: notFound,
  ENTITY_IS_DELETED: notFound,
  INVALID_CROSS_REFERENCE_KEY: {
    ...notFound,
    hint: "A referenced id does not exist, is of another object, or the user may not see it.",
  },
  INVALID_QUERY_LOCATOR: { ...notFound, hint: "Locators live for two days: run the query again." },

  REQUIRED_FIELD_MISSING: validation,
  FIELD_CUSTOM_VALIDATION_EXCEPTION: validation,
  FIELD_FILTER_VALIDATION_EXCEPTION: validation,
  FIELD_INTEGRITY_EXCEPTION: validation,
  STRING_TOO_LONG: validation,
  NUMBER_OUTSIDE_VALID_RANGE: validation,
  INVALID_EMAIL_ADDRESS: validation,
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: validation,
  INVALID_TYPE_ON_FIELD_IN_RECORD: validation,
  INVALID_CURRENCY_ISO: validation,
  INVALID_ID_FIELD: validation,
  MALFORMED_ID: validation,
  INVALID_FIELD_FOR_INSERT_UPDATE: {
    ...validation,
    hint: "The field is read-only, or the user may not write it.",
  },
  BAD_CUSTOM_ENTITY_PARENT_DOMAIN: validation,
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: validation,
  CANNOT_EXECUTE_FLOW_TRIGGER: validation,
  CANNOT_UPDATE_CONVERTED_LEAD: validation,
  APEX_ERROR: validation,
  CIRCULAR_DEPENDENCY: validation,
  DELETE_FAILED: validation,
  DEPENDENCY_EXISTS: validation,
  ENTITY_IS_LOCKED: { ...validation, hint: "The record is locked by an approval process." },
  INACTIVE_OWNER_OR_USER: validation,
  MIXED_DML_OPERATION: validation,
  STANDARD_PRICE_NOT_DEFINED: validation,
  TRANSFER_REQUIRES_READ: validation,

  DUPLICATE_VALUE: duplicate,
  DUPLICATE_EXTERNAL_ID: duplicate,
  DUPLICATE_USERNAME: duplicate,
  DUPLICATE_DEVELOPER_NAME: duplicate,
  DUPLICATES_DETECTED: {
    ...duplicate,
    hint: "To save all the same, send the header `Sforce-Duplicate-Rule-Header: allowSave=true`.",
  },

  UNABLE_TO_LOCK_ROW: { error: "LockedError", retry: "always" },

  REQUEST_LIMIT_EXCEEDED: { ...limit, hint: "The org's API requests of the last 24 hours are used up." },
  LIMIT_EXCEEDED: limit,
  EXCEEDED_QUOTA: limit,
  STORAGE_LIMIT_EXCEEDED: limit,
  TOO_MANY_JOBS: limit,
  SINGLE_EMAIL_LIMIT_EXCEEDED: limit,
  MASS_MAIL_LIMIT_EXCEEDED: limit,
  REPORT_EXPORT_LIMIT_EXCEEDED: limit,

  SERVER_UNAVAILABLE: busy,
  ORG_IN_MAINTENANCE: busy,
  INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE: { retry: "always" },
  FUNCTIONALITY_TEMPORARILY_UNAVAILABLE: busy,
  DATACLOUD_API_SERVER_BUSY_EXCEPTION: busy,
  PLATFORM_EVENT_PUBLISHING_UNAVAILABLE: busy,
  REQUEST_RUNNING_TOO_LONG: busy,
  TOO_MANY_APEX_REQUESTS: busy,
  TERRITORY_REALIGN_IN_PROGRESS: busy,
  MATCH_SERVICE_TIMED_OUT: busy,
  UNKNOWN_EXCEPTION: busy,
  INTERNAL_ERROR: busy,
  QUERY_TIMEOUT: {
    ...busy,
    hint: "Make the query more selective: filter by indexed fields, or ask for fewer rows.",
  },

  INVALID_FIELD: { hint: "Where the field does exist, the user may not see it." },
  INVALID_TYPE: { hint: "Where the object does exist, the user may not see it." },
  MULTIPLE_RECORDS_FOUND: { hint: "The external id is not unique: work by record id." },
  UNSUPPORTED_API_VERSION: { hint: "Generate the client for a version the org has." },
} as const satisfies Record<string, ErrorRule>;

/** What a status alone says, where there is no code that is known. */
const statusRules: Readonly<Record<number, ErrorRule>> = {
  301: { hint: "A redirect is not followed, as the token would go along: use the org's own My Domain." },
  302: { hint: "A redirect is not followed, as the token would go along: use the org's own My Domain." },
  401: session,
  403: forbidden,
  404: notFound,
  410: notFound,
  429: { ...limit, retry: "always" },
  502: busy,
  503: busy,
  504: busy,
};

/** The rule for an error; an empty one where nothing is known of it. */
export function ruleFor(
  errorCode: string | undefined,
  message: string | undefined,
  status: number | undefined,
): ErrorRule {
  const byMessage = messageRules.find((row) => row.code === errorCode && row.message.test(message ?? ""));
  if (byMessage !== undefined) return byMessage.rule;
  if (errorCode !== undefined && Object.hasOwn(errorCodes, errorCode)) {
    return errorCodes[errorCode as keyof typeof errorCodes];
  }
  return (status !== undefined && statusRules[status]) || {};
}
