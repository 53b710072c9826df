import type { CallOptions } from "../../http/call-options.js";
import type { ChannelOf, EventOf, PlatformEventName } from "../../schema/events.js";

/** Where in a stream to begin: only with what is new, with all the org still has, or after an event. */
export type Replay = "new" | "all" | number;

/** How to subscribe. */
export interface SubscribeOptions {
  /**
   * `"new"` gives events from now on, `"all"` those the org still has first (72 hours of most), and a replay id those
   * that came after its event: `checkpoint()` of an earlier subscription. Default: `"new"`.
   */
  replay?: Replay | undefined;
  /** Ends the subscription: whoever waits for an event then gets `signal.reason`. */
  signal?: AbortSignal | undefined;
  /**
   * Events that may wait for the reader, and those of one more answer, before no further ones are asked for.
   * All subscriptions of a client share one connection, and wait with the slowest. Default: 1,000.
   */
  buffer?: number | undefined;
  /**
   * Milliseconds without a connection after which the subscription ends with the error of the last attempt;
   * `Infinity` to go on for ever. Default: 300,000.
   */
  reconnectFor?: number | undefined;
  /** Called when the subscription went on after its connection was lost. */
  onReconnect?: ((reconnection: Reconnection) => void) | undefined;
}

/** How a subscription went on. */
export interface Reconnection {
  readonly channel: string;
  /** The event after which it went on; undefined where none had come before. */
  readonly replayId: number | undefined;
  /**
   * Whether nothing can be missing. False where no event had come yet since it began with what is new: nobody knows
   * what was published in the meantime.
   */
  readonly complete: boolean;
}

/** Events as they come, to be read with `for await`. To leave the loop ends the subscription. */
export interface EventSubscription<E> extends AsyncIterable<E> {
  /** The next event; waits until there is one. */
  next(): Promise<IteratorResult<E, undefined>>;
  /** Ends the subscription. Never throws. */
  return(): Promise<IteratorResult<E, undefined>>;
  /**
   * Resolves when Salesforce has taken the subscription: what is published from then on arrives. It begins with the
   * first `opened()` or `next()`.
   *
   * @throws SubscriptionError where it was refused, and what calls throw
   */
  opened(): Promise<void>;
  /**
   * The replay id of the last event that was handed over, for the `replay` of a later subscription, in another process
   * as well; before the first event the replay id that was given, or undefined.
   */
  checkpoint(): number | undefined;
}

/** What the schema of an event says: an Avro record. */
export interface EventSchema {
  /** API name of the event. */
  readonly name: string;
  readonly namespace: string;
  readonly type: string;
  readonly fields: readonly EventSchemaField[];
  /** What `schema` of an event names. */
  readonly uuid: string;
}

export interface EventSchemaField {
  readonly name: string;
  readonly type: unknown;
  /** What it is in the org, as `Data:Text:00N…`. */
  readonly doc?: string;
  readonly default?: unknown;
}

/** Streamed events: platform events, changes of records, PushTopics. Salesforce's Streaming API. */
export interface Events<S> {
  /**
   * Events of a channel as they come. Nothing is sent before the first event is asked for. Reading goes on after
   * breaks: a new connection begins after the last event that came. Publish by `sf.Order__e.create`.
   * `POST /cometd/{version}`.
   *
   * @param channel `"/event/Order__e"` or the event's name, `"/data/AccountChangeEvent"`, `"/data/ChangeEvents"`,
   * `"/topic/…"` or `"/u/…"`
   * @throws SubscriptionError from `next` and `opened`, where Salesforce refuses the subscription or the connection;
   * SettingsError where an argument cannot be; ConnectionError and TimeoutError after `reconnectFor`
   *
   * @example
   * for await (const { fields, replayId } of sf.events.subscribe("/event/Order__e", { replay: "all" })) {
   *   console.log(fields.Number__c, replayId);
   * }
   */
  subscribe<const T = string>(
    channel: ChannelOf<S, T>,
    options?: SubscribeOptions,
  ): EventSubscription<EventOf<S, T>>;

  /**
   * The schema of a platform event. `GET /sobjects/{event}/eventSchema`.
   *
   * @throws NotFoundError where there is no such event
   */
  schema(
    event: [PlatformEventName<S>] extends [never] ? string : PlatformEventName<S> | (string & {}),
    options?: CallOptions,
  ): Promise<EventSchema>;
}
