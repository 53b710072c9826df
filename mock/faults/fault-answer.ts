import { type Answer, json } from "../http/call.js";
import type { FaultRule } from "./fault-rule.js";

/** What Salesforce says with a status, where the rule does not say it. */
const USUAL: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ["UNKNOWN_EXCEPTION", "An unexpected error occurred"],
  401: ["INVALID_SESSION_ID", "Session expired or invalid"],
  403: ["REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."],
  404: ["NOT_FOUND", "The requested resource does not exist"],
  412: ["PRECONDITION_FAILED", "Precondition failed"],
  429: ["TOO_MANY_REQUESTS", "Too many requests"],
  500: ["UNKNOWN_EXCEPTION", "An unexpected error occurred"],
  503: ["SERVER_UNAVAILABLE", "The server is temporarily unavailable"],
};

const MESSAGES: Readonly<Record<string, string>> = {
  UNABLE_TO_LOCK_ROW: "unable to obtain exclusive access to this record",
  INVALID_SESSION_ID: "Session expired or invalid",
  REQUEST_LIMIT_EXCEEDED: "TotalRequests Limit exceeded.",
};

/** The answer of a rule; undefined where it only delays or cuts the real one. */
export function faultAnswer(rule: FaultRule): Answer | undefined {
  const { status, code, message, html, retryAfter } = rule;
  if (status === undefined && code === undefined && html === undefined) return undefined;
  const answered = status ?? (html === undefined ? 400 : 503);
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
  if (html !== undefined) {
    const data = `<html><head><title>${message ?? "Service unavailable"}</title></head><body></body></html>`;
    return { status: answered, headers, content: { type: "text/html;charset=UTF-8", data } };
  }
  const [usualCode, usualMessage] = USUAL[answered] ?? ["UNKNOWN_EXCEPTION", "An unexpected error occurred"];
  const errorCode = code ?? usualCode;
  const entry = { errorCode, message: message ?? MESSAGES[errorCode] ?? usualMessage };
  return json([entry], answered, headers);
}
