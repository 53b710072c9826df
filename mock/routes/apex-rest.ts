import { SettingsError } from "../../src/errors.js";
import type { Answer } from "../http/call.js";
import { requestFault } from "../http/fault.js";
import { parseJsonBody } from "../http/json-body.js";
import type { Handle, Method, Route, RoutedCall } from "./route.js";

/** A request as an Apex REST method sees it. */
export interface ApexRestRequest {
  readonly method: string;
  /** The path after `/services/apexrest`. */
  readonly path: string;
  /** The values of the `{names}` in the path it is registered for. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** The JSON body; a text where it is no JSON, undefined where there is none. */
  readonly body: unknown;
}

/** What an Apex REST method may set of its answer. */
export interface ApexRestResponse {
  /** Default: 200. */
  statusCode: number;
  readonly headers: Record<string, string>;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Returns the JSON to answer with, bytes for a body that is none (its type is the header `Content-Type`), or nothing
 * for an answer without a body. What it throws is answered as 500.
 */
export type ApexRestHandler = (
  request: ApexRestRequest,
  response: ApexRestResponse,
) => Json | Uint8Array<ArrayBuffer> | undefined;

/** Apex REST methods by method and path, such as `"GET /hello/{name}"`. */
export type ApexRestHandlers = Readonly<Record<string, ApexRestHandler>>;

const BASE = "/services/apexrest";
const KEY = /^(GET|POST|PATCH|PUT|DELETE) (\/\S*)$/;

/** The resources of Apex REST methods. Throws SettingsError for a key that is no method and path. */
export function apexRestRoutes(handlers: ApexRestHandlers): Route[] {
  const resources = new Map<string, Partial<Record<Method, Handle>>>();
  for (const [key, handler] of Object.entries(handlers)) {
    const [, method, path] = KEY.exec(key) ?? [];
    if (method === undefined || path === undefined) {
      throw new SettingsError("settings.invalid", `apexRest: "${key}" is no method and path.`, {
        hint: 'Write a key such as "GET /hello/{name}".',
      });
    }
    const methods = resources.get(path) ?? {};
    methods[method as Method] = (call) => answer(call, handler);
    resources.set(path, methods);
  }
  const routes = [...resources].map(
    ([path, methods]): Route => ({ path: BASE + path, alone: true, methods }),
  );
  return [...routes, noMatch];
}

/** Paths under Apex REST that no method is registered for. */
const noMatch: Route = (() => {
  const refuse: Handle = (call) => {
    throw requestFault(404, "NOT_FOUND", `Could not find a match for URL ${pathOf(call)}`);
  };
  const methods = { GET: refuse, POST: refuse, PATCH: refuse, PUT: refuse, DELETE: refuse };
  return { path: `${BASE}/{...}`, alone: true, methods };
})();

function answer(call: RoutedCall, handler: ApexRestHandler): Answer {
  const { method, params, query, headers } = call;
  const response: ApexRestResponse = { statusCode: 200, headers: {} };
  const body = handled(() =>
    handler({ method, params, query, headers, path: pathOf(call), body: bodyOf(call) }, response),
  );
  const { statusCode: status, headers: given } = response;
  if (!(body instanceof Uint8Array)) return { status, headers: given, body };
  const headersOfBytes = Object.entries(given).filter(([name]) => name.toLowerCase() !== "content-type");
  const type = new Headers(given).get("Content-Type") ?? "application/octet-stream";
  return { status, headers: Object.fromEntries(headersOfBytes), content: { type, data: body } };
}

/** What the method returns. Its exceptions are the caller's to see. */
function handled<Body>(work: () => Body): Body {
  try {
    return work();
  } catch (error) {
    throw requestFault(500, "APEX_ERROR", error instanceof Error ? error.message : String(error));
  }
}

function pathOf(call: RoutedCall): string {
  return call.path.slice(BASE.length);
}

function bodyOf(call: RoutedCall): unknown {
  const text = call.text();
  if (text === "") return undefined;
  try {
    return parseJsonBody(text);
  } catch {
    return text;
  }
}
