import { type Answer, type ApiCall, json } from "./http/call.js";
import { ApiFault, notFound, requestFault } from "./http/fault.js";
import type { OrgContext } from "./org-context.js";
import { versionState } from "./routes/api-versions.js";
import type { Method, Route, RoutedCall } from "./routes/route.js";

/** A request with the resource it asks for. */
export interface Match {
  readonly route: Route;
  readonly call: RoutedCall;
}

export interface Router {
  /** The resource of a request; throws 404 where there is none. */
  match(call: ApiCall): Match;
}

interface CompiledRoute {
  readonly route: Route;
  readonly segments: readonly string[];
}

/** Finds resources by path: where two fit, the first in the table wins. */
export function createRouter(routes: readonly Route[]): Router {
  const compiled = routes.map((route): CompiledRoute => ({ route, segments: segmentsOf(route.path) }));
  return {
    match(call) {
      const segments = segmentsOf(call.path);
      for (const { route, segments: pattern } of compiled) {
        const params = paramsOf(pattern, segments);
        if (params !== undefined) return { route, call: routed(call, params) };
      }
      throw notFound();
    },
  };
}

/** Does what the request asks for. Refusals become answers. */
export function run({ route, call }: Match, context: OrgContext): Answer {
  try {
    checkVersion(call);
    const handle = route.methods[methodOf(call)];
    if (handle === undefined) throw notAllowed(route, call.method);
    return handle(call, context);
  } catch (error) {
    return faultAnswer(error);
  }
}

/** The answer of a refusal; anything else is thrown on. */
export function faultAnswer(error: unknown): Answer {
  if (error instanceof ApiFault) return json(error.entries, error.status, error.headers);
  throw error;
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function paramsOf(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [place, expected] of pattern.entries()) {
    const segment = segments[place] ?? "";
    if (expected.startsWith("{")) params[expected.slice(1, -1)] = decode(segment);
    else if (expected !== segment) return undefined;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function routed(call: ApiCall, params: Record<string, string>): RoutedCall {
  const segment = params.version ?? "";
  return { ...call, params, version: segment.slice(1), dataPath: `/services/data/${segment}` };
}

function checkVersion(call: RoutedCall): void {
  const segment = call.params.version;
  if (segment === undefined) return;
  const state = versionState(segment);
  if (state === "unknown") throw notFound();
  if (state === "retired") throw requestFault(410, "GONE", `API version ${call.version} is retired`);
}

/** `POST …?_HttpMethod=PATCH` is for clients that cannot send PATCH. */
function methodOf(call: ApiCall): Method {
  const override = call.method === "POST" ? call.query.get("_HttpMethod") : null;
  const method = override ?? call.method;
  return (method === "HEAD" ? "GET" : method) as Method;
}

function notAllowed(route: Route, method: string): ApiFault {
  const known = Object.keys(route.methods);
  const allowed = [...(known.includes("GET") ? ["HEAD"] : []), ...known].join(",");
  const message = `HTTP Method '${method}' not allowed. Allowed are ${allowed}`;
  return new ApiFault(405, [{ message, errorCode: "METHOD_NOT_ALLOWED" }], { Allow: allowed });
}
