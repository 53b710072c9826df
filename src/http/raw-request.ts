import { SettingsError } from "../errors.js";
import { kindOf } from "../settings/settings.js";
import { answerForms, responseOf } from "./answer-forms.js";
import type { Operation } from "./operation.js";
import { fullPath, isServicesPath } from "./org-path.js";
import { createSend, type Handler, type SendSettings, toWire } from "./pipeline.js";
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

/** Performs `sf.request`. Its `send` knows no decoders: what is asked for raw stays as it is on the wire. */
export function createRawRequest(handler: Handler, settings: SendSettings) {
  const send = createSend(handler, settings);
  return async (
    method: Method,
    path: string,
    options: RequestCall<AnswerFormName> = {},
  ): Promise<unknown> => {
    const { query, body, contentType, repeatable = method === "GET", as = "json", ...call } = options;
    checkName("method", method, methods);
    checkName("as", as, answerForms);
    if (method === "GET" && body !== undefined) {
      throw new SettingsError("settings.body", "A GET has no body.", {
        hint: "Give it as `query`, or choose another method.",
      });
    }
    const { accept, receive, decode } = answerForms[as];
    const operation: Operation<unknown> = {
      method,
      path: pathToSend(path, query, settings.apiVersion),
      repeatable,
      headers: { accept },
      receive,
      ...(await bodyToSend(body, contentType)),
      decode: (parsed, answer) => decode(parsed, answer, call.signal),
    };
    if (as !== "response") return send(operation, call);
    return responseOf(await handler(toWire(operation, call, settings)), call.signal);
  };
}

/** @throws SettingsError where it is no name in the table */
function checkName(argument: string, name: string, table: object): void {
  if (Object.hasOwn(table, name)) return;
  throw new SettingsError("settings.request", `\`${argument}\` is ${kindOf(name)}, and none of its names.`, {
    hint: `Give one of ${Object.keys(table).join(", ")}.`,
  });
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
