import { checkActionPaths } from "./actions/action.js";
import { defineAnalytics } from "./analytics/define-analytics.js";
import { createTestClasses } from "./apex/test-classes.js";
import { defineProcesses } from "./approvals/define-processes.js";
import { createBulkJobs } from "./bulk/job-store.js";
import { createCatalog } from "./catalog/catalog.js";
import type { DataContext } from "./data-context.js";
import { createChangeCapture } from "./events/change-capture.js";
import { createEventLog } from "./events/event-log.js";
import type { Answer, ApiCall } from "./http/call.js";
import { createApiLimits } from "./limits/api-limits.js";
import { createCredentials } from "./oauth/credentials.js";
import { createOAuthState } from "./oauth/oauth-state.js";
import { createCalendar } from "./org-calendar.js";
import type { OrgContext } from "./org-context.js";
import { importData } from "./org-data.js";
import type { OrgOptions } from "./org-options.js";
import { createPermissions } from "./permissions/permissions.js";
import { defineQuickActions } from "./quick-actions/quick-action.js";
import { faultAnswer, type Router, runInside } from "./router.js";
import { standardDescribes } from "./schema/index.js";
import { createProfiles, createSetupRecords } from "./setup-records.js";
import { createCursors } from "./soql/cursors.js";
import { createIdSource } from "./store/record-id.js";
import { Store } from "./store/store.js";
import { createStreamingClients } from "./streaming/streaming-clients.js";
import { defineListViews } from "./views/define-list-views.js";
import { defineWorkflowRules } from "./workflow/workflow-rule.js";

/** What an org is made with beside its options. */
interface Setting {
  readonly now: () => Date;
  /** Where it answers in process. */
  readonly ownUrl: string;
  readonly router: Router;
}

/** Makes what routes work with: the schema, the records there are from the first day, logins and limits. */
export function createOrgContext(options: OrgOptions, { now, ownUrl, router }: Setting): OrgContext {
  const context = withDispatch(createContext(options, now, ownUrl), router);
  defineAnalytics(context, options.reports ?? {}, options.dashboards ?? {});
  return context;
}

type Undispatched = Omit<OrgContext, "dispatch" | "as">;

function createContext(options: OrgOptions, now: () => Date, ownUrl: string): Undispatched {
  const ids = createIdSource();
  const organizationId = ids.next("00D");
  const credentials = createCredentials(options.credentials ?? {}, organizationId);
  const describes = options.describes ?? standardDescribes();
  const catalog = createCatalog(describes);
  const data: DataContext = {
    catalog,
    store: new Store(),
    ids,
    origin: ownUrl,
    userId: ids.next("005"),
    now,
    ...createCalendar(options),
  };
  createSetupRecords(data, { organizationId, profileId: ids.next("00e") }, credentials);
  if (options.data !== undefined) importData(data, options.data);
  const profiles = options.profiles ?? {};
  createProfiles(data, Object.keys(profiles));
  const approvals = options.approvals ?? {};
  defineProcesses(data, approvals);
  const apexTests = options.apexTests ?? {};
  createTestClasses(data, apexTests);
  const events = createEventLog();
  return {
    ...data,
    organizationId,
    credentials,
    oauth: createOAuthState({
      organizationId,
      userId: data.userId,
      ownUrl,
      credentials,
      now,
      options: options.oauth ?? {},
    }),
    limits: createApiLimits(options.limits ?? {}, now),
    cursors: createCursors(ids, now),
    events,
    changes: createChangeCapture({ ...data, objects: options.changeEvents ?? [], events }),
    streaming: createStreamingClients(options.streaming ?? {}, now),
    bulk: createBulkJobs(),
    actions: checkActionPaths(options.actions ?? {}),
    apex: { anonymous: options.anonymousApex, tests: apexTests },
    approvals,
    listViews: defineListViews(data, options.listViews ?? {}),
    quickActions: defineQuickActions(data, options.quickActions ?? {}),
    workflowRules: defineWorkflowRules(data, options.workflowRules ?? {}),
    permissions: createPermissions(profiles, describes, catalog, data.store),
    schemaDate: now(),
  };
}

function withDispatch(context: Undispatched, router: Router): OrgContext {
  const org: OrgContext = {
    ...context,
    dispatch: (call: ApiCall): Answer => {
      try {
        return runInside(router.match(call), org);
      } catch (error) {
        return faultAnswer(error);
      }
    },
    as: (userId) => {
      const catalog = context.permissions.catalogOf(userId);
      const isSame = userId === context.userId && catalog === context.catalog;
      return isSame ? org : withDispatch({ ...context, userId, catalog }, router);
    },
  };
  return org;
}
