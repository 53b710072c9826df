import { SettingsError } from "../errors.js";

/** The last `n` days, today included: `LAST_N_DAYS:n`. Like all of these it is a value for a filter or a bind. */
export const lastNDays = (n: number) => span("LAST_N_DAYS", n);
/** The next `n` days, from tomorrow on. */
export const nextNDays = (n: number) => span("NEXT_N_DAYS", n);
/** The day `n` days ago. */
export const nDaysAgo = (n: number) => span("N_DAYS_AGO", n);

/** The `n` weeks before this one. */
export const lastNWeeks = (n: number) => span("LAST_N_WEEKS", n);
/** The `n` weeks after this one. */
export const nextNWeeks = (n: number) => span("NEXT_N_WEEKS", n);
/** The week `n` weeks ago. */
export const nWeeksAgo = (n: number) => span("N_WEEKS_AGO", n);

/** The `n` months before this one. */
export const lastNMonths = (n: number) => span("LAST_N_MONTHS", n);
/** The `n` months after this one. */
export const nextNMonths = (n: number) => span("NEXT_N_MONTHS", n);
/** The month `n` months ago. */
export const nMonthsAgo = (n: number) => span("N_MONTHS_AGO", n);

/** The `n` quarters before this one. */
export const lastNQuarters = (n: number) => span("LAST_N_QUARTERS", n);
/** The `n` quarters after this one. */
export const nextNQuarters = (n: number) => span("NEXT_N_QUARTERS", n);
/** The quarter `n` quarters ago. */
export const nQuartersAgo = (n: number) => span("N_QUARTERS_AGO", n);

/** The `n` years before this one. */
export const lastNYears = (n: number) => span("LAST_N_YEARS", n);
/** The `n` years after this one. */
export const nextNYears = (n: number) => span("NEXT_N_YEARS", n);
/** The year `n` years ago. */
export const nYearsAgo = (n: number) => span("N_YEARS_AGO", n);

/** The `n` quarters of the org's fiscal year before this one. */
export const lastNFiscalQuarters = (n: number) => span("LAST_N_FISCAL_QUARTERS", n);
/** The `n` quarters of the org's fiscal year after this one. */
export const nextNFiscalQuarters = (n: number) => span("NEXT_N_FISCAL_QUARTERS", n);
/** The quarter of the org's fiscal year `n` quarters ago. */
export const nFiscalQuartersAgo = (n: number) => span("N_FISCAL_QUARTERS_AGO", n);

/** The `n` fiscal years before this one. */
export const lastNFiscalYears = (n: number) => span("LAST_N_FISCAL_YEARS", n);
/** The `n` fiscal years after this one. */
export const nextNFiscalYears = (n: number) => span("NEXT_N_FISCAL_YEARS", n);
/** The fiscal year `n` fiscal years ago. */
export const nFiscalYearsAgo = (n: number) => span("N_FISCAL_YEARS_AGO", n);

/** @throws SettingsError where `n` is no whole number from 0 to 999,999 */
function span<const Name extends string>(name: Name, n: number): `${Name}:${number}` {
  if (Number.isInteger(n) && n >= 0 && n < 1_000_000) return `${name}:${n}`;
  throw new SettingsError("settings.value", `\`${name}\` is given something else than a count.`, {
    hint: "Give a whole number from 0 to 999,999.",
  });
}
