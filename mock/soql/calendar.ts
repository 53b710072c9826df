import type { DataContext } from "../data-context.js";

/** What a date literal is counted by. */
export interface Calendar {
  readonly now: Date;
  readonly timeZone: string;
  /** From 1 to 12. */
  readonly fiscalYearStartMonth: number;
}

export function calendarOf({ now, timeZone, fiscalYearStartMonth }: DataContext): Calendar {
  return { now: now(), timeZone, fiscalYearStartMonth };
}

/** What the clocks of a time zone show at an instant, as if it were UTC. */
export function wallClock(instant: Date, timeZone: string): Date {
  if (timeZone === "UTC") return instant;
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return new Date(
    Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")),
  );
}

/** The instant at which the clocks of a time zone show what `wall` tells as if it were UTC. */
export function instantOf(wall: Date, timeZone: string): Date {
  const offsetAt = (instant: Date): number => wallClock(instant, timeZone).getTime() - instant.getTime();
  const near = new Date(wall.getTime() - offsetAt(wall));
  // The clocks may have been changed between the two.
  return new Date(wall.getTime() - offsetAt(near));
}

/** Making one takes longer than using it a hundred times. */
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  CLOCKS.set(timeZone, clock);
  return clock;
}
