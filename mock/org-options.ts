import type { RawDescribe } from "../codegen/model/raw-describe.js";
import type { DashboardDefinitions } from "./analytics/dashboard-definition.js";
import type { ReportDefinitions } from "./analytics/report-definition.js";
import type { AnonymousApexHandler, ApexTestHandlers } from "./apex/apex-handlers.js";
import type { ApprovalProcesses } from "./approvals/approval-process.js";
import type { Credentials } from "./oauth/credentials.js";
import type { OAuthOptions } from "./oauth/oauth-state.js";
import type { OrgData } from "./org-data.js";
import type { Profiles } from "./permissions/profile-rights.js";
import type { QuickActionDefinitions } from "./quick-actions/quick-action.js";
import type { ActionHandlers } from "./routes/action-handler.js";
import type { ApexRestHandlers } from "./routes/apex-rest.js";
import type { StreamingOptions } from "./streaming/streaming-clients.js";
import type { ListViewDefinitions } from "./views/list-view.js";
import type { WorkflowRuleDefinitions } from "./workflow/workflow-rule.js";

export interface OrgOptions {
  /** The sObjects of the org, as their describe answers. Default: the standard objects. */
  describes?: readonly RawDescribe[];
  /** The newest API version the org's own links name. Default: `"66.0"`. */
  apiVersion?: string;
  /** Default: random ones. */
  credentials?: Partial<Credentials>;
  /** The app of the credentials (callback URLs, scopes, public key), and the policies for logins. */
  oauth?: OAuthOptions;
  /** The org's clock. Default: the real time. */
  now?: () => Date;
  /** The time zone whose days SOQL's date literals are counted in, such as `"Europe/Zurich"`. Default: `"UTC"`. */
  timeZone?: string;
  /** The month the fiscal year begins with, from 1 to 12. Default: 1. */
  fiscalYearStartMonth?: number;
  /** The most of each limit, such as `{ DailyApiRequests: 100 }`. */
  limits?: Readonly<Record<string, number>>;
  /**
   * What users of a profile may not see or do, by the profile's name, such as
   * `{ Sales: { objects: { Case: { read: false } }, fields: { "Account.AnnualRevenue": { edit: false } } } }`.
   * Profiles that are not there yet are made.
   */
  profiles?: Profiles;
  /**
   * Invocable actions by the end of their path: what they do, `{ "custom/flow/Discount": ({ amount }) => ({ net: … }) }`,
   * or also what their describe says, `{ "custom/flow/Discount": { inputs: […], outputs: […], run: … } }`.
   */
  actions?: ActionHandlers;
  /**
   * Approval processes that are active, by unique name, such as
   * `{ Discount: { object: "Opportunity", steps: [{ approvers: "manager" }] } }`.
   */
  approvals?: ApprovalProcesses;
  /**
   * Workflow rules that are active, by object and name, such as
   * `{ "Account.Hot": { criteria: ({ AnnualRevenue }) => Number(AnnualRevenue) > 1e6, fieldUpdates: { Rating: "Hot" } } }`.
   * They are evaluated where they are triggered by REST, not when records are written.
   */
  workflowRules?: WorkflowRuleDefinitions;
  /**
   * Saved reports over the records, in the public folder, by unique name, such as
   * `{ Pipeline: { reportType: "Opportunity", detailColumns: ["OPPORTUNITY_NAME", "AMOUNT"] } }`.
   */
  reports?: ReportDefinitions;
  /** Dashboards by unique name, such as `{ Sales: { components: [{ report: "Pipeline" }] } }`. */
  dashboards?: DashboardDefinitions;
  /**
   * List views beside those that every object has, by object and API name, such as
   * `{ "Account.Hot_Accounts": { columns: ["Name", "Owner.Alias"], where: "Rating = 'Hot'" } }`.
   */
  listViews?: ListViewDefinitions;
  /**
   * Quick actions by their full names, such as
   * `{ "Account.New_Contact": { targetObject: "Contact", targetParentField: "AccountId" } }`.
   */
  quickActions?: QuickActionDefinitions;
  /** Objects whose changes are streamed, as Setup's Change Data Capture chooses them: `["Account"]`. Default: none. */
  changeEvents?: readonly string[];
  /** How the streaming server behaves, for tests: how long it holds a connect, and keeps events. */
  streaming?: StreamingOptions;
  /** Apex REST methods, such as `{ "GET /hello/{name}": ({ params }) => ({ hello: params.name ?? "" }) }`. */
  apexRest?: ApexRestHandlers;
  /**
   * Stands for Apex in `executeAnonymous`: gets the code, and returns the debug log, or why it does not compile,
   * `(code) => ({ compileProblem: "…", line: 1, column: 5 })`.
   */
  anonymousApex?: AnonymousApexHandler;
  /** Apex tests by class and method, such as `{ OrderTest: { totals: () => {} } }`: one that throws fails. */
  apexTests?: ApexTestHandlers;
  /** Records that `org.export()` gave. They take the place of the org's own, its user included. */
  data?: OrgData;
  /** The address the org answers at in process, such as `"https://acme.my.salesforce.com"`. */
  url?: string;
}
