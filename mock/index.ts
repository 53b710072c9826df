export { type MswHttp, mswHandlers } from "./adapters/msw.js";
export type { Listening, ListenOptions } from "./adapters/node-http.js";
export type { RequestLogEntry } from "./handler.js";
export { createOrg, type Org } from "./org.js";
export type { Credentials, OrgOptions } from "./org-options.js";
export * from "./schema/index.js";
export type { SeedIds, SeedRecords } from "./seed.js";
