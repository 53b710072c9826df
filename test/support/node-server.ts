import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tokenAnswer } from "./fake-org.js";

export interface NodeServer {
  readonly url: string;
  /** Requests but for those of tokens, as `GET /services/data`. */
  readonly requests: string[];
  /** Token requests so far. */
  logins(): number;
  close(): Promise<void>;
}

export interface NodeServerOptions {
  /** Answers everything but token requests; `token` is what the request carried. */
  answer: (
    response: ServerResponse,
    request: {
      token: string;
      count: number;
      path: string;
      method: string;
      headers: IncomingHttpHeaders;
      body: Buffer;
    },
  ) => void;
  /** Answers the given token request; by default with `token-1`, `token-2`, …. */
  login?: (response: ServerResponse, count: number) => void;
}

/** An org's host on a real socket. */
export async function nodeServer({ answer, login }: NodeServerOptions): Promise<NodeServer> {
  const requests: string[] = [];
  let logins = 0;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const path = request.url ?? "";
      if (path === "/services/oauth2/token") {
        logins++;
        return login ? login(response, logins) : sendJson(response, 200, tokenAnswer(`token-${logins}`, url));
      }
      const method = request.method ?? "";
      requests.push(`${method} ${path}`);
      const token = request.headers.authorization?.replace("Bearer ", "") ?? "";
      const { headers } = request;
      const body = Buffer.concat(pieces);
      answer(response, { token, count: requests.length, path, method, headers, body });
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    logins: () => logins,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { "content-type": "application/json;charset=UTF-8", ...headers });
  response.end(JSON.stringify(body));
}

export function sendSessionEnded(response: ServerResponse): void {
  sendJson(response, 401, [{ message: "Session expired or invalid", errorCode: "INVALID_SESSION_ID" }]);
}
