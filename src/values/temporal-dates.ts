import type { IsoValue } from "../schema/soql/bind-value.js";

interface FromText<Value> {
  from(text: string): Value;
}

/** What is used of Temporal: of the global one, or of a polyfill. */
export interface TemporalLike<Day, Moment, Time> {
  readonly PlainDate: FromText<Day>;
  readonly Instant: FromText<Moment>;
  readonly PlainTime: FromText<Time>;
}

/**
 * Days as `Temporal.PlainDate`, moments as `Temporal.Instant`, times of day as `Temporal.PlainTime` in UTC.
 *
 * @example
 * import { Temporal } from "temporal-polyfill";
 * const sf = createClient({ ...options, decode: temporalDates(Temporal) });
 */
export function temporalDates<Day extends IsoValue, Moment extends IsoValue, Time extends IsoValue>(
  temporal: TemporalLike<Day, Moment, Time>,
): {
  readonly date: (text: string) => Day;
  readonly datetime: (text: string) => Moment;
  readonly time: (text: string) => Time;
} {
  return {
    date: (text) => temporal.PlainDate.from(text),
    datetime: (text) => temporal.Instant.from(text),
    time: (text) => temporal.PlainTime.from(text.replace(/Z$/, "")),
  };
}
