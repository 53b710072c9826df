/** How long to wait between attempts. */
export interface BackOff {
  /** Milliseconds before the first repetition; each further one waits twice as long. */
  readonly firstDelayMs: number;
  /** The longest wait, in milliseconds. */
  readonly maxDelayMs: number;
}

/** The wait before the given repetition (the first is 0), with jitter, so that clients do not come back in step. */
export function backOffMs({ firstDelayMs, maxDelayMs }: BackOff, repetition: number): number {
  const full = Math.min(maxDelayMs, firstDelayMs * 2 ** repetition);
  return full * (0.5 + Math.random() / 2);
}
