import { operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import { changeWindow } from "./change-window.js";
import type { Replication } from "./replication.js";

/** How many days back Salesforce tells of changes, */
const UPDATED_DAYS = 30;
/** and of deletions. */
const DELETED_DAYS = 15;

export function replicationOf(sobject: string, send: Send): Replication {
  const path = { sobject };
  return {
    async updated(window, options) {
      const query = changeWindow(window, UPDATED_DAYS);
      return send(operation("get", "/sobjects/{sobject}/updated", { path, query }), options);
    },
    async deleted(window, options) {
      const query = changeWindow(window, DELETED_DAYS);
      return send(operation("get", "/sobjects/{sobject}/deleted", { path, query }), options);
    },
  };
}
