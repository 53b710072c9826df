import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { ApiVersion } from "../../http/schemas.js";
import { getVersions } from "./get-versions.js";

/** The API versions the org has, oldest first. `GET /services/data`. */
export type Versions = (options?: CallOptions) => Promise<ApiVersion[]>;

export function createVersions(send: Send): Versions {
  return (options) => send(getVersions(), options);
}
