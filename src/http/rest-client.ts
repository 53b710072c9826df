import createRestClient, { type Client } from "openapi-fetch";
import type { paths } from "../../generated/rest/rest.js";
import { SettingsError } from "../errors.js";
import { checkHeaders } from "../settings/settings.js";
import { fullPath } from "./org-path.js";
import type { Handler, WireRequest } from "./pipeline.js";
import { pathSerializer, querySerializer } from "./rest-url.js";

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

/** The typed raw door by openapi-fetch, over our own pipeline. */
export function openRest(
  handler: Handler,
  apiVersion: string,
  headers: Readonly<Record<string, string>>,
): Client<paths> {
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
