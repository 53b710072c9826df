import { changeChannel } from "../events/change-capture.js";
import type { OrgContext } from "../org-context.js";
import { accepted, type BayeuxMessage, denied, type Reply, refused } from "./bayeux-message.js";
import type { StreamingClient } from "./streaming-clients.js";

export const ALL_CHANGES = "/data/ChangeEvents";
const ONLY_NEW = -1;
const ALL = -2;

/** `/meta/subscribe`: from now on, or from where the replay extension says. */
export function subscribe(message: BayeuxMessage, client: StreamingClient, context: OrgContext): Reply {
  const { subscription: channel } = message;
  if (typeof channel !== "string" || channel === "")
    return refused(message, "400::Channel name not specified");
  if (!channel.startsWith("/")) {
    return refused(message, "400::Channel subscriptions must start with a leading '/'");
  }
  if (!isChannel(channel, context.as(client.userId))) {
    const reason = `400::The channel you requested to subscribe to does not exist {${channel}}`;
    return denied(message, reason, "403:denied_by_security_policy:create_denied", { subscription: channel });
  }
  const position = positionOf(message, channel, context);
  if (typeof position === "string") return refused(message, position, { subscription: channel });
  client.subscriptions.set(channel, position);
  return accepted(message, { clientId: client.id, subscription: channel });
}

/** `/meta/unsubscribe`. */
export function unsubscribe(message: BayeuxMessage, client: StreamingClient): Reply {
  const { subscription } = message;
  client.subscriptions.delete(String(subscription));
  return accepted(message, { clientId: client.id, subscription });
}

/** Whether there is such a channel, for the user: that of a platform event, or of changes. */
function isChannel(channel: string, { catalog }: OrgContext): boolean {
  if (channel === ALL_CHANGES) return true;
  return catalog.objects.some(({ name }) =>
    name.endsWith("__e") ? channel === `/event/${name}` : channel === changeChannel(name),
  );
}

/** The replay id up to which nothing is asked for; a refusal where it cannot be. */
function positionOf({ ext }: BayeuxMessage, channel: string, { events, streaming }: OrgContext) {
  const positions = ext?.replay;
  if (typeof positions !== "object" || positions === null) return events.lastReplayId;
  const position = (positions as Readonly<Record<string, unknown>>)[channel];
  if (position === undefined) {
    const map = JSON.stringify(positions);
    return `400::The replayId for channel {${channel}} wasn't found using the provided replay ID map {${map}}. Ensure that the channel name you provided in the replay map is valid and matches the channel name used for subscribing.`;
  }
  const oldest = streaming.oldest(events);
  if (position === ONLY_NEW) return events.lastReplayId;
  if (position === ALL) return oldest - 1;
  if (typeof position === "number" && position >= oldest && position <= events.lastReplayId) return position;
  return `400::The replayId {${String(position)}} you provided was invalid.  Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.`;
}
