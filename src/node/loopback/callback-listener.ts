import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isOrgtypeError, SettingsError, type TokenSet } from "../../index.js";
import { type ResultPage, renderResultPage } from "./result-page.js";

/** Exchanges the URL that the browser came back to for tokens. */
type Exchange = (callbackUrl: string) => Promise<TokenSet>;

/** Waits on this machine for the browser to come back. */
export interface CallbackListener {
  /** Where the browser has to come back to. */
  readonly redirectUri: string;
  /** Takes the one callback of the login with that state, and shows how its exchange ended. */
  receive(state: string, exchange: Exchange, signal: AbortSignal): Promise<TokenSet>;
  close(): void;
}

const pages = {
  done: { status: 200, title: "You are logged in", text: "You can close this window." },
  over: { status: 410, title: "This login is over", text: "Start a new one where you started this one." },
  foreign: {
    status: 400,
    title: "This is another login",
    text: "This page waits for the login that was started last. Nothing was changed.",
  },
} satisfies Record<string, ResultPage>;

/**
 * Listens on the loopback interface, at the port of the redirect URI; port 0 takes a free one.
 *
 * @throws SettingsError where the port is taken
 */
export async function listenForCallback(redirectUri: URL): Promise<CallbackListener> {
  const server = createServer({ keepAlive: false });
  const target = new URL(redirectUri);
  server.listen(Number(target.port || 80), target.hostname === "[::1]" ? "::1" : "127.0.0.1");
  await once(server, "listening").catch((cause: NodeJS.ErrnoException) => {
    throw new SettingsError("settings.port", `Port ${target.port} of this machine: ${cause.code}.`, {
      hint: "Choose another port, and add its callback URL to the app.",
      cause,
    });
  });
  target.port = String((server.address() as AddressInfo).port);

  return {
    redirectUri: target.href,
    receive: (state, exchange, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
        let isTaken = false;
        server.on("request", (request, response) => {
          const url = callbackOf(request, target);
          if (url === undefined) return notFound(response);
          if (url.searchParams.get("state") !== state) return void show(response, pages.foreign);
          if (isTaken) return void show(response, pages.over);
          isTaken = true;
          exchange(url.href).then(
            (tokens) => show(response, pages.done).then(() => resolve(tokens)),
            (error) => show(response, failurePage(error)).then(() => reject(error)),
          );
        });
      }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The URL of a request for the callback; undefined for every other, such as one for an icon. */
function callbackOf({ method, url = "", headers }: IncomingMessage, target: URL): URL | undefined {
  // Another host is a page of the web that has its name lead here.
  if (method !== "GET" || headers.host !== target.host || !URL.canParse(url, target)) return undefined;
  const asked = new URL(url, target);
  return asked.host === target.host && asked.pathname === target.pathname ? asked : undefined;
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { "content-type": "text/plain; charset=utf-8", connection: "close" });
  response.end("Not found\n");
}

/** Resolves when the page is on its way, or nobody is there any more to read it. */
function show(response: ServerResponse, page: ResultPage): Promise<void> {
  response.writeHead(page.status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "cache-control": "no-store",
    // The address of the page holds the code.
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  return new Promise((done) => {
    response.once("close", done);
    response.end(renderResultPage(page));
  });
}

function failurePage(error: unknown): ResultPage {
  const text = error instanceof Error ? error.message : "The login failed.";
  const isDenied = isOrgtypeError(error, "AuthError") && error.oauthError === "access_denied";
  return { status: 400, title: isDenied ? "The login was denied" : "The login failed", text };
}
