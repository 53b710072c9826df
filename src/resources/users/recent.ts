import { SettingsError } from "../../errors.js";
import { type Operation, operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import type { Recent, RecentItem } from "./users.js";

/** The most that Salesforce gives. */
const MOST = 200;

export function recentOf(send: Send): { readonly recent: Recent } {
  return { recent: async ({ limit } = {}, options) => send(recentItems(checkLimit(limit)), options) };
}

/** `GET /recent`. */
function recentItems(limit: number | undefined): Operation<RecentItem[]> {
  return operation("get", "/recent", { query: limit === undefined ? {} : { limit } });
}

function checkLimit(limit: number | undefined): number | undefined {
  if (limit === undefined || (Number.isInteger(limit) && limit >= 1 && limit <= MOST)) return limit;
  throw new SettingsError("settings.number", "`limit` is no number of records.", {
    hint: `Give a whole number from 1 to ${MOST}.`,
  });
}
