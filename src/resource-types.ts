// What callers name of the families of resources, and of what they answer.
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
  UiFieldInfo,
  UiObjectSummary,
  UiRecordTypeInfo,
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
export type { ObjectUiApi, UiApi } from "./resources/ui-api/ui-api.js";
export type { UiPicklistEntry, UiPicklistOptions, UiPicklists } from "./resources/ui-api/ui-picklists.js";
export type {
  UiDraft,
  UiLayoutArgs,
  UiObjectInfo,
  UiRecord,
  UiRecordArgs,
  UiSaveOptions,
  UiUpdateOptions,
} from "./resources/ui-api/ui-records.js";
export type { Passwords, Recent, RecentItem } from "./resources/users/users.js";
export type { Versions } from "./resources/versions/index.js";
