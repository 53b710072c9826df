/** A platform event that was published. */
export interface PublishedEvent {
  /** API name of the event, such as `Order_Placed__e`. */
  readonly type: string;
  readonly id: string;
  /** The `EventUuid` subscribers see. */
  readonly uuid: string;
  /** Grows with each event of the org, changes of records included. */
  readonly replayId: number;
  /** The event's own fields, defaults included; null where they are empty. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly createdDate: string;
  readonly createdById: string;
}

/** What subscribers of a channel get. */
export interface StreamedMessage {
  readonly replayId: number;
  /** As `/event/Order_Placed__e` or `/data/AccountChangeEvent`. */
  readonly channel: string;
  /** The event, or the object that was changed. */
  readonly object: string;
  readonly uuid: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970, by the org's clock. */
  readonly publishedAt: number;
}

export interface EventLog {
  /** The platform events. */
  readonly events: readonly PublishedEvent[];
  /** Everything that is streamed, the oldest first. */
  readonly messages: readonly StreamedMessage[];
  /** The last replay id that was given. */
  readonly lastReplayId: number;
  /** Takes a message, and the platform event it tells of. Gives a function that takes them back. */
  add(message: Omit<StreamedMessage, "replayId">, event?: Omit<PublishedEvent, "replayId">): () => void;
  /** Has this called when there are new messages; gives a function that takes it back. */
  onAdded(listener: () => void): () => void;
  /** Forgets what came after a replay id. It is not given twice all the same. */
  truncate(replayId: number): void;
}

export function createEventLog(): EventLog {
  const events: PublishedEvent[] = [];
  const messages: StreamedMessage[] = [];
  const listeners = new Set<() => void>();
  let lastReplayId = 0;
  return {
    events,
    messages,
    get lastReplayId() {
      return lastReplayId;
    },
    add(message, event) {
      lastReplayId += 1;
      const replayId = lastReplayId;
      messages.push({ ...message, replayId });
      if (event !== undefined) events.push({ ...event, replayId });
      for (const tell of listeners) tell();
      return () => {
        remove(messages, replayId);
        remove(events, replayId);
      };
    },
    onAdded(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    truncate(replayId) {
      for (const list of [events, messages]) {
        const kept = list.findIndex((each) => each.replayId > replayId);
        if (kept >= 0) list.length = kept;
      }
    },
  };
}

function remove(list: { readonly replayId: number }[], replayId: number): void {
  const place = list.findLastIndex((each) => each.replayId === replayId);
  if (place >= 0) list.splice(place, 1);
}
