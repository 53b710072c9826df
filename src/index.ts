export { connect, createClient, defineOrg } from "./client/define-org.js";
export * from "./compose.js";
