import { backOffMs } from "../../../async/back-off.js";
import { sleep } from "../../../async/sleep.js";
import { isOrgtypeError } from "../../../errors.js";
import type { Advice, BayeuxMessage } from "./message.js";
import type { Post } from "./post.js";
import type { ChannelReader } from "./reader.js";
import { RefusedMessage } from "./refused-message.js";

/** One client of the server, and the loop that asks for messages, for all channels that are read by it. */
export interface Connection {
  /** Whether it takes a reader of a topic: one that has ended, or reads the topic already, does not. */
  takes(topic: string): boolean;
  hasEnded(): boolean;
  read(reader: ChannelReader): void;
  /** Unsubscribes; disconnects where it was the last reader. Never throws. */
  leave(reader: ChannelReader): Promise<void>;
  /** A reader that was full has room again. */
  drained(): void;
}

export interface ConnectionSetup {
  readonly post: Post;
  /** Gets another token in the place of one that ended. */
  readonly renew: (signal: AbortSignal) => Promise<void>;
}

/** How long the server may take beyond what it said, in milliseconds. */
const SLACK_MS = 20_000;
/** How long the server holds a connect before it said how long: Salesforce's own, in milliseconds. */
const USUAL_HOLD_MS = 110_000;
/** How long to wait for an answer to a farewell, in milliseconds. */
const FAREWELL_MS = 5_000;
const BACK_OFF = { firstDelayMs: 250, maxDelayMs: 30_000 };

/** How often a subscription is tried that was never taken, where the server just forgets the client. */
const MOST_ATTEMPTS = 4;

/** What came of a handshake. Another one gives another, whatever its id. */
interface BayeuxClient {
  readonly clientId: string;
}

/** A reader, the client it was subscribed by, and whether the server ever took it. */
interface Entry {
  readonly reader: ChannelReader;
  subscribedBy?: BayeuxClient | undefined;
  isOpen: boolean;
}

export function createConnection(setup: ConnectionSetup): Connection {
  return new BayeuxConnection(setup);
}

class BayeuxConnection implements Connection {
  readonly #post: Post;
  readonly #renew: ConnectionSetup["renew"];
  readonly #entries = new Map<string, Entry>();
  /** Topics whose unsubscribe is under way: to subscribe to them now could overtake it. */
  readonly #leaving = new Set<string>();
  /** Aborted when the last reader has left. */
  readonly #end = new AbortController();
  /** Ends the connect that is held, to begin anew. */
  #held: AbortController | undefined;
  #client: BayeuxClient | undefined;
  #advice: Advice = {};
  #isRunning = false;
  /** Whether the session was renewed since the last time all went well. */
  #isRenewed = false;
  #room: (() => void) | undefined;

  constructor({ post, renew }: ConnectionSetup) {
    this.#post = post;
    this.#renew = renew;
  }

  takes(topic: string): boolean {
    return !this.#end.signal.aborted && !this.#entries.has(topic) && !this.#leaving.has(topic);
  }

  hasEnded(): boolean {
    return this.#end.signal.aborted;
  }

  read(reader: ChannelReader): void {
    const entry: Entry = { reader, isOpen: false };
    this.#entries.set(reader.topic, entry);
    if (!this.#isRunning) {
      this.#isRunning = true;
      void this.#run();
    } else if (this.#client !== undefined) {
      // What goes wrong here, the loop looks after: it begins anew.
      this.#subscribe(entry, this.#client).catch(() => this.#restart());
    }
  }

  async leave({ topic, channel }: ChannelReader): Promise<void> {
    const entry = this.#entries.get(topic);
    if (entry === undefined) return;
    this.#entries.delete(topic);
    this.drained();
    const client = this.#client;
    const isLast = this.#entries.size === 0;
    if (isLast) this.#end.abort(ENDED);
    if (isLast) this.#held?.abort(ENDED);
    if (client === undefined) return;
    const farewell = isLast
      ? { channel: "/meta/disconnect", ...client }
      : { channel: "/meta/unsubscribe", ...client, subscription: channel };
    // The server forgets those who say nothing, too.
    this.#leaving.add(topic);
    const answers = await this.#post(farewell, { timeoutMs: FAREWELL_MS }).catch(() => []);
    this.#leaving.delete(topic);
    this.#dispatch(answers);
  }

  drained(): void {
    this.#room?.();
  }

  async #run(): Promise<void> {
    let failures = 0;
    let downSince: number | undefined;
    const { signal } = this.#end;
    while (!signal.aborted) {
      try {
        await this.#connect();
        failures = 0;
        downSince = undefined;
      } catch (error) {
        if (signal.aborted) return;
        this.#client = undefined;
        downSince ??= Date.now();
        await this.#recover(error, failures, downSince);
        failures += 1;
      }
    }
  }

  /** Asks for messages once, as the client that is known, or as another one. */
  async #connect(): Promise<void> {
    const { signal } = this.#end;
    this.#client ??= await this.#handshake();
    const client = this.#client;
    await Promise.all([...this.#entries.values()].map((entry) => this.#subscribe(entry, client)));
    await this.#roomForMore();
    if (this.#client !== client || signal.aborted) return;
    const { timeout = USUAL_HOLD_MS } = this.#advice;
    this.#held = new AbortController();
    const request = { channel: "/meta/connect", ...client, connectionType: "long-polling" };
    const answers = await this.#post(request, {
      signal: this.#held.signal,
      timeoutMs: timeout + SLACK_MS,
      isHeld: true,
    });
    this.#dispatch(answers);
    this.#accept(answers, "/meta/connect");
    this.#isRenewed = false;
    await sleep(this.#advice.interval ?? 0, signal);
  }

  async #handshake(): Promise<BayeuxClient> {
    const request = {
      channel: "/meta/handshake",
      version: "1.0",
      minimumVersion: "1.0",
      supportedConnectionTypes: ["long-polling"],
    };
    const answers = await this.#post(request, { signal: this.#end.signal, repeatable: true });
    const { clientId } = this.#accept(answers, "/meta/handshake");
    if (clientId === undefined) throw new RefusedMessage({ channel: "/meta/handshake" });
    return { clientId };
  }

  /** Subscribes a reader with a client, unless it was. Where the server refuses the reader, it fails alone. */
  async #subscribe(entry: Entry, client: BayeuxClient): Promise<void> {
    if (entry.subscribedBy === client) return;
    entry.subscribedBy = client;
    const { reader } = entry;
    const replayFrom = reader.replayFrom();
    const ext = { replay: { [reader.topic]: replayFrom } };
    const request = { channel: "/meta/subscribe", ...client, subscription: reader.channel, ext };
    try {
      const answers = await this.#post(request, { signal: this.#end.signal });
      this.#accept(answers, "/meta/subscribe");
      entry.isOpen = true;
      if (this.#entries.get(reader.topic) === entry) reader.taken(replayFrom);
      this.#dispatch(answers);
    } catch (error) {
      if (!(error instanceof RefusedMessage && error.remedy === "none")) throw error;
      this.#drop(entry, error);
    }
  }

  /** The answer to a message. Throws RefusedMessage where it says no. */
  #accept(answers: readonly BayeuxMessage[], channel: string): BayeuxMessage {
    const answer = answers.find((message) => message.channel === channel);
    if (answer === undefined) throw new RefusedMessage({ channel, advice: { reconnect: "retry" } });
    this.#advice = { ...this.#advice, ...answer.advice };
    if (answer.successful !== true) throw new RefusedMessage(answer);
    return answer;
  }

  #dispatch(answers: readonly BayeuxMessage[]): void {
    for (const message of answers) {
      if (message.data === undefined) continue;
      const reader =
        this.#entries.get(message.channel)?.reader ??
        [...this.#entries.values()].find(({ reader: { channel } }) => channel === message.channel)?.reader;
      reader?.receive(message);
    }
  }

  /** Does what a failure asks for, and waits. Readers fail where nothing helps, or it took too long. */
  async #recover(error: unknown, failures: number, downSince: number): Promise<void> {
    const { signal } = this.#end;
    try {
      if (!(await this.#mayHelp(error))) return this.#dropAll(error);
    } catch (cause) {
      if (!signal.aborted && !passes(cause)) this.#dropAll(cause);
    }
    // To be forgotten, or to need another token, is no outage.
    const isOutage = error !== RESTART && !(error instanceof RefusedMessage && error.remedy !== "wait");
    const downFor = Date.now() - downSince;
    for (const entry of this.#entries.values()) {
      const isLate = downFor >= entry.reader.reconnectFor && (isOutage || failures > 0);
      const isHopeless = !entry.isOpen && (isOutage || failures >= MOST_ATTEMPTS);
      if (isLate || isHopeless) this.#drop(entry, error);
    }
    const delayMs = failures === 0 && !isOutage ? 0 : backOffMs(BACK_OFF, failures);
    await sleep(Math.max(delayMs, this.#advice.interval ?? 0), signal).catch(() => {});
  }

  /** Whether another attempt may go well; a session that ended is renewed for it. */
  async #mayHelp(error: unknown): Promise<boolean> {
    if (error === RESTART) return true;
    const isEnded = error instanceof RefusedMessage && error.remedy === "renew";
    if (!isEnded && !isOrgtypeError(error, "SessionExpiredError")) return passes(error);
    if (this.#isRenewed) return false;
    this.#isRenewed = true;
    await this.#renew(this.#end.signal);
    return true;
  }

  #dropAll(error: unknown): void {
    for (const entry of this.#entries.values()) this.#drop(entry, error);
  }

  #drop(entry: Entry, error: unknown): void {
    const { reader } = entry;
    if (this.#entries.get(reader.topic) !== entry) return;
    reader.fail(error);
    void this.leave(reader);
  }

  #restart(): void {
    this.#client = undefined;
    this.#held?.abort(RESTART);
    this.drained();
  }

  async #roomForMore(): Promise<void> {
    while ([...this.#entries.values()].some(({ reader }) => reader.isFull())) {
      await new Promise<void>((resolve) => {
        this.#room = resolve;
      });
    }
    this.#room = undefined;
  }
}

/** Why requests were ended on purpose. */
const ENDED = new Error("All subscriptions have ended.");
const RESTART = new Error("The connection begins anew.");

/** Whether an error may be gone when the same is tried again. */
function passes(error: unknown): boolean {
  if (error instanceof RefusedMessage) return error.remedy !== "none";
  if (isOrgtypeError(error, "ApiError")) return (error.status ?? 0) >= 500 || error.status === 429;
  const names = ["ConnectionError", "TimeoutError", "DecodeError"] as const;
  return names.some((name) => isOrgtypeError(error, name));
}
