/** Those who are told of a signal: its one listener of ours. */
class Hearers extends Set<() => void> {
  handleEvent(): void {
    for (const tell of this) tell();
  }
}

const hearersOf = new WeakMap<AbortSignal, Hearers>();

/**
 * Has a function called when a signal aborts; gives one that takes it back. However many calls a signal is for, it has
 * one listener of ours: Node warns of more than ten.
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  const hearers = hearersOf.get(signal) ?? new Hearers();
  hearersOf.set(signal, hearers.add(listener));
  // What listens already is not added again.
  signal.addEventListener("abort", hearers);
  return () => {
    hearers.delete(listener);
    // Node keeps some signals for as long as they are listened to.
    if (hearers.size === 0) signal.removeEventListener("abort", hearers);
  };
}
