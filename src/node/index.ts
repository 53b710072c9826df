export { writeToFile } from "./bulk/write-to-file.js";
export { connectionFromEnvironment } from "./connection-from-environment.js";
export { type LoopbackLoginOptions, loopbackLogin } from "./loopback/loopback-login.js";
export { type SfCliOptions, sfCli } from "./sf-cli.js";
export { type FileTokenStoreOptions, fileTokenStore } from "./token-files/file-token-store.js";
export {
  type NodeTransport,
  type NodeTransportOptions,
  nodeTransport,
} from "./transport/node-transport.js";
