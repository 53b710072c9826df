import type { ObjectInfo } from "../catalog/object-info.js";
import { md5 } from "../dml/md5.js";
import type { StreamedMessage } from "../events/event-log.js";
import type { OrgContext } from "../org-context.js";
import type { Reply } from "./bayeux-message.js";
import type { StreamingClient } from "./streaming-clients.js";
import { ALL_CHANGES } from "./subscribe.js";

/** What a client was not told yet, in the order it happened. It counts as told. */
export function takeMessages(client: StreamingClient, context: OrgContext): Reply[] {
  const { events, streaming } = context;
  const oldest = streaming.oldest(events);
  const { catalog } = context.as(client.userId);
  const told: Reply[] = [];
  for (const message of events.messages) {
    const object = message.replayId >= oldest ? catalog.find(message.object) : undefined;
    if (object === undefined) continue;
    for (const [channel, position] of client.subscriptions) {
      if (message.replayId <= position || !carries(channel, message)) continue;
      told.push({ data: dataOf(message, object), channel });
    }
  }
  for (const channel of client.subscriptions.keys()) client.subscriptions.set(channel, events.lastReplayId);
  if (told.length > 0) context.limits.spend("DailyDeliveredPlatformEvents", told.length);
  return told;
}

function carries(channel: string, message: StreamedMessage): boolean {
  return channel === message.channel || (channel === ALL_CHANGES && message.channel.startsWith("/data/"));
}

function dataOf({ payload, replayId, uuid, channel }: StreamedMessage, object: ObjectInfo): Reply {
  const event = channel.startsWith("/event/") ? { EventUuid: uuid, replayId } : { replayId };
  return { schema: schemaId(object), payload: seen(payload, object), event };
}

/** The fields the user may see. Names and addresses as a whole are among the fields of the object. */
function seen(payload: StreamedMessage["payload"], object: ObjectInfo): Reply {
  return Object.fromEntries(
    Object.entries(payload).filter(
      ([name]) => name === "ChangeEventHeader" || object.field(name) !== undefined,
    ),
  );
}

/** The same for the same fields. */
export function schemaId(object: ObjectInfo): string {
  const text = JSON.stringify([object.name, object.fields.map(({ name, type }) => [name, type])]);
  const hex = md5(new TextEncoder().encode(text));
  const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
