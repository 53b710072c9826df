import type { Client as OpenApiClient } from "openapi-fetch";
import type { paths } from "../../generated/rest/rest.js";
import { remembered } from "../async/remembered.js";
import type { Handler } from "./pipeline.js";

/**
 * The REST API as it is: every path of the static surface, typed, over the same session, retries and limits
 * as everything else. Answers `{ data, error, response }`; a refusal is `error`, not an exception.
 *
 * @example
 * const { data } = await sf.rest.GET("/sobjects/{sobject}", { params: { path: { sobject: "Account" } } });
 */
export type Rest = OpenApiClient<paths, `${string}/${string}`>;

type Middleware = Parameters<Rest["use"]>;
/** A method of the client, whatever it answers. */
type AnyCall = (...args: unknown[]) => Promise<unknown>;

const calls = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "request"] as const;

/** The raw door. The code behind it is loaded when it is first used. */
export function createRest(
  handler: Handler,
  apiVersion: string,
  headers: Readonly<Record<string, string>>,
): Rest {
  const opened = remembered(async () => {
    const { openRest } = await import("./rest-client.js");
    return openRest(handler, apiVersion, headers);
  });
  const call = (name: (typeof calls)[number]): [string, AnyCall] => [
    name,
    async (...args) => ((await opened())[name] as AnyCall)(...args),
  ];
  // What is called later finds the middleware: all wait for the same client, in order.
  const rest = {
    ...Object.fromEntries(calls.map(call)),
    use: (...middleware: Middleware) => void opened().then((client) => client.use(...middleware)),
    eject: (...middleware: Middleware) => void opened().then((client) => client.eject(...middleware)),
  };
  return rest as unknown as Rest;
}
