import type { DataContext } from "./data-context.js";
import type { OrgOptions } from "./org-options.js";

const DEFAULT_TIME_ZONE = "UTC";
const MONTHS = 12;

/** How the org counts days and years. Throws a RangeError for a time zone or month that there is not. */
export function createCalendar(options: OrgOptions): Pick<DataContext, "timeZone" | "fiscalYearStartMonth"> {
  const { timeZone = DEFAULT_TIME_ZONE, fiscalYearStartMonth = 1 } = options;
  // Intl itself refuses what is no time zone, by its name.
  new Intl.DateTimeFormat("en-US", { timeZone });
  if (!Number.isInteger(fiscalYearStartMonth) || fiscalYearStartMonth < 1 || fiscalYearStartMonth > MONTHS) {
    throw new RangeError(
      `fiscalYearStartMonth must be a month from 1 to ${MONTHS}, not ${fiscalYearStartMonth}.`,
    );
  }
  return { timeZone, fiscalYearStartMonth };
}
