import type { ApexRuntime } from "./apex/apex-handlers.js";
import type { ApprovalProcesses } from "./approvals/approval-process.js";
import type { BulkJobs } from "./bulk/job-store.js";
import type { DataContext } from "./data-context.js";
import type { ChangeCapture } from "./events/change-capture.js";
import type { EventLog } from "./events/event-log.js";
import type { Answer, ApiCall } from "./http/call.js";
import type { ApiLimits } from "./limits/api-limits.js";
import type { Credentials } from "./oauth/credentials.js";
import type { OAuthState } from "./oauth/oauth-state.js";
import type { Permissions } from "./permissions/permissions.js";
import type { QuickAction } from "./quick-actions/quick-action.js";
import type { ActionHandlers } from "./routes/action-handler.js";
import type { Cursors } from "./soql/cursors.js";
import type { StreamingClients } from "./streaming/streaming-clients.js";
import type { ListViews } from "./views/list-view.js";
import type { WorkflowRule } from "./workflow/workflow-rule.js";

/** What a route may use of the org. */
export interface OrgContext extends DataContext {
  readonly organizationId: string;
  readonly credentials: Credentials;
  readonly oauth: OAuthState;
  readonly limits: ApiLimits;
  readonly cursors: Cursors;
  readonly events: EventLog;
  readonly changes: ChangeCapture;
  readonly streaming: StreamingClients;
  readonly permissions: Permissions;
  readonly bulk: BulkJobs;
  readonly actions: ActionHandlers;
  readonly apex: ApexRuntime;
  readonly approvals: ApprovalProcesses;
  readonly listViews: ListViews;
  readonly quickActions: readonly QuickAction[];
  readonly workflowRules: readonly WorkflowRule[];
  /** When the schema was made: what describe answers as `Last-Modified`. */
  readonly schemaDate: Date;
  /** Answers a request from inside a composite one: the caller is known already. */
  readonly dispatch: (call: ApiCall) => Answer;
  /** The org as another user sees it: what they write is theirs. */
  readonly as: (userId: string) => OrgContext;
}
