import type { CallOptions } from "../../http/call-options.js";
import { operation } from "../../http/operation.js";
import { type Connection, createConnection } from "./bayeux/connection.js";
import { createPost } from "./bayeux/post.js";
import { channelName } from "./channel-name.js";
import type { EventParts } from "./event-parts.js";
import type { EventSchema, EventSubscription, SubscribeOptions } from "./events.js";
import { type ReadEvent, readEvent } from "./read-event.js";
import { subscribeSettings } from "./subscribe-settings.js";
import { createSubscription } from "./subscription.js";

/** The subscriptions of a client. */
export interface EventMethods {
  /** @throws SettingsError where an argument cannot be */
  subscribe(channel: unknown, options: SubscribeOptions): EventSubscription<ReadEvent>;
  schema(event: string, options?: CallOptions): Promise<EventSchema>;
}

export function eventsOf(parts: EventParts): EventMethods {
  const connectionFor = createConnections(parts);
  return {
    subscribe(channel, options) {
      const name = channelName(channel);
      return createSubscription({
        name,
        settings: subscribeSettings(options),
        decode: (message) => readEvent(message, name, parts.revive),
        connect(reader) {
          const connection = connectionFor(reader.topic);
          connection.read(reader);
          return { leave: () => connection.leave(reader), drained: () => connection.drained() };
        },
      });
    },
    schema: async (event, options) => parts.send(eventSchema(event), options),
  };
}

/** One connection for all, and another one where a channel is read by several: each has its own place in it. */
function createConnections(parts: EventParts): (topic: string) => Connection {
  const { handler, send, apiVersion, headers, hints } = parts;
  const connections = new Set<Connection>();
  const renew = async (signal: AbortSignal): Promise<void> => {
    // Any call of the REST API renews a session that has ended; the streaming server only says that it has.
    await send(operation("get", "/", {}), { signal });
  };
  return (topic) => {
    for (const connection of connections) {
      if (connection.takes(topic)) return connection;
      if (connection.hasEnded()) connections.delete(connection);
    }
    const post = createPost(handler, `/cometd/${apiVersion}`, { apiVersion, headers, hints });
    const connection = createConnection({ post, renew });
    connections.add(connection);
    return connection;
  };
}

/** `GET /sobjects/{event}/eventSchema`. */
function eventSchema(event: string) {
  const query = { payloadFormat: "COMPACT" } as const;
  return operation("get", "/sobjects/{event}/eventSchema", { path: { event }, query });
}
