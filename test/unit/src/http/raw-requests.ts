import { type ConnectOptions, clientCredentials, custom } from "orgtype";
import { nodeTransport } from "orgtype/node";
import {
  type NodeServer,
  type NodeServerOptions,
  nodeServer,
  sendJson,
} from "../../../support/node-server.js";
import { CLIENT_SECRET, smallOrg } from "../../../support/small-org.js";

export const DATA = "/services/data/v66.0";
export const HELLO = "/services/apexrest/hello";
export const same = (error: unknown) => error;

export type Answer = NodeServerOptions["answer"];
export type Sent = Parameters<Answer>[1];

const servers: NodeServer[] = [];
/** Requests to the server of a test, in order. */
export const sent: Sent[] = [];
const transports: { close(): void }[] = [];

/** What each test leaves behind: for `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const transport of transports.splice(0)) transport.close();
  await Promise.all(servers.splice(0).map((server) => server.close()));
  sent.length = 0;
}

/** A server that is closed after the test. */
export async function opened(options: NodeServerOptions): Promise<NodeServer> {
  const server = await nodeServer(options);
  servers.push(server);
  return server;
}

/** Token requests to the servers of the test. */
export function logins(): number {
  return servers.reduce((count, server) => count + server.logins(), 0);
}

/** A client of a server on a real socket. */
export async function clientOf(answer: Answer, options: Partial<ConnectOptions> = {}) {
  const server = await opened({
    answer: (response, request) => {
      sent.push(request);
      answer(response, request);
    },
  });
  return smallOrg.createClient({
    environment: custom(server.url),
    auth: clientCredentials({ clientId: "key", clientSecret: CLIENT_SECRET }),
    retry: { firstDelayMs: 1 },
    ...options,
  });
}

export function ownTransport() {
  const transport = nodeTransport();
  transports.push(transport);
  return transport;
}

export const ok: Answer = (response) => sendJson(response, 200, { ok: true });
export const nothing: Answer = (response) => response.writeHead(204).end();
