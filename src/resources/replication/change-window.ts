import { SettingsError } from "../../errors.js";
import { isIsoValue, isoText } from "../../soql/iso-value.js";
import type { ChangeWindow } from "./replication.js";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * The ends of a time as Salesforce takes them. Both are whole minutes, as it would make them itself.
 *
 * @param days how long it may be
 * @throws SettingsError that names the end which cannot be
 */
export function changeWindow(window: ChangeWindow | undefined, days: number): { start: string; end: string } {
  const { since, until } = window ?? {};
  const start = minuteOf(since, "since");
  const end = until === undefined ? wholeMinute(Date.now()) : minuteOf(until, "until");
  if (end < start + MINUTE_MS) {
    throw wrongWindow(
      "`until` is less than a minute after `since`.",
      until === undefined
        ? "Salesforce tells of changes by whole minutes: ask again when this one is over."
        : "Salesforce tells of changes by whole minutes: give a later `until`.",
    );
  }
  if (end - start > days * DAY_MS) {
    throw wrongWindow(
      `\`since\` and \`until\` are more than ${days} days apart.`,
      `Salesforce knows what happened in the last ${days} days. Read all records anew, and go on from there.`,
    );
  }
  return { start: textOf(start), end: textOf(end) };
}

function minuteOf(value: unknown, option: string): number {
  const time = value instanceof Date ? value.getTime() : timeOf(isIsoValue(value) ? isoText(value) : value);
  if (!Number.isNaN(time)) return wholeMinute(time);
  throw wrongWindow(
    `\`${option}\` is no moment.`,
    'Give a day and time with its zone as "2024-02-29T13:45:00Z", or a valid Date.',
  );
}

function timeOf(text: unknown): number {
  const [, moment = "", zone = ""] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:?\d\d)$/.exec(String(text)) ?? [];
  // Salesforce writes +0000, which not every engine reads.
  return Date.parse(moment + zone.replace(/^(...)(\d\d)$/, "$1:$2"));
}

function wholeMinute(time: number): number {
  return Math.floor(time / MINUTE_MS) * MINUTE_MS;
}

function textOf(time: number): string {
  return new Date(time).toISOString().replace(".000", "");
}

function wrongWindow(message: string, hint: string): SettingsError {
  return new SettingsError("settings.window", message, { hint });
}
