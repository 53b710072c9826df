type Unit = "DAYS" | "WEEKS" | "MONTHS" | "QUARTERS" | "YEARS" | "FISCAL_QUARTERS" | "FISCAL_YEARS";
type Period = "WEEK" | "MONTH" | "QUARTER" | "YEAR" | "FISCAL_QUARTER" | "FISCAL_YEAR";

/**
 * A span of days that SOQL counts from now, in the org's time zone: `"TODAY"`, `"LAST_N_DAYS:30"`. To be
 * equal to one means to lie within it.
 */
export type DateLiteral =
  | "YESTERDAY"
  | "TODAY"
  | "TOMORROW"
  | "LAST_90_DAYS"
  | "NEXT_90_DAYS"
  | `${"LAST" | "THIS" | "NEXT"}_${Period}`
  | `${"LAST" | "NEXT"}_N_${Unit}:${number}`
  | `N_${Unit}_AGO:${number}`;
