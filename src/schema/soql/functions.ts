import type { DateString } from "../brand.js";
import type { NullOf } from "./field-path.js";

/** What functions give, by name in capitals, from the value of the field they are given. */
export interface AggregateResults<V> {
  COUNT: number;
  COUNT_DISTINCT: number;
  SUM: number | null;
  AVG: number | null;
  MIN: V | null;
  MAX: V | null;
  GROUPING: number;
}

export interface DateResults {
  CALENDAR_MONTH: number | null;
  CALENDAR_QUARTER: number | null;
  CALENDAR_YEAR: number | null;
  DAY_IN_MONTH: number | null;
  DAY_IN_WEEK: number | null;
  DAY_IN_YEAR: number | null;
  DAY_ONLY: DateString | null;
  FISCAL_MONTH: number | null;
  FISCAL_QUARTER: number | null;
  FISCAL_YEAR: number | null;
  HOUR_IN_DAY: number | null;
  WEEK_IN_MONTH: number | null;
  WEEK_IN_YEAR: number | null;
}

export interface FieldResults<V> {
  TOLABEL: string | NullOf<V>;
  FORMAT: string | NullOf<V>;
  CONVERTCURRENCY: V;
}
