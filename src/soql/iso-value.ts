/** A date of Temporal or of a date library, which writes itself. `Date` itself is told apart. */
export function isIsoValue(value: unknown): value is { toJSON(): unknown } {
  return (
    typeof value === "object" &&
    value !== null &&
    !(value instanceof Date) &&
    typeof (value as { toJSON?: unknown }).toJSON === "function"
  );
}

/** Its text, without the zone's name and to the millisecond: Salesforce knows neither. Undefined for what is no date. */
export function isoText(value: { toJSON(): unknown }): string | undefined {
  const text = value.toJSON();
  if (typeof text !== "string" || !/^(\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d)/.test(text)) return undefined;
  return text.replace(/\[.*$/, "").replace(/(\.\d{3})\d+/, "$1");
}
