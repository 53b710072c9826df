import { onAbort } from "../../async/on-abort.js";
import type { BayeuxMessage } from "./bayeux/message.js";
import type { ChannelReader } from "./bayeux/reader.js";
import { RefusedMessage } from "./bayeux/refused-message.js";
import type { ChannelName } from "./channel-name.js";
import type { EventSubscription } from "./events.js";
import { type ReadEvent, replayIdOf } from "./read-event.js";
import type { SubscribeSettings } from "./subscribe-settings.js";
import { subscriptionError } from "./subscription-error.js";

/** What a subscription is made with. */
export interface SubscriptionSetup {
  readonly name: ChannelName;
  readonly settings: SubscribeSettings;
  readonly decode: (message: BayeuxMessage) => Promise<ReadEvent>;
  /** Has messages given to a reader. */
  readonly connect: (reader: ChannelReader) => ReaderConnection;
}

export interface ReaderConnection {
  leave(): Promise<void>;
  /** The reader has room again. */
  drained(): void;
}

/** Keeps the messages of one channel until they are asked for. */
export function createSubscription(setup: SubscriptionSetup): EventSubscription<ReadEvent> {
  return new Subscription(setup);
}

class Subscription implements EventSubscription<ReadEvent>, ChannelReader {
  readonly channel: string;
  readonly topic: string;
  readonly reconnectFor: number;
  readonly #setup: SubscriptionSetup;
  readonly #waiting: BayeuxMessage[] = [];
  readonly #opening = deferred();
  #connection: ReaderConnection | undefined;
  #releaseSignal: (() => void) | undefined;
  /** Tells those who wait that something has changed. */
  #wake: (() => void) | undefined;
  #isOpen = false;
  #isOver = false;
  /** Why no further messages come. It is thrown once. */
  #failure: { readonly error: unknown } | undefined;
  #received: number | undefined;
  #handedOver: number | undefined;
  /** The last of the calls of `next`, which take their turns. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(setup: SubscriptionSetup) {
    this.#setup = setup;
    this.channel = setup.name.channel;
    this.topic = setup.name.topic;
    this.reconnectFor = setup.settings.reconnectFor;
    // Those who do not ask whether it was opened learn of it from `next`.
    this.#opening.promise.catch(() => {});
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  opened(): Promise<void> {
    this.#start();
    return this.#opening.promise;
  }

  next(): Promise<IteratorResult<ReadEvent, undefined>> {
    this.#start();
    const result = this.#turn.then(() => this.#take());
    this.#turn = result.catch(() => {});
    return result;
  }

  async return(): Promise<IteratorResult<ReadEvent, undefined>> {
    this.#waiting.length = 0;
    await this.#finish(undefined);
    return { done: true, value: undefined };
  }

  checkpoint(): number | undefined {
    const { replayFrom } = this.#setup.settings;
    return this.#handedOver ?? (replayFrom >= 0 ? replayFrom : undefined);
  }

  replayFrom(): number {
    return this.#received ?? this.#setup.settings.replayFrom;
  }

  taken(replayFrom: number): void {
    this.#opening.resolve();
    const isAgain = this.#isOpen;
    this.#isOpen = true;
    if (!isAgain) return;
    const replayId = replayFrom >= 0 ? replayFrom : undefined;
    try {
      this.#setup.settings.onReconnect?.({ channel: this.channel, replayId, complete: replayFrom !== -1 });
    } catch {
      // To watch must not break what is watched.
    }
  }

  receive(message: BayeuxMessage): void {
    if (this.#isOver) return;
    this.#received = replayIdOf(message);
    this.#waiting.push(message);
    this.#wake?.();
  }

  isFull(): boolean {
    return this.#waiting.length >= this.#setup.settings.buffer;
  }

  fail(error: unknown): void {
    if (!(error instanceof RefusedMessage)) return void this.#finish({ error });
    const { channel } = this;
    const from = this.replayFrom();
    const replayId = from >= 0 ? from : undefined;
    void this.#finish({ error: subscriptionError({ channel, replayId, reason: error.reason }) });
  }

  #start(): void {
    if (this.#connection !== undefined || this.#isOver) return;
    const { signal } = this.#setup.settings;
    if (signal?.aborted) return void this.#finish({ error: signal.reason });
    this.#releaseSignal =
      signal &&
      onAbort(signal, () => {
        this.#waiting.length = 0;
        void this.#finish({ error: signal.reason });
      });
    this.#connection = this.#setup.connect(this);
  }

  async #take(): Promise<IteratorResult<ReadEvent, undefined>> {
    while (this.#waiting.length === 0 && !this.#isOver) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const message = this.#waiting.shift();
    if (message !== undefined) return { done: false, value: await this.#handOver(message) };
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure.error;
    return { done: true, value: undefined };
  }

  async #handOver(message: BayeuxMessage): Promise<ReadEvent> {
    this.#connection?.drained();
    try {
      const event = await this.#setup.decode(message);
      this.#handedOver = event.replayId;
      return event;
    } catch (error) {
      // Loops do not end what has thrown.
      await this.return();
      throw error;
    }
  }

  async #finish(failure: { readonly error: unknown } | undefined): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#failure = failure;
    this.#releaseSignal?.();
    if (failure === undefined) this.#opening.resolve();
    else this.#opening.reject(failure.error);
    this.#wake?.();
    await this.#connection?.leave();
  }
}

interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

function deferred(): Deferred {
  let settle: Omit<Deferred, "promise"> | undefined;
  const promise = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, resolve: () => settle?.resolve(), reject: (error) => settle?.reject(error) };
}
