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

/** What an error means for the caller and for us. What to do about it stands in `hints.ts`: not all want the prose. */
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
}

const session = { error: "SessionExpiredError" } as const;
const forbidden = { error: "ForbiddenError" } as const;
const notFound = { error: "NotFoundError" } as const;
const validation = { error: "ValidationError" } as const;
const duplicate = { error: "DuplicateError" } as const;
const limit = { error: "LimitError" } as const;
const busy = { retry: "repeatable" } as const;

/** Errors whose code says too little: their text decides. Asked before {@link errorCodes}. */
const messageRules: readonly (readonly [code: string, message: RegExp, rule: ErrorRule])[] = [
  ["INVALID_SESSION_ID", /not valid for use with the REST API|not attached to Agent/i, forbidden],
  // How userinfo and identity say that the session has ended.
  ["HTTP_403", /^Bad_OAuth_Token$/, { ...session, renew: true }],
  ["REQUEST_LIMIT_EXCEEDED", /concurrent/i, { ...limit, retry: "always" }],
];

/** Codes that have much the same name. Asked after {@link errorCodes}. */
const families: readonly (readonly [code: RegExp, rule: ErrorRule])[] = [
  [/^INSUFFICIENT_ACCESS/, forbidden],
  [/^FIELD_\w+_EXCEPTION$|^CANNOT_/, validation],
  [/^DUPLICATE/, duplicate],
  [/LIMIT_EXCEEDED$/, limit],
  [/UNAVAILABLE$/, busy],
];

/** Salesforce's codes that are more than "the request is wrong". */
const errorCodes = {
  INVALID_SESSION_ID: { ...session, renew: true },
  INVALID_AUTH_HEADER: session,

  API_DISABLED_FOR_ORG: forbidden,
  API_CURRENTLY_DISABLED: { ...forbidden, retry: "repeatable" },
  CLIENT_NOT_ACCESSIBLE_FOR_USER: forbidden,
  FUNCTIONALITY_NOT_ENABLED: forbidden,
  INVALID_OPERATION_WITH_EXPIRED_PASSWORD: forbidden,
  ORG_LOCKED: forbidden,
  TRIAL_EXPIRED: forbidden,
  TXN_SECURITY_BLOCK: forbidden,

  NOT_FOUND: notFound,
  ENTITY_IS_DELETED: notFound,
  INVALID_CROSS_REFERENCE_KEY: notFound,
  INVALID_QUERY_LOCATOR: notFound,

  REQUIRED_FIELD_MISSING: validation,
  STRING_TOO_LONG: validation,
  NUMBER_OUTSIDE_VALID_RANGE: validation,
  INVALID_EMAIL_ADDRESS: validation,
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: validation,
  INVALID_TYPE_ON_FIELD_IN_RECORD: validation,
  INVALID_CURRENCY_ISO: validation,
  INVALID_ID_FIELD: validation,
  MALFORMED_ID: validation,
  INVALID_NEW_PASSWORD: validation,
  INVALID_FIELD_FOR_INSERT_UPDATE: validation,
  BAD_CUSTOM_ENTITY_PARENT_DOMAIN: validation,
  APEX_ERROR: validation,
  CIRCULAR_DEPENDENCY: validation,
  DELETE_FAILED: validation,
  DEPENDENCY_EXISTS: validation,
  INACTIVE_OWNER_OR_USER: validation,
  MIXED_DML_OPERATION: validation,
  STANDARD_PRICE_NOT_DEFINED: validation,
  TRANSFER_REQUIRES_READ: validation,

  ENTITY_IS_LOCKED: { error: "LockedError" },
  UNABLE_TO_LOCK_ROW: { error: "LockedError", retry: "always" },

  EXCEEDED_QUOTA: limit,
  TOO_MANY_JOBS: limit,

  ORG_IN_MAINTENANCE: busy,
  INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE: { retry: "always" },
  DATACLOUD_API_SERVER_BUSY_EXCEPTION: busy,
  REQUEST_RUNNING_TOO_LONG: busy,
  TOO_MANY_APEX_REQUESTS: busy,
  TERRITORY_REALIGN_IN_PROGRESS: busy,
  MATCH_SERVICE_TIMED_OUT: busy,
  UNKNOWN_EXCEPTION: busy,
  INTERNAL_ERROR: busy,
  QUERY_TIMEOUT: busy,

  INVALID_FIELD: {},
  INVALID_TYPE: {},
  MULTIPLE_RECORDS_FOUND: {},
  UNSUPPORTED_API_VERSION: {},
} as const satisfies Record<string, ErrorRule>;

/** What a status alone says, where there is no code that is known. */
const statusRules: Readonly<Record<number, ErrorRule>> = {
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
export function ruleFor(errorCode = "", message = "", status = 0): ErrorRule {
  const byMessage = messageRules.find(([code, text]) => code === errorCode && text.test(message));
  if (byMessage !== undefined) return byMessage[2];
  if (Object.hasOwn(errorCodes, errorCode)) return errorCodes[errorCode as keyof typeof errorCodes];
  return families.find(([code]) => code.test(errorCode))?.[1] ?? statusRules[status] ?? {};
}
