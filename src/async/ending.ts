import { onAbort } from "./on-abort.js";

/**
 * Says when work is to end early. It is an AbortSignal only for those who ask for one: to make and to hear one costs
 * more than all else that is done for a request.
 */
export interface Ending {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  /** Has this called at the end; gives a function that takes it back. */
  onAbort(listener: () => void): () => void;
  /** The same as a signal. */
  readonly signal: AbortSignal;
}

/** What a transport has that takes an ending in the place of a signal, and where it then finds it. */
export const ENDING = Symbol.for("orgtype.ending");

/** An ending that its maker brings about. */
export function createEnding(): Ending & { abort(reason: unknown): void } {
  return new OwnEnding();
}

/** The ending that a signal tells of. */
export function endingOf(signal: AbortSignal): Ending {
  return new SignalEnding(signal);
}

class OwnEnding implements Ending {
  aborted = false;
  reason: unknown;
  #listeners: Set<() => void> | undefined;
  #controller: AbortController | undefined;

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    this.#controller?.abort(reason);
    for (const listener of this.#listeners ?? []) listener();
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  onAbort(listener: () => void): () => void {
    this.#listeners ??= new Set();
    this.#listeners.add(listener);
    return () => this.#listeners?.delete(listener);
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.aborted) this.#controller.abort(this.reason);
    }
    return this.#controller.signal;
  }
}

class SignalEnding implements Ending {
  readonly signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.signal = signal;
  }

  get aborted(): boolean {
    return this.signal.aborted;
  }

  get reason(): unknown {
    return this.signal.reason;
  }

  throwIfAborted(): void {
    this.signal.throwIfAborted();
  }

  onAbort(listener: () => void): () => void {
    return onAbort(this.signal, listener);
  }
}
