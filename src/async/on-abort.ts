/** Those who are told of a signal, through its one listener of ours. */
interface Hearers {
  readonly told: Set<() => void>;
  readonly tell: () => void;
}

const hearersOf = new WeakMap<AbortSignal, Hearers>();

/**
 * Has a function called when a signal aborts; gives one that takes it back. However many calls a signal is for, it has
 * one listener of ours: Node warns of more than ten.
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  const { told, tell } = hearersOf.get(signal) ?? newHearers(signal);
  if (told.size === 0) signal.addEventListener("abort", tell, { once: true });
  told.add(listener);
  return () => {
    // The last one leaves the signal as it was: Node keeps some signals for as long as they are listened to.
    if (told.delete(listener) && told.size === 0) signal.removeEventListener("abort", tell);
  };
}

function newHearers(signal: AbortSignal): Hearers {
  const told = new Set<() => void>();
  const hearers = {
    told,
    tell() {
      for (const each of told) each();
    },
  };
  hearersOf.set(signal, hearers);
  return hearers;
}
