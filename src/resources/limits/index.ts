import type { ApiUsage } from "../../http/api-usage.js";
import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { OrgLimits } from "../../http/schemas.js";
import { countRecords } from "./count-records.js";
import { getLimits } from "./get-limits.js";

/** What the org may do and what remains of it. */
export interface Limits {
  /** API requests of the last 24 hours, as the last answer said; undefined before the first. */
  readonly usage: ApiUsage | undefined;
  /** Every limit by name. Needs the permission "View Setup and Configuration". `GET /limits`. */
  get(options?: CallOptions): Promise<OrgLimits>;
  /**
   * Approximate record counts by object; every object where no names are given. An object without records
   * is not in the map. `GET /limits/recordCount`.
   */
  recordCount(objects?: readonly string[], options?: CallOptions): Promise<ReadonlyMap<string, number>>;
}

export function createLimits(send: Send, usage: () => ApiUsage | undefined): Limits {
  return {
    get usage() {
      return usage();
    },
    get: async (options) => send(getLimits(), options),
    recordCount: async (objects = [], options) => send(countRecords(objects), options),
  };
}
