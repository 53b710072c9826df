/** A platform event that was published. */
export interface PublishedEvent {
  /** API name of the event, such as `Order_Placed__e`. */
  readonly type: string;
  readonly id: string;
  /** The `EventUuid` subscribers see. */
  readonly uuid: string;
  /** Grows by one with each event of the org. */
  readonly replayId: number;
  /** The event's own fields, defaults included; null where they are empty. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly createdDate: string;
  readonly createdById: string;
}

export interface EventLog {
  readonly events: readonly PublishedEvent[];
  add(event: Omit<PublishedEvent, "replayId">): void;
  /** Forgets the events after the first so many. */
  truncate(count: number): void;
}

export function createEventLog(): EventLog {
  const events: PublishedEvent[] = [];
  return {
    events,
    add: (event) => events.push({ ...event, replayId: events.length + 1 }),
    truncate: (count) => {
      events.length = Math.min(events.length, count);
    },
  };
}
