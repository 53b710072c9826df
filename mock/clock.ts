/** The org's clock, for tests: sessions, limits, dates of records and date literals follow it. */
export interface Clock {
  /** The org's time. */
  now(): Date;
  /** Sets the time, from which it goes on. */
  set(time: Date | string): void;
  /** Moves the time on, or back, by milliseconds. */
  advance(ms: number): void;
  /** Stops the time. */
  freeze(): void;
  /** Gives the real time back, or that of the option `now`. */
  resume(): void;
}

export function createClock(source: () => Date): Clock {
  let offsetMs = 0;
  let frozen: number | undefined;
  const now = (): number => frozen ?? source().getTime() + offsetMs;
  const moveTo = (time: number): void => {
    if (Number.isNaN(time))
      throw new TypeError("That is no time for the org's clock: give a Date or ISO 8601 text.");
    if (frozen === undefined) offsetMs = time - source().getTime();
    else frozen = time;
  };
  return {
    now: () => new Date(now()),
    set: (time) => moveTo(new Date(time).getTime()),
    advance: (ms) => moveTo(now() + ms),
    freeze: () => {
      frozen = now();
    },
    resume: () => {
      frozen = undefined;
      offsetMs = 0;
    },
  };
}
