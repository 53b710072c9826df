export type { Grant, GrantContext } from "./auth/grant.js";
export { type ClientCredentialsOptions, clientCredentials } from "./auth/grants/client-credentials.js";
export { type TokenSet, tokenSet } from "./auth/token-set.js";
export {
  type Client,
  type ClientCore,
  type ClientOptions,
  type ConnectOptions,
  connect,
  createClient,
  defineOrg,
  type Org,
  type OrgDefinition,
  type SessionInfo,
} from "./client.js";
export {
  ApiError,
  type ApiErrorEntry,
  AuthError,
  ConnectionError,
  DecodeError,
  DuplicateError,
  type DuplicateMatch,
  type FailedRecord,
  ForbiddenError,
  isOrgtypeError,
  LimitError,
  LockedError,
  NotFoundError,
  OrgtypeError,
  PartialFailureError,
  SessionExpiredError,
  SettingsError,
  TimeoutError,
  ValidationError,
} from "./errors.js";
export type { CallOptions } from "./http/call-options.js";
export type { ApiUsage } from "./http/layers/limits.js";
export type { Trace, TracedRequest } from "./http/layers/trace.js";
export type { Transport } from "./http/pipeline.js";
export type { Rest } from "./http/rest.js";
export type {
  ApiVersion,
  DescribeField,
  DescribeGlobal,
  DescribeSObject,
  OrgLimits,
  SObjectSummary,
} from "./http/schemas.js";
export type {
  CompositeObject,
  CompositeOutcome,
  CompositePlan,
  CompositeResult,
  Outcome,
  Planned,
  PlannedRecord,
  RunComposite,
} from "./resources/composite/composite-client.js";
export type { Describe } from "./resources/describe/index.js";
export type { Limits } from "./resources/limits/index.js";
export type { RunQuery } from "./resources/query/index.js";
export type { Query } from "./resources/query/query.js";
export type { SaveOptions } from "./resources/sobject/save-options.js";
export type {
  CollectionOptions,
  SaveResult,
  SObjectClient,
  UpsertResult,
} from "./resources/sobject/sobject-client.js";
export type { Versions } from "./resources/versions/index.js";
export type {
  Base64,
  Branded,
  DateString,
  DateTimeString,
  Id,
  MultiPicklist,
  OpenPicklist,
  TimeString,
} from "./schema/brand.js";
export type { Address, Location, NameFields } from "./schema/compound.js";
export type { CodedKind, ObjectMetadata, OrgMetadata } from "./schema/metadata.js";
export type { Direction, Order, OrderBy } from "./schema/order-by.js";
export type { Row } from "./schema/row.js";
export type { Children, Fields, ObjectDef, ObjectName, Parents, Polymorphic } from "./schema/schema.js";
export type { FindArgs, Select } from "./schema/select.js";
export type { Condition, Where } from "./schema/where.js";
export type {
  CreateInput,
  ExternalIdField,
  UpdateInput,
  UpsertInput,
  UpsertRecord,
} from "./schema/write.js";
export { custom, type Environment, myDomain, production, sandbox } from "./settings/environment.js";
export type { RequestOptions, RetryOptions } from "./settings/settings.js";
