import { nodeTransport } from "orgtype/node";
import { open as openOrgtype } from "./orgtype.mjs";

export function open(url, options = {}) {
  return openOrgtype(url, { ...options, transport: nodeTransport() });
}
