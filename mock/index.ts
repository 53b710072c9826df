export { type MswHttp, mswHandlers } from "./adapters/msw.js";
export type { Listening, ListenOptions } from "./adapters/node-http.js";
export type { PublishedEvent } from "./events/event-log.js";
export type { RequestLogEntry } from "./handler.js";
export type { AppSettings, ConnectedApp } from "./oauth/connected-apps.js";
export type { Credentials } from "./oauth/credentials.js";
export type { OAuthControls } from "./oauth/oauth-controls.js";
export type { OAuthOptions, TokenExchangeRequest, TokenHandler } from "./oauth/oauth-state.js";
export type { OAuthPolicies } from "./oauth/policies.js";
export type { HtmlOptions, RefusalOptions } from "./oauth/token-faults.js";
export { createOrg, type Org } from "./org.js";
export type { OrgOptions } from "./org-options.js";
export type { ActionHandler, ActionHandlers } from "./routes/action-handler.js";
export type {
  ApexRestHandler,
  ApexRestHandlers,
  ApexRestRequest,
  ApexRestResponse,
} from "./routes/apex-rest.js";
export * from "./schema/index.js";
export type { SeedIds, SeedRecords } from "./seed.js";
