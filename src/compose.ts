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
export type {
  ActionDescribe,
  ActionParameter,
  ApiVersion,
  AppMenuItem,
  ApprovalLayouts,
  CompactLayout,
  CompactLayouts,
  DashboardMetadata,
  DescribeField,
  DescribeGlobal,
  DescribeSObject,
  Identity,
  LayoutItem,
  LayoutSection,
  ListViewColumn,
  ListViewDescribe,
  OrgLimits,
  PageLayout,
  PageLayouts,
  QuickActionDescribe,
  ReportDescribe,
  ReportMetadata,
  SearchLayout,
  SObjectSummary,
  Tab,
  ThemeItem,
  UserInfo,
} from "./http/schemas.js";
export type { ActionKind, InvocableActions, ListedAction } from "./resources/actions/invocable-actions.js";
export type {
  ComponentResult,
  ComponentStatus,
  DashboardResult,
  Dashboards,
  DashboardView,
  ListedDashboard,
} from "./resources/analytics/dashboards.js";
export type {
  NewReport,
  ReportDefinition,
  ReportFilter,
  ReportFilterOperator,
  ReportGrouping,
  ReportQuery,
} from "./resources/analytics/report-definition.js";
export type {
  ReportColumn,
  ReportFacts,
  ReportGroup,
  ReportResult,
  ReportSums,
  ReportValue,
  ReportValues,
} from "./resources/analytics/report-result.js";
export type {
  ListedReport,
  QueryReportOptions,
  ReportInstance,
  ReportInstanceResult,
  Reports,
  ReportTypeCategory,
  RunReportOptions,
} from "./resources/analytics/reports.js";
export type { WaitOptions } from "./resources/analytics/wait-options.js";
export type { ApexRest, CallApexRest } from "./resources/apex-rest/apex-rest.js";
export type { ApexRestCall, PathValue, ValidatedCall } from "./resources/apex-rest/apex-rest-call.js";
export type { ApexRestRoute, ApexRestRoutes, RoutedApexRest } from "./resources/apex-rest/routes.js";
export type { SchemaIssue, SchemaResult, StandardSchema } from "./resources/apex-rest/standard-schema.js";
export type {
  ApprovalOutcome,
  ApprovalProcess,
  ApprovalRequest,
  ApprovalResult,
  Approvals,
  ApproveArgs,
  PendingApproval,
  RejectArgs,
  SubmitArgs,
  WorkitemId,
} from "./resources/approvals/approvals.js";
export type { AppMenu, AppMenuType, Tabs, Theme } from "./resources/apps/apps.js";
export type { Bulk, BulkRow } from "./resources/bulk/bulk.js";
export type {
  BulkFailure,
  BulkLoad,
  BulkLoadOptions,
  BulkLoadProgress,
  BulkSource,
  BulkSuccess,
  BulkUnprocessed,
  CsvSource,
} from "./resources/bulk/ingest/bulk-load.js";
export type { BulkJob, BulkJobState } from "./resources/bulk/job.js";
export type { JobOptions } from "./resources/bulk/job-options.js";
export type {
  BulkQuery,
  BulkQueryOptions,
  BulkQueryProgress,
  BulkReadOptions,
} from "./resources/bulk/query/bulk-query.js";
export type { BulkPlace, BulkQueryCheckpoint } from "./resources/bulk/query/checkpoint.js";
export type {
  BatchObject,
  BatchOutcome,
  BatchPlan,
  CompositeObject,
  CompositeOutcome,
  CompositePlan,
  CompositeResult,
  Outcome,
  Planned,
  PlannedRecord,
  RunBatch,
  RunComposite,
  RunGraphs,
} from "./resources/composite/composite-client.js";
export type {
  Chatter,
  ChatterGroupsArgs,
  CommentArgs,
  FeedArgs,
  FeedEntryId,
  FeedOf,
  PostArgs,
} from "./resources/connect/chatter.js";
export type {
  ChatterGroup,
  ChatterRecord,
  ChatterUser,
  FeedComment,
  FeedElement,
  FeedEntry,
  FeedFile,
  FeedLike,
  FeedPoll,
  FeedPollChoice,
  FeedSubscription,
  MessageSegment,
  PollChoiceId,
} from "./resources/connect/feed-element.js";
export type { Message, MessagePart } from "./resources/connect/message.js";
export type { Describe } from "./resources/describe/index.js";
export type {
  EventSchema,
  EventSchemaField,
  EventSubscription,
  Events,
  Reconnection,
  Replay,
  SubscribeOptions,
} from "./resources/events/events.js";
export type {
  FileOfRecord,
  FileShareType,
  Files,
  FileVisibility,
  LinkOptions,
  UploadedFile,
  UploadOptions,
} from "./resources/files/files.js";
export { type RichTextImage, richTextImages } from "./resources/files/rich-text-images.js";
export type {
  DocumentTypes,
  GraphQLArguments,
  GraphQLConnection,
  GraphQLDocument,
  GraphQLDocumentNode,
  GraphQLOptions,
  GraphQLPages,
  GraphQLResult,
  NoAfterVariable,
  PagedVariables,
  RunGraphQL,
} from "./resources/graphql/graphql.js";
export type { Layouts, ObjectLayouts } from "./resources/layouts/layouts.js";
export type { Limits } from "./resources/limits/index.js";
export type {
  ListedView,
  ListView,
  ListViewLimit,
  ListViewPart,
  ListViewResults,
  ListViewRow,
  ListViews,
  ListViewsArgs,
  ReadList,
} from "./resources/list-views/list-views.js";
export type { Explain, QueryPlan, QueryPlanNote } from "./resources/query/explain.js";
export type { Query } from "./resources/query/query.js";
export type { QueriedRow, QueryArguments, RunQuery } from "./resources/query/run-query.js";
export type {
  AnyContext,
  ListedQuickAction,
  ObjectContext,
  QuickActionArgs,
  QuickActionDefaults,
  QuickActionRecords,
  QuickActionResult,
  QuickActions,
} from "./resources/quick-actions/quick-actions.js";
export type {
  ChangeWindow,
  DeletedRecords,
  Replication,
  UpdatedRecords,
} from "./resources/replication/replication.js";
export type { WorkflowAction, WorkflowRule, WorkflowRules } from "./resources/rules/rules.js";
export type {
  RunSosl,
  Search,
  SearchScopeOrder,
  Suggest,
  SuggestArgs,
  SuggestedQueries,
  Suggestions,
  SuggestLimit,
  SuggestQueries,
  SuggestQueriesArgs,
} from "./resources/search/search.js";
export type { PicklistEntry, PicklistOptions } from "./resources/sobject/picklist.js";
export type { SaveOptions } from "./resources/sobject/save-options.js";
export type {
  CollectionOptions,
  SaveResult,
  SObjectClient,
  UpsertResult,
} from "./resources/sobject/sobject-client.js";
export type {
  AnonymousApexOptions,
  ApexOutcome,
  ApexRun,
  ExecuteAnonymous,
  LogCategory,
  LogCategoryLevel,
} from "./resources/tooling/anonymous-apex.js";
export type {
  ApexTestOutcome,
  ApexTestReport,
  ApexTestRun,
  QueuedTestOptions,
  SynchronousTestRun,
  TestProgress,
  TestRunOptions,
  TestsOfClass,
  TestsToRun,
} from "./resources/tooling/apex-tests.js";
export type { ToolingSchema } from "./resources/tooling/schema/index.js";
export type { OtherToolingObject, Tooling, ToolingObject } from "./resources/tooling/tooling.js";
export type { Passwords, Recent, RecentItem } from "./resources/users/users.js";
export type { Versions } from "./resources/versions/index.js";
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
