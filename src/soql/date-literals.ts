const fixed = /* @__PURE__ */ new Set(
  "YESTERDAY TODAY TOMORROW LAST_90_DAYS NEXT_90_DAYS"
    .split(" ")
    .concat(
      ["WEEK", "MONTH", "QUARTER", "YEAR", "FISCAL_QUARTER", "FISCAL_YEAR"].flatMap((unit) =>
        ["LAST", "THIS", "NEXT"].map((which) => `${which}_${unit}`),
      ),
    ),
);

const units = "DAYS|WEEKS|MONTHS|QUARTERS|YEARS|FISCAL_QUARTERS|FISCAL_YEARS";
const counted = /* @__PURE__ */ new RegExp(`^(?:(?:LAST|NEXT)_N_(?:${units})|N_(?:${units})_AGO):\\d{1,6}$`);

/** Whether text is one of SOQL's date literals, as `TODAY` or `LAST_N_DAYS:30`, in capitals. */
export function isDateLiteral(text: string): boolean {
  return fixed.has(text) || counted.test(text);
}
