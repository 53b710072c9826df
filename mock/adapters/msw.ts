import { ConnectionCut } from "../faults/connection-cut.js";

/** The org as far as msw needs it. */
interface AnsweringOrg {
  readonly url: string;
  readonly handler: (request: Request) => Promise<Response>;
}

/** The part of msw's `http` that is used: it is passed in, so that msw stays the user's own dependency. */
export interface MswHttp<Handler> {
  all(path: string, resolver: (info: { request: Request }) => Promise<Response>): Handler;
}

/** Where the org answers. */
const PATHS = ["/services/*", "/id/*", "/.well-known/*", "/login", "/secur/*", "/setup/*"];

/**
 * The org as request handlers of msw, for every request to `org.url`.
 *
 * @example
 * const org = createOrg({ url: "https://acme.my.salesforce.com" });
 * const server = setupServer(...mswHandlers(org, http));
 */
export function mswHandlers<Handler>(org: AnsweringOrg, http: MswHttp<Handler>): Handler[] {
  return PATHS.map((path) =>
    http.all(org.url + path, ({ request }) => org.handler(request).catch(networkError)),
  );
}

/** The way to tell msw that the connection was cut. */
function networkError(error: unknown): Response {
  if (error instanceof ConnectionCut) return Response.error();
  throw error;
}
