import createRestClient, { type Client as OpenApiClient } from "openapi-fetch";
import type { paths } from "../../generated/rest/rest.js";
import { SettingsError } from "../errors.js";
import { checkHeaders } from "../settings/settings.js";
import { fullPath, type Handler, type WireRequest } from "./pipeline.js";
import { pathSerializer, querySerializer } from "./rest-url.js";

/**
 * The REST API as it is: every path of the static surface, typed, over the same session, retries and limits
 * as everything else. Answers `{ data, error, response }`; a refusal is `error`, not an exception.
 *
 * @example
 * const { data } = await sf.rest.GET("/sobjects/{sobject}", { params: { path: { sobject: "Account" } } });
 */
export type Rest = OpenApiClient<paths, `${string}/${string}`>;

/** Stands in for `Request`, which would need a whole URL before the host is known. */
class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly signal: AbortSignal | undefined;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.method = init.method ?? "GET";
    this.headers = new Headers(init.headers);
    this.body = init.body;
    this.signal = init.signal ?? undefined;
  }
}

export function createRest(
  handler: Handler,
  apiVersion: string,
  headers: Readonly<Record<string, string>>,
): Rest {
  return createRestClient<paths>({
    // The host comes with the token.
    baseUrl: "",
    headers: { accept: "application/json", ...headers },
    querySerializer,
    pathSerializer,
    Request: PlainRequest as unknown as typeof Request,
    fetch: async (request) => {
      const answer = await handler(toWire(request as unknown as PlainRequest, apiVersion));
      const hasBody = answer.text !== "" && answer.status !== 204 && answer.status !== 304;
      return new Response(hasBody ? answer.text : null, {
        status: answer.status,
        headers: [...answer.headers],
      });
    },
  });
}

function toWire(request: PlainRequest, apiVersion: string): WireRequest {
  const { method, url, body, signal } = request;
  if (body !== undefined && typeof body !== "string") {
    throw new SettingsError("settings.body", "sf.rest sends JSON or text, not streams or forms.");
  }
  return {
    method,
    path: fullPath(url, apiVersion),
    headers: checkHeaders(Object.fromEntries(request.headers)),
    repeatable: method === "GET" || method === "PATCH",
    ...(body !== undefined && { body }),
    ...(signal !== undefined && { signal }),
  };
}
