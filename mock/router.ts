import { type Answer, type ApiCall, json } from "./http/call.js";
import { ApiFault, notAllowed, notFound, requestFault } from "./http/fault.js";
import type { OrgContext } from "./org-context.js";
import { versionState } from "./routes/api-versions.js";
import type { Method, Route, RoutedCall } from "./routes/route.js";
import { toId18 } from "./store/record-id.js";

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
  readonly pattern: Pattern;
}

/** A route's path: what each segment must be, and whether more may follow. */
interface Pattern {
  readonly segments: readonly SegmentPattern[];
  readonly rest: boolean;
}

/** Undefined where the segment does not fit; else the parameters it gives. */
type SegmentPattern = (segment: string) => Record<string, string> | undefined;

/** Finds resources by path: where two fit, the first in the table wins. */
export function createRouter(routes: readonly Route[]): Router {
  const compiled = routes.map((route): CompiledRoute => ({ route, pattern: compile(route.path) }));
  return {
    match(call) {
      const segments = segmentsOf(call.path);
      for (const { route, pattern } of compiled) {
        const found = matchSegments(pattern, segments);
        if (found !== undefined) return { route, call: routed(call, found.params, found.rest) };
      }
      throw notFound();
    },
  };
}

function compile(path: string): Pattern {
  const segments = segmentsOf(path);
  const rest = segments.at(-1) === "{...}";
  return { rest, segments: (rest ? segments.slice(0, -1) : segments).map(segmentPattern) };
}

function segmentPattern(text: string): SegmentPattern {
  const [, name, kind] = /^\{(\w+)(?::(recordId))?\}$/.exec(text) ?? [];
  if (name === undefined) return (segment) => (segment === text ? {} : undefined);
  return (segment) => {
    const value = decode(segment);
    return kind === undefined || toId18(value) !== null ? { [name]: value } : undefined;
  };
}

function matchSegments(
  pattern: Pattern,
  segments: readonly string[],
): { params: Record<string, string>; rest: string[] } | undefined {
  const { length } = pattern.segments;
  if (pattern.rest ? segments.length <= length : segments.length !== length) return undefined;
  const params: Record<string, string> = {};
  for (const [place, fits] of pattern.segments.entries()) {
    const found = fits(segments[place] ?? "");
    if (found === undefined) return undefined;
    Object.assign(params, found);
  }
  return { params, rest: segments.slice(length).map(decode) };
}

/** Does what the request asks for. Refusals become answers. */
export function run({ route, call }: Match, context: OrgContext): Answer {
  try {
    checkVersion(call);
    const method = methodOf(call);
    const handle = Object.hasOwn(route.methods, method) ? route.methods[method as Method] : undefined;
    if (handle === undefined) throw notAllowed(Object.keys(route.methods), method);
    return handle(call, context);
  } catch (error) {
    return faultAnswer(error);
  }
}

/** Does what a request inside another one asks for. */
export function runInside(match: Match, context: OrgContext): Answer {
  return match.route.alone === true ? faultAnswer(notFound()) : run(match, context);
}

/** The answer of a refusal; anything else is thrown on. */
export function faultAnswer(error: unknown): Answer {
  if (error instanceof ApiFault) return json(error.entries, error.status, error.headers);
  throw error;
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function routed(call: ApiCall, params: Record<string, string>, rest: readonly string[]): RoutedCall {
  const segment = params.version ?? "";
  return { ...call, params, rest, version: segment.slice(1), dataPath: `/services/data/${segment}` };
}

function checkVersion(call: RoutedCall): void {
  const segment = call.params.version;
  if (segment === undefined) return;
  const state = versionState(segment);
  if (state === "unknown") throw notFound();
  if (state === "retired") throw requestFault(410, "GONE", `API version ${call.version} is retired`);
}

/** `POST …?_HttpMethod=PATCH` is for clients that cannot send PATCH. */
function methodOf(call: ApiCall): string {
  const override = call.method === "POST" ? call.query.get("_HttpMethod") : null;
  const method = override ?? call.method;
  return method === "HEAD" ? "GET" : method;
}
