import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Provider } from "oidc-provider";
import { sendJson } from "../node-server.js";
import { createApiRoutes } from "./api-routes.js";
import { type Apps, createApps, createUser, type TestUser } from "./apps.js";
import { configuration, type IdpParts } from "./configuration.js";
import { showLoginPages } from "./login-pages.js";
import { registerPasswordGrant } from "./password-grant.js";
import { PATHS } from "./paths.js";
import { defaultPolicies, type Policies } from "./policies.js";
import { answerAsSalesforce, type Exchange } from "./salesforce-answers.js";
import { createTokenStorage } from "./token-storage.js";

/** A real OAuth server, oidc-provider, at Salesforce's paths and with Salesforce's answers; loopback only. */
export interface Idp {
  readonly url: string;
  readonly apps: Apps;
  readonly user: TestUser;
  /** Change them at any time. */
  readonly policies: Policies;
  /** Token requests that reached the grant, in order. */
  readonly exchanges: readonly Exchange[];
  /** Requests to a path so far, refused ones included. */
  count(path: string): number;
  /** Ends every access token given out so far. */
  expireAccessTokens(): void;
  /** Ends every token given out so far, refresh tokens included. */
  revokeAll(): void;
  close(): Promise<void>;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export async function startIdp(): Promise<Idp> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const storage = createTokenStorage();
  const parts: IdpParts = { apps: createApps(), user: createUser(), policies: defaultPolicies(), storage };
  const exchanges: Exchange[] = [];
  const counts = new Map<string, number>();
  const listener = createListener(url, parts, exchanges);
  server.on("request", (request, response) => {
    const { pathname } = new URL(request.url ?? "/", url);
    counts.set(pathname, (counts.get(pathname) ?? 0) + 1);
    listener(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });

  return {
    url,
    ...parts,
    exchanges,
    count: (path) => counts.get(path) ?? 0,
    expireAccessTokens: storage.expireAccessTokens,
    revokeAll: storage.revokeAll,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function createListener(url: string, parts: IdpParts, exchanges: Exchange[]): Listener {
  const provider = new Provider(url, configuration(parts));
  registerPasswordGrant(provider, parts);
  answerAsSalesforce(provider, parts, exchanges);
  const api = createApiRoutes(provider, parts);
  const oauth = provider.callback();
  const inTurn = oneAtATime();
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", url);
    if (api.has(pathname)) return api.answer(pathname, request, response);
    if (pathname.startsWith("/login/")) return showLoginPages(provider, parts, request, response);
    if (pathname !== PATHS.token) return oauth(request, response);
    if (await answeredByPolicy(parts.policies, response)) return;
    await inTurn(() => oauth(request, response));
  };
}

/** The token endpoint's moods, before any grant is looked at. */
async function answeredByPolicy(policies: Policies, response: ServerResponse): Promise<boolean> {
  if (policies.delayMs > 0) await sleep(policies.delayMs, undefined, { ref: false });
  if (policies.htmlStatus !== undefined) {
    response.writeHead(policies.htmlStatus, { "content-type": "text/html;charset=UTF-8" });
    response.end("<html><body>We are down for maintenance</body></html>");
  } else if (policies.movedTo !== undefined) {
    response.writeHead(302, { location: policies.movedTo + PATHS.token }).end();
  } else if (policies.refuse !== undefined) {
    sendJson(response, 400, { error: policies.refuse.error, error_description: policies.refuse.description });
  } else {
    return false;
  }
  return true;
}

/** In-memory steps of oidc-provider interleave; Salesforce's refresh tokens can be used once, however close. */
function oneAtATime() {
  let last: Promise<void> = Promise.resolve();
  return (work: () => Promise<void>): Promise<void> => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
}
