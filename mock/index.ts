export { type MswHttp, mswHandlers } from "./adapters/msw.js";
export type { Listening, ListenOptions } from "./adapters/node-http.js";
export { type MockHooks, type MockOrgOptions, useMockOrg } from "./adapters/use-mock-org.js";
export type {
  DashboardComponentDefinition,
  DashboardDefinition,
  DashboardDefinitions,
} from "./analytics/dashboard-definition.js";
export type {
  ReportDefinition,
  ReportDefinitions,
  ReportFilterDefinition,
  ReportGroupingDefinition,
} from "./analytics/report-definition.js";
export type {
  AnonymousApexHandler,
  ApexCompileProblem,
  ApexTestHandlers,
} from "./apex/apex-handlers.js";
export type {
  ApprovalProcess,
  ApprovalProcesses,
  ApprovalStep,
  FieldUpdates,
} from "./approvals/approval-process.js";
export type { Clock } from "./clock.js";
export type { PublishedEvent } from "./events/event-log.js";
export type { FaultRule } from "./faults/fault-rule.js";
export type { Faults } from "./faults/faults.js";
export type { FillOptions } from "./fill/fill-records.js";
export type { AppSettings, ConnectedApp } from "./oauth/connected-apps.js";
export type { Credentials } from "./oauth/credentials.js";
export type { OAuthControls } from "./oauth/oauth-controls.js";
export type { OAuthOptions, TokenExchangeRequest, TokenHandler } from "./oauth/oauth-state.js";
export type { OAuthPolicies } from "./oauth/policies.js";
export type { HtmlOptions, RefusalOptions } from "./oauth/token-faults.js";
export { createOrg, type Org, type OrgUser } from "./org.js";
export type { OrgData } from "./org-data.js";
export type { OrgOptions } from "./org-options.js";
export type { FieldRights, ObjectRights, ProfileRights, Profiles } from "./permissions/profile-rights.js";
export type { QuickActionDefinition, QuickActionDefinitions } from "./quick-actions/quick-action.js";
export type { RequestLogEntry } from "./request-log.js";
export type {
  ActionDefinition,
  ActionHandler,
  ActionHandlers,
  ActionParameterDefinition,
} from "./routes/action-handler.js";
export type {
  ApexRestHandler,
  ApexRestHandlers,
  ApexRestRequest,
  ApexRestResponse,
} from "./routes/apex-rest.js";
export * from "./schema/index.js";
export type { OrgMark } from "./snapshot.js";
export type { StreamingOptions } from "./streaming/streaming-clients.js";
export type { FillCounts, OrgRecord, SeedIds, SeedRecords } from "./typed-records.js";
export type { ListViewDefinition, ListViewDefinitions } from "./views/list-view.js";
export type { WorkflowRuleDefinition, WorkflowRuleDefinitions } from "./workflow/workflow-rule.js";
