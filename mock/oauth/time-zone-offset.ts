const MS_PER_MINUTE = 60_000;

/** How far a time zone's standard time is from GMT, in milliseconds; 0 for a zone nobody knows. */
export function timeZoneOffset(timeZone: string): number {
  const january = new Date("2026-01-01T12:00:00Z");
  const name = offsetName(timeZone, january);
  const [, sign, hours, minutes = "0"] = /GMT([+-])(\d+)(?::(\d+))?/.exec(name) ?? [];
  if (hours === undefined) return 0;
  const offset = (Number(hours) * 60 + Number(minutes)) * MS_PER_MINUTE;
  return sign === "-" ? -offset : offset;
}

function offsetName(timeZone: string, date: Date): string {
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    return format.formatToParts(date).find((part) => part.type === "timeZoneName")?.value ?? "";
  } catch {
    return "";
  }
}
