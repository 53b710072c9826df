import type { OrgContext } from "../org-context.js";
import { accepted, type BayeuxMessage, type Reply, refused } from "./bayeux-message.js";
import { takeMessages } from "./deliver.js";
import type { StreamingClient } from "./streaming-clients.js";

/** What ends a connect that is held. */
export interface Hold {
  /** Aborts when the caller has gone. */
  readonly signal: AbortSignal;
  /** Whether it may be held at all: not among other messages. */
  readonly isAllowed: boolean;
}

/** `/meta/connect`: answers when there is something to tell, or after a while. */
export async function connect(
  message: BayeuxMessage,
  client: StreamingClient,
  context: OrgContext,
  hold: Hold,
): Promise<Reply[]> {
  if (message.connectionType !== "long-polling") {
    return [refused(message, `400::Invalid connection type {${String(message.connectionType)}}`)];
  }
  const { timeoutMs } = context.streaming.options;
  // A client has one connect at a time: the later one is meant.
  client.release?.();
  const isFirst = !client.hasConnected;
  client.hasConnected = true;
  let messages = takeMessages(client, context);
  const isAtOnce = isFirst || !hold.isAllowed || message.advice?.timeout === 0;
  if (messages.length === 0 && !isAtOnce) {
    await somethingToTell(client, context, hold.signal, () => {
      messages = takeMessages(client, context);
      return messages.length > 0;
    });
  }
  client.lastSeen = context.now().getTime();
  const advice = { interval: 0, timeout: timeoutMs, reconnect: "retry" };
  return [...messages, accepted(message, { clientId: client.id, ...(isFirst && { advice }) })];
}

/** Resolves when `look` finds something, the time is up, another connect comes, or the caller has gone. */
function somethingToTell(
  client: StreamingClient,
  context: OrgContext,
  signal: AbortSignal,
  look: () => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const release = () => {
      clearTimeout(timer);
      forget();
      signal.removeEventListener("abort", release);
      if (client.release === release) client.release = undefined;
      resolve();
    };
    const timer = setTimeout(release, context.streaming.options.timeoutMs);
    const forget = context.events.onAdded(() => {
      // What is under way may yet be undone: it is over with the turn.
      queueMicrotask(() => {
        if (client.release === release && !signal.aborted && look()) release();
      });
    });
    signal.addEventListener("abort", release, { once: true });
    client.release = release;
    if (signal.aborted) release();
  });
}
