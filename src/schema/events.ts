import type { Id, OpenPicklist } from "./brand.js";
import type { Fields, ObjectName } from "./schema.js";

/** Platform events that Salesforce brings along are told by their names. */
type StandardEventName = `${string}Event` | `${string}EventStream`;

/** The platform events among the objects of a client. */
export type PlatformEventName<S> = Exclude<
  Extract<ObjectName<S>, `${string}__e` | StandardEventName>,
  "Event" | `${string}ChangeEvent`
>;

/** The channel of an object's changes: `/data/AccountChangeEvent`, `/data/Invoice__ChangeEvent`. */
type ChangeChannel<N extends string> = N extends `${infer Base}__c`
  ? `/data/${Base}__ChangeEvent`
  : N extends `${string}__${string}` | StandardEventName
    ? never
    : `/data/${N}ChangeEvent`;

/** The object whose changes a channel tells of. */
type ChangedObject<Event extends string> = Event extends `${infer Base}__ChangeEvent`
  ? `${Base}__c`
  : Event extends `${infer N}ChangeEvent`
    ? N
    : never;

/** Channels whose names say nothing of what they carry: of the org's own, of PushTopics and of generic streaming. */
type OwnChannel = `/event/${string}__chn` | `/data/${string}__chn` | `/topic/${string}` | `/u/${string}`;

/** What can be subscribed to: any channel where no object is known. */
export type EventChannel<S> = [ObjectName<S>] extends [never]
  ? `/${string}` | `${string}__e`
  :
      | `/event/${PlatformEventName<S>}`
      | PlatformEventName<S>
      | ChangeChannel<ObjectName<S>>
      | "/data/ChangeEvents"
      | OwnChannel;

/** A channel that is known, and any where `T` is no name but the fields of its events. */
export type ChannelOf<S, T> = T extends string
  ? T extends EventChannel<S>
    ? T
    : EventChannel<S>
  : `/event/${string}` | `${string}__e`;

/** What comes of a channel. */
export type EventOf<S, T> = T extends string
  ? T extends "/data/ChangeEvents" | `/data/${string}__chn`
    ? AnyChangeEvent<S>
    : T extends `/data/${infer Event}`
      ? ChangeEvent<S, ChangedObject<Event>>
      : T extends `/topic/${string}` | `/u/${string}`
        ? StreamedEvent
        : PlatformEvent<EventFields<S, T extends `/event/${infer N}` ? N : T>>
  : PlatformEvent<T>;

type EventFields<S, N> = N extends keyof S & string ? Fields<S, N> : Readonly<Record<string, unknown>>;

/** What every event has. */
export interface StreamedEvent {
  /** As the server names it: `/event/Order__e`. */
  readonly channel: string;
  /** The event's place in the stream: a subscription with it as `replay` gives what came after. */
  readonly replayId: number;
  /** What the server sent, as it is on the wire. */
  readonly raw: unknown;
}

/** A platform event that was published. */
export interface PlatformEvent<EventFields> extends StreamedEvent {
  /** The fields of the event, `CreatedDate` and `CreatedById` included. */
  readonly fields: EventFields;
}

/** A change of one record, or the same change of several. */
export interface ChangeEvent<S, N extends string> extends StreamedEvent {
  /** API name of the object. */
  readonly object: N;
  readonly header: ChangeEventHeader<N>;
  /**
   * The fields that were changed, null where they were emptied; all that are filled of a record that was created or
   * undeleted; none of one that was deleted. Parts of addresses and names are fields of their own, as in a row.
   */
  readonly fields: N extends keyof S ? Partial<Fields<S, N>> : Readonly<Record<string, unknown>>;
}

/** A change of a record of any object: `object` tells which. */
export type AnyChangeEvent<S> = [ObjectName<S>] extends [never]
  ? ChangeEvent<S, string>
  : { [N in ObjectName<S>]: [ChangeChannel<N>] extends [never] ? never : ChangeEvent<S, N> }[ObjectName<S>];

type ChangeKind = "CREATE" | "UPDATE" | "DELETE" | "UNDELETE";

/** What is said of a change: Salesforce's ChangeEventHeader. */
export interface ChangeEventHeader<N extends string = string> {
  readonly entityName: N;
  /** One id, or those of all records with the same change; `001*` where it could be any. */
  readonly recordIds: readonly Id<N>[];
  /** `GAP_…` tells of a change without its fields, `GAP_OVERFLOW` of more than could be told: read the records anew. */
  readonly changeType: OpenPicklist<ChangeKind | `GAP_${ChangeKind}` | "GAP_OVERFLOW">;
  /** The API and client that made it, such as `com/salesforce/api/rest/66.0;client=Astro`; empty for others. */
  readonly changeOrigin: string;
  /** The same for all changes of a transaction. */
  readonly transactionKey: string;
  /** The place within the transaction, from 1. */
  readonly sequenceNumber: number;
  /** Milliseconds since 1970. */
  readonly commitTimestamp: number;
  /** Grows with each transaction of the org. */
  readonly commitNumber: number;
  readonly commitUser: Id<"User">;
  /** Names of the fields an update changed, parts as `BillingAddress.City`; empty for other changes. */
  readonly changedFields?: readonly string[];
}
