export type { LoginPage } from "./auth/authorization-request.js";
export { type Connection, defineConnection } from "./auth/define-connection.js";
export type { Grant, GrantContext } from "./auth/grant.js";
export { type AccessTokenOptions, accessToken } from "./auth/grants/access-token.js";
export {
  type AuthorizationCodeLogin,
  type AuthorizationCodeOptions,
  authorizationCode,
} from "./auth/grants/authorization-code.js";
export { type ClientCredentialsOptions, clientCredentials } from "./auth/grants/client-credentials.js";
export { type DeviceOptions, type DevicePrompt, device } from "./auth/grants/device.js";
export { type JwtBearerOptions, jwtBearer } from "./auth/grants/jwt-bearer.js";
export { type PasswordOptions, password } from "./auth/grants/password.js";
export { type RefreshTokenOptions, refreshToken } from "./auth/grants/refresh-token.js";
export { type TokenExchangeOptions, tokenExchange } from "./auth/grants/token-exchange.js";
export type { Introspection } from "./auth/introspection.js";
export { keepTokens } from "./auth/keep-tokens.js";
export type { PendingLoginStore } from "./auth/pending-logins.js";
export type { PrivateKey } from "./auth/private-key.js";
export type { RenewAhead } from "./auth/renewal-margin.js";
export { verifySignature } from "./auth/signature.js";
export { memoryTokenStore } from "./auth/stores/memory-token-store.js";
export {
  type UnstorageLike,
  type UnstorageTokenStoreOptions,
  unstorageTokenStore,
} from "./auth/stores/unstorage-token-store.js";
export type { KeptConnection } from "./auth/token-key.js";
export { type TokenSet, tokenSet } from "./auth/token-set.js";
export type { TokenStore } from "./auth/token-store.js";
export type {
  Client,
  ClientCore,
  ClientOptions,
  ConnectOptions,
  DecodeOption,
  Org,
  OrgDefinition,
  SessionInfo,
} from "./client/client.js";
export { composeOrg, type PartialOrgDefinition } from "./client/compose-org.js";
export type { Feature } from "./client/feature.js";
export type {
  PartialClient,
  PartialOrg,
  PartialSObjectClient,
} from "./client/partial-client.js";
export {
  type ApexError,
  ApiError,
  type ApiErrorEntry,
  AuthError,
  ConnectionError,
  DecodeError,
  DuplicateError,
  type DuplicateMatch,
  type FailedRecord,
  ForbiddenError,
  type GraphQLError,
  type GraphQLErrorEntry,
  isOrgtypeError,
  LimitError,
  LockedError,
  NotFoundError,
  OrgtypeError,
  PartialFailureError,
  SessionExpiredError,
  SettingsError,
  type SubscriptionError,
  type SubscriptionErrorCode,
  TimeoutError,
  type UploadError,
  ValidationError,
} from "./errors.js";
export type { BodyReader, BodyStream } from "./http/answer-body.js";
export type { AnswerHeaders } from "./http/answer-headers.js";
export type { ApiUsage } from "./http/api-usage.js";
export type { BlobContent } from "./http/blob-content.js";
export type { BlobOptions, BlobProgress } from "./http/blob-options.js";
export type { CallOptions } from "./http/call-options.js";
export type { Trace, TracedRequest } from "./http/layers/trace.js";
export type { Transport, TransportAnswer } from "./http/pipeline.js";
export type {
  AnswerFormName,
  AnswerForms,
  BlobFormName,
  RequestCall,
  RunRequest,
} from "./http/request-call.js";
export type { Rest } from "./http/rest.js";
export type * from "./resource-types.js";
export { type RichTextImage, richTextImages } from "./resources/files/rich-text-images.js";
export type { ActionDef, ActionName, ActionRecord, NoActions, RecordOf } from "./schema/actions.js";
export type { AggregateRow } from "./schema/aggregate.js";
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
export type { DateLiteral } from "./schema/date-literal.js";
export type {
  Decoded,
  Decoders,
  DecodeText,
  NoDecoders,
  PicklistDecoder,
  PicklistField,
  PicklistValues,
} from "./schema/decoders.js";
export type {
  AnyChangeEvent,
  ChangeEvent,
  ChangeEventHeader,
  EventChannel,
  PlatformEvent,
  PlatformEventName,
  StreamedEvent,
} from "./schema/events.js";
export type { FeatureName } from "./schema/feature-name.js";
export type { CodedKind, ObjectMetadata, OrgMetadata } from "./schema/metadata.js";
export type { Direction, Order, OrderBy } from "./schema/order-by.js";
export type { Row } from "./schema/row.js";
export type { Children, Fields, ObjectDef, ObjectName, Parents, Polymorphic } from "./schema/schema.js";
export type { Returning, SearchArgs, SearchResult, SearchScope } from "./schema/search.js";
export type { CheckedSelect, FindArgs, Select } from "./schema/select.js";
export type { BindScalar, BindValue, IsoValue } from "./schema/soql/bind-value.js";
export type { SoqlBinds } from "./schema/soql/binds.js";
export type { ChildRows } from "./schema/soql/query-row.js";
export type { CheckedSoql, SoqlRow, UntypedRow } from "./schema/soql/reading.js";
export type { RecordAttributes } from "./schema/soql/record.js";
export type { Subquery } from "./schema/subquery.js";
export type { Suggestion } from "./schema/suggestion.js";
export type { UiFields, UiLayoutFields, UiSelect, UiValue } from "./schema/ui-record.js";
export type { Condition, Where } from "./schema/where.js";
export type {
  CreatedTree,
  CreateInput,
  ExternalIdField,
  TreeInput,
  UpdateInput,
  UpsertInput,
  UpsertRecord,
} from "./schema/write.js";
export {
  type AuthorizationCodeSettings,
  type ClientCredentialsSettings,
  type ConnectionSettings,
  defaultScopes,
  type Flow,
  type Need,
  type PasswordSettings,
  type SettingName,
  type SettingRule,
  settingRules,
} from "./settings/connection-settings.js";
export { custom, type Environment, myDomain, production, sandbox } from "./settings/environment.js";
export type { BudgetOptions, CoalesceOptions, RequestOptions, RetryOptions } from "./settings/settings.js";
export {
  lastNDays,
  lastNFiscalQuarters,
  lastNFiscalYears,
  lastNMonths,
  lastNQuarters,
  lastNWeeks,
  lastNYears,
  nDaysAgo,
  nextNDays,
  nextNFiscalQuarters,
  nextNFiscalYears,
  nextNMonths,
  nextNQuarters,
  nextNWeeks,
  nextNYears,
  nFiscalQuartersAgo,
  nFiscalYearsAgo,
  nMonthsAgo,
  nQuartersAgo,
  nWeeksAgo,
  nYearsAgo,
} from "./soql/date-spans.js";
export { isType } from "./soql/is-type.js";
export { jsDates } from "./values/js-dates.js";
export { knownPicklists, type UnknownPicklistPolicy } from "./values/known-picklists.js";
export { type TemporalLike, temporalDates } from "./values/temporal-dates.js";
