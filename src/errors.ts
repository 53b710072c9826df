/** ESM and CommonJS copies of the package can both be loaded, so classes are told apart by name as well. */
const ERROR_BRAND = Symbol.for("orgtype.error");

export interface ErrorDetails {
  /** What to do about it. */
  hint?: string | undefined;
  cause?: unknown;
}

/** The base of every error this package throws on purpose. An abort rejects with `signal.reason` instead. */
export class OrgtypeError extends Error {
  // Spelled out, since minifiers rename classes.
  static readonly className: string = "OrgtypeError";

  /** A stable name to switch on, such as `"settings.missing"` or Salesforce's own `"DUPLICATE_VALUE"`. */
  readonly code: string;
  /** What to do about it, where that is known. */
  readonly hint: string | undefined;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(
      details.hint === undefined ? message : `${message} ${details.hint}`,
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.name = new.target.className;
    this.code = code;
    this.hint = details.hint;
    Object.defineProperty(this, ERROR_BRAND, { value: lineage(new.target), enumerable: false });
  }

  toJSON(): Record<string, unknown> {
    return { name: this.name, code: this.code, message: this.message };
  }
}

/** The hint of an error where the prose is not there. A server's code could be anything, and this is a command. */
export function explained(code: string): string | undefined {
  return /^\w+$/.test(code) ? `\`npx orgtype explain ${code}\` tells what to do.` : undefined;
}

type ErrorClass = { className?: string };

function lineage(errorClass: ErrorClass): readonly string[] {
  const names: string[] = [];
  for (let current = errorClass; current.className !== undefined; current = Object.getPrototypeOf(current)) {
    names.push(current.className);
  }
  return names;
}

/** A setting or argument is wrong; nothing was sent. */
export class SettingsError extends OrgtypeError {
  static override readonly className: string = "SettingsError";
}

/** Salesforce refused the login. */
export class AuthError extends OrgtypeError {
  static override readonly className: string = "AuthError";

  /** OAuth's error, such as `"invalid_grant"`, where the server gave one. */
  readonly oauthError: string | undefined;
  /** OAuth's description, such as `"authentication failure"`. */
  readonly description: string | undefined;

  constructor(
    code: string,
    message: string,
    details: ErrorDetails & { oauthError?: string | undefined; description?: string | undefined } = {},
  ) {
    super(code, message, details);
    this.oauthError = details.oauthError;
    this.description = details.description;
  }
}

/** No answer came: the host was not found, refused, or the connection broke. */
export class ConnectionError extends OrgtypeError {
  static override readonly className: string = "ConnectionError";
}

/** No answer came in time. */
export class TimeoutError extends OrgtypeError {
  static override readonly className: string = "TimeoutError";

  /** The limit that passed, in milliseconds. */
  readonly afterMs: number;

  constructor(message: string, afterMs: number, details: ErrorDetails = {}) {
    super("timeout", message, details);
    this.afterMs = afterMs;
  }
}

/** One entry of Salesforce's error list. */
export interface ApiErrorEntry {
  readonly errorCode: string;
  readonly message: string;
  readonly fields: readonly string[];
  /** Records that are equal, where Salesforce named them. */
  readonly matches?: readonly DuplicateMatch[];
  /** Which record of a request for several the error is of, by the name it was sent with. */
  readonly referenceId?: string;
}

/** A record that is equal to the one that was refused. */
export interface DuplicateMatch {
  readonly id: string;
  /** API name of its object, where Salesforce named it. */
  readonly object?: string;
}

export interface ApiErrorInit extends ErrorDetails {
  /** The HTTP status; undefined for one failed record of a collection. */
  status?: number | undefined;
  /** Every entry Salesforce answered, the first being the error itself. */
  errors: readonly ApiErrorEntry[];
  /** What was asked, as `POST /services/data/v66.0/sobjects/Account`: never a body or a token. */
  request?: string | undefined;
}

/** Salesforce answered that it will not do it. */
export class ApiError extends OrgtypeError {
  static override readonly className: string = "ApiError";

  /** The HTTP status of the answer; undefined for one failed record of a collection. */
  readonly status: number | undefined;
  /** Salesforce's error code, such as `"REQUIRED_FIELD_MISSING"`. */
  readonly errorCode: string;
  /** API names of the fields the first entry is about. */
  readonly fields: readonly string[];
  /** Every entry Salesforce answered. */
  readonly errors: readonly ApiErrorEntry[];
  /** Method and path of the request. */
  readonly request: string | undefined;
  /**
   * What an Apex REST class answered, parsed where it is JSON, else as text; undefined for all other errors. It does
   * not show where the error is logged.
   */
  declare readonly body: unknown;

  constructor(init: ApiErrorInit) {
    const first = init.errors[0] ?? { errorCode: "UNKNOWN", message: "no error given", fields: [] };
    super(first.errorCode, apiMessage(first, init), init);
    this.status = init.status;
    this.errorCode = first.errorCode;
    this.fields = first.fields;
    this.errors = init.errors;
    this.request = init.request;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), status: this.status, fields: this.fields, request: this.request };
  }
}

function apiMessage(first: ApiErrorEntry, init: ApiErrorInit): string {
  const more = init.errors.length > 1 ? ` (and ${init.errors.length - 1} more)` : "";
  const where = init.request === undefined ? "" : ` [${init.request}]`;
  return `${first.errorCode}: ${first.message}${more}${where}`;
}

/** The record, resource or query locator is not there. */
export class NotFoundError extends ApiError {
  static override readonly className: string = "NotFoundError";
}
/** The data breaks a rule of the org: fix the values and send again. `fields` names them where known. */
export class ValidationError extends ApiError {
  static override readonly className: string = "ValidationError";
}
/** An equal record exists. */
export class DuplicateError extends ApiError {
  static override readonly className: string = "DuplicateError";

  /** The equal records, as far as Salesforce named them. */
  get matches(): readonly DuplicateMatch[] {
    return this.errors.flatMap((entry) => entry.matches ?? []);
  }
}
/**
 * Something holds the record, and the same request may work later: another transaction, or with the code
 * `ENTITY_IS_LOCKED` an approval that is not yet decided on.
 */
export class LockedError extends ApiError {
  static override readonly className: string = "LockedError";
}
/** A limit of the org is used up. */
export class LimitError extends ApiError {
  static override readonly className: string = "LimitError";
}
/** The session ended and could not be renewed. */
export class SessionExpiredError extends ApiError {
  static override readonly className: string = "SessionExpiredError";
}
/** The user may not do this. */
export class ForbiddenError extends ApiError {
  static override readonly className: string = "ForbiddenError";
}

/** One record that was not written. */
export interface FailedRecord<Input = unknown> {
  /** Its place in the input. */
  readonly index: number;
  readonly input: Input;
  readonly error: ApiError;
}

/** Some records of a collection were written and some were not. */
export class PartialFailureError<Input = unknown> extends OrgtypeError {
  static override readonly className: string = "PartialFailureError";

  /** Ids written, with their place in the input. */
  readonly succeeded: readonly { readonly index: number; readonly id: string }[];
  readonly failed: readonly FailedRecord<Input>[];
  /** Input that was never answered for, because a request of the collection failed: its fate is in `cause`. */
  readonly unanswered: readonly { readonly index: number; readonly input: Input }[];

  constructor(
    message: string,
    outcome: {
      succeeded: readonly { readonly index: number; readonly id: string }[];
      failed: readonly FailedRecord<Input>[];
      unanswered: readonly { readonly index: number; readonly input: Input }[];
    },
    details: ErrorDetails = {},
  ) {
    super("partial-failure", message, details);
    this.succeeded = outcome.succeeded;
    this.failed = outcome.failed;
    this.unanswered = outcome.unanswered;
  }
}

/**
 * A file was uploaded, and what was to follow was not done. `failed` are the records it is not at, `unanswered` those
 * it may not be at; `succeeded` has the ids of those where it is. Its class is loaded with uploads: tell it by
 * `isOrgtypeError(error, "UploadError")`.
 */
export interface UploadError extends PartialFailureError<string> {
  /** The document that exists; undefined where its id was not answered: its version names it. */
  readonly documentId: string | undefined;
  /** The version that exists. */
  readonly versionId: string;
}

/**
 * Apex code did not compile (`code` is `apex.compile`), or ended with an exception (`apex.exception`): nothing it
 * wrote is kept. Its class is loaded with the Tooling API: tell it by `isOrgtypeError(error, "ApexError")`.
 */
export interface ApexError extends OrgtypeError {
  readonly code: "apex.compile" | "apex.exception";
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** Undefined where the code did not compile. */
  readonly stackTrace: string | undefined;
  /** The debug log, where it was asked for. It does not show where the error is logged. */
  readonly log: string | undefined;
}

/** One error of an answer of GraphQL. */
export interface GraphQLErrorEntry extends ApiErrorEntry {
  /** Salesforce's `ErrorType`, such as `"ValidationError"` where a name is not in the schema. */
  readonly errorCode: string;
  /** Which part of the data it is of, as `["uiapi", "query", "Account"]`; empty where it is of the whole. */
  readonly path: readonly (string | number)[];
  /** Where in the text of the document, counted from 1. */
  readonly locations: readonly { readonly line: number; readonly column: number }[];
  /** What else Salesforce said. */
  readonly extensions: Readonly<Record<string, unknown>>;
}

/**
 * A document of GraphQL failed, or a part of it did. `errors` has each error, the first being the error itself. Its
 * class is loaded with GraphQL: tell it by `isOrgtypeError(error, "GraphQLError")`.
 */
export interface GraphQLError extends ApiError {
  readonly errors: readonly GraphQLErrorEntry[];
  /** What did not fail; null where all of it did. It does not show where the error is logged. */
  readonly data: unknown;
}

/** Why a subscription cannot be, or cannot go on. */
export type SubscriptionErrorCode =
  /** The event that the subscription was to begin after is gone, or there never was one. */
  | "events.replay-id"
  /** There is no such channel, or the user may not see it. */
  | "events.channel"
  /** The user may not subscribe. */
  | "events.forbidden"
  /** A limit of streaming clients, subscriptions or events is used up. */
  | "events.limit"
  /** The session ended, and could not be renewed. */
  | "events.session"
  /** Something else was refused: see `reason`. */
  | "events.refused";

/**
 * A subscription was refused or ended by Salesforce. Its class is loaded with events: tell it by
 * `isOrgtypeError(error, "SubscriptionError")`.
 */
export interface SubscriptionError extends OrgtypeError {
  readonly code: SubscriptionErrorCode;
  readonly channel: string;
  /** The event it was to go on after; undefined where it was to begin with new ones or with all. */
  readonly replayId: number | undefined;
  /** What Salesforce said, as `403::Unknown client`. */
  readonly reason: string;
}

/** The answer is not what the API promises. */
export class DecodeError extends OrgtypeError {
  static override readonly className: string = "DecodeError";
}

/** A describe cannot be used: names the object, the path in it and the problem. */
export class DescribeError extends OrgtypeError {
  static override readonly className: string = "DescribeError";

  constructor(message: string, details: ErrorDetails = {}) {
    super("codegen.describe", message, details);
  }
}

interface ErrorClasses {
  OrgtypeError: OrgtypeError;
  SettingsError: SettingsError;
  AuthError: AuthError;
  ConnectionError: ConnectionError;
  TimeoutError: TimeoutError;
  ApiError: ApiError;
  NotFoundError: NotFoundError;
  ValidationError: ValidationError;
  DuplicateError: DuplicateError;
  LockedError: LockedError;
  LimitError: LimitError;
  SessionExpiredError: SessionExpiredError;
  ForbiddenError: ForbiddenError;
  PartialFailureError: PartialFailureError;
  UploadError: UploadError;
  ApexError: ApexError;
  SubscriptionError: SubscriptionError;
  GraphQLError: GraphQLError;
  DecodeError: DecodeError;
  DescribeError: DescribeError;
}

/**
 * Whether a value is an error of this package, of the named class or a class below it. Works across the
 * ESM and CommonJS copies of the package, where `instanceof` does not.
 */
export function isOrgtypeError<Name extends keyof ErrorClasses = "OrgtypeError">(
  error: unknown,
  name?: Name,
): error is ErrorClasses[Name] {
  if (typeof error !== "object" || error === null) return false;
  const names = (error as { [ERROR_BRAND]?: readonly string[] })[ERROR_BRAND];
  return Array.isArray(names) && names.includes(name ?? "OrgtypeError");
}
