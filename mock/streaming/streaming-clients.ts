import type { EventLog } from "../events/event-log.js";

/** How the streaming server behaves. */
export interface StreamingOptions {
  /** Milliseconds a connect is held open where there is nothing to tell. Default: 110,000, as Salesforce's. */
  timeoutMs?: number;
  /** Milliseconds after its last connect that a client is forgotten, by the org's clock. Default: 40,000. */
  maxIntervalMs?: number;
  /** Milliseconds that events are kept, by the org's clock. Default: 72 hours. */
  retentionMs?: number;
}

/** A client of the streaming server, from its handshake on. */
export interface StreamingClient {
  readonly id: string;
  readonly userId: string;
  /** What its cookie must say. */
  readonly browserId: string;
  /** The replay id up to which each channel was delivered. */
  readonly subscriptions: Map<string, number>;
  /** Ends the connect that is held. */
  release: (() => void) | undefined;
  /** Milliseconds since 1970, by the org's clock. */
  lastSeen: number;
  hasConnected: boolean;
}

/** The clients that have shaken hands. */
export interface StreamingClients {
  readonly options: Required<Readonly<StreamingOptions>>;
  readonly count: number;
  add(userId: string, browserId: string): StreamingClient;
  /** A client that was heard of in time. */
  find(id: unknown): StreamingClient | undefined;
  remove(client: StreamingClient): void;
  /** The replay id of the oldest event that is still kept; one more than the last where there is none. */
  oldest(events: EventLog): number;
}

const HOUR_MS = 60 * 60 * 1000;

/** @throws TypeError where a time is no number */
export function createStreamingClients(options: StreamingOptions, now: () => Date): StreamingClients {
  const { timeoutMs = 110_000, maxIntervalMs = 40_000, retentionMs = 72 * HOUR_MS } = options;
  for (const [name, value] of Object.entries({ timeoutMs, maxIntervalMs, retentionMs })) {
    if (typeof value === "number" && value >= 0) continue;
    throw new TypeError(`streaming.${name}: give milliseconds from 0 on.`);
  }
  const clients = new Map<string, StreamingClient>();
  const isAlive = ({ release, lastSeen }: StreamingClient) =>
    release !== undefined || now().getTime() - lastSeen <= maxIntervalMs;
  const forgetTheLate = () => {
    for (const client of clients.values()) if (!isAlive(client)) clients.delete(client.id);
  };
  return {
    options: { timeoutMs, maxIntervalMs, retentionMs },
    get count() {
      forgetTheLate();
      return clients.size;
    },
    add(userId, browserId) {
      const client: StreamingClient = {
        id: crypto.randomUUID().replaceAll("-", ""),
        userId,
        browserId,
        subscriptions: new Map(),
        release: undefined,
        lastSeen: now().getTime(),
        hasConnected: false,
      };
      clients.set(client.id, client);
      return client;
    },
    find(id) {
      forgetTheLate();
      const client = typeof id === "string" ? clients.get(id) : undefined;
      if (client !== undefined) client.lastSeen = now().getTime();
      return client;
    },
    remove(client) {
      clients.delete(client.id);
      client.release?.();
    },
    oldest({ messages, lastReplayId }) {
      const since = now().getTime() - retentionMs;
      return messages.find(({ publishedAt }) => publishedAt >= since)?.replayId ?? lastReplayId + 1;
    },
  };
}
