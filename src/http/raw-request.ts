import { SettingsError } from "../errors.js";
import { checkName, createSendAs } from "./answer-in-form.js";
import type { Operation } from "./operation.js";
import { fullPath, isServicesPath } from "./org-path.js";
import type { Handler, SendSettings } from "./pipeline.js";
import { bodyToSend } from "./request-body.js";
import type { AnswerFormName, RequestCall } from "./request-call.js";
import { encoded, querySerializer } from "./rest-url.js";

type Method = Operation<unknown>["method"];
const methods: Readonly<Record<Method, true>> = {
  GET: true,
  POST: true,
  PATCH: true,
  PUT: true,
  DELETE: true,
};

/** Performs `sf.request`. */
export function createRawRequest(handler: Handler, settings: SendSettings) {
  const sendAs = createSendAs(handler, settings);
  return async (
    method: Method,
    path: string,
    options: RequestCall<AnswerFormName> = {},
  ): Promise<unknown> => {
    const { query, body, contentType, repeatable = method === "GET", as = "json", ...call } = options;
    checkName("method", method, methods);
    if (method === "GET" && body !== undefined) {
      throw new SettingsError("settings.body", "A GET has no body.", {
        hint: "Give it as `query`, or choose another method.",
      });
    }
    const asked = {
      method,
      path: pathToSend(path, query, settings.apiVersion),
      repeatable,
      ...(await bodyToSend(body, contentType)),
    };
    return sendAs(asked, as, call);
  };
}

/**
 * A path that would not arrive as it stands: control characters, halves of characters, what follows a #. Or one with
 * two slashes, between which a value is missing.
 */
const NOT_AS_IT_STANDS = /[\p{Cc}\p{Cs}#]|^[^?]*\/\//u;

/** @throws SettingsError where it leads elsewhere. The path is not repeated there: it could be a secret. */
function pathToSend(path: string, query: RequestCall["query"], apiVersion: string): string {
  const isRooted = typeof path === "string" && path.startsWith("/");
  const whole = isRooted ? fullPath(path, apiVersion) : "";
  if (!isServicesPath(whole) || NOT_AS_IT_STANDS.test(whole)) {
    throw new SettingsError("settings.path", "`path` is no path below /services/, as it stands.", {
      hint: "Begin it with a slash, without the host, and give values in it to encodeURIComponent.",
    });
  }
  const named = Object.entries(query ?? {}).map(([name, value]) => [encoded(name, "query"), value]);
  const text = querySerializer(Object.fromEntries(named));
  if (text === "") return whole;
  return `${whole}${whole.includes("?") ? "&" : "?"}${text}`;
}
