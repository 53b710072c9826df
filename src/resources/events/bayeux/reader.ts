import type { BayeuxMessage } from "./message.js";

/** Who reads a channel of a connection. */
export interface ChannelReader {
  /** What is subscribed to. */
  readonly channel: string;
  /** The channel that messages name, without any filter. */
  readonly topic: string;
  /** Milliseconds without a connection after which the reader gives up. */
  readonly reconnectFor: number;
  /** Where to begin: -1 with new messages, -2 with all, or after the message of an id. */
  replayFrom(): number;
  /** The server took the subscription; from where it begins. */
  taken(replayFrom: number): void;
  receive(message: BayeuxMessage): void;
  /** Whether so many messages wait that no further ones should be asked for. */
  isFull(): boolean;
  /** Nothing more will come. A RefusedMessage says why the server ended it. */
  fail(error: unknown): void;
}
