const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATETIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?Z?$/;

/** A datetime as Salesforce writes it: UTC, whole seconds, offset without colon. */
export function datetimeText(date: Date): string {
  return `${date.toISOString().slice(0, 19)}.000+0000`;
}

export function dateText(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The text itself where it is a day that exists; null otherwise. */
export function parseDate(text: string): string | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && dateText(date) === text ? text : null;
}

/** A datetime with a zone in its canonical form; null where it is none. */
export function parseDatetime(text: string): string | null {
  const match = DATETIME.exec(text);
  if (match === null || parseDate(match[1] ?? "") === null) return null;
  const zone = (match[3] ?? "Z").replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  const date = new Date(`${match[1]}T${match[2]}${zone}`);
  return Number.isNaN(date.getTime()) ? null : datetimeText(date);
}

/** A time of day in its canonical form; null where it is none. */
export function parseTime(text: string): string | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  return `${match[1]}:${match[2]}:${match[3] ?? "00"}.${(match[4] ?? "").padEnd(3, "0")}Z`;
}
