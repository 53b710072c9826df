import { SettingsError } from "../errors.js";
import type { CodedKind } from "../schema/metadata.js";
import { chosenText } from "./chosen-text.js";
import { isDateLiteral } from "./date-literals.js";
import { isSendable } from "./is-sendable.js";
import { isIsoValue, isoText } from "./iso-value.js";

/** How a field's values are written in SOQL. */
export type LiteralKind = CodedKind | "text";

/** The value as SOQL writes it, or undefined where it is none of this kind. */
type Writer = (value: unknown) => string | undefined;

const writers = {
  text: quoted,
  multipicklist: (value) => quoted(Array.isArray(value) ? chosenText(value) : value),
  base64: quoted,
  boolean: (value) => (typeof value === "boolean" ? String(value) : undefined),
  number: (value) => (typeof value === "number" && Number.isFinite(value) ? plainNumber(value) : undefined),
  date: (value) => (value instanceof Date ? isoOf(value)?.slice(0, 10) : ifText(textOf(value), dateText)),
  datetime: (value) => (value instanceof Date ? isoOf(value) : ifText(textOf(value), datetimeText)),
  time: (value) => ifText(textOf(value), timeText),
} as const satisfies Record<LiteralKind, Writer>;

const wanted = {
  text: "text",
  multipicklist: "a list of the values, or text with semicolons between them",
  base64: "text",
  boolean: "true or false",
  number: "a finite number",
  date: 'a day as "2024-02-29", a date literal as "LAST_N_DAYS:30", or a valid Date',
  datetime: 'a moment as "2024-02-29T13:45:00Z", a date literal as "TODAY", or a valid Date',
  time: 'a time of day as "13:45:00.000Z"',
} as const satisfies Record<LiteralKind, string>;

/**
 * A value as SOQL text.
 *
 * @param path where the value stands, as `where.Name.eq`: for the error
 * @throws SettingsError where the value does not fit the kind; the value itself is not shown
 */
export function soqlLiteral(value: unknown, kind: LiteralKind, path: string): string {
  if (value === null) return "null";
  const text = writers[kind](value);
  if (text !== undefined) return text;
  throw new SettingsError("settings.value", `\`${path}\` is ${kindOfValue(value)}.`, {
    hint: value === undefined ? undefinedHint : `Give ${wanted[kind]}.`,
  });
}

const undefinedHint = "Leave the key out where there is no condition, or give null to find empty fields.";

/** Text between quotes, whatever it holds. */
export function quoteText(text: string): string {
  return `'${escapeText(text)}'`;
}

/** Text for LIKE that stands for exactly itself. */
export function escapeLike(text: string): string {
  return escapeText(text).replace(/[%_]/g, "\\$&");
}

/** A pattern for LIKE: `%` and `_` are wildcards, `\%` and `\_` are not, another `\` stands for itself. */
export function escapePattern(pattern: string): string {
  return pattern.replace(/\\[%_\\]|[^%_]/gsu, (part) =>
    /^\\[%_]$/.test(part) ? part : escapeText(part === "\\\\" ? "\\" : part),
  );
}

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "'": "\\'",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
};

function escapeText(text: string): string {
  return text.replace(
    /[\\'\p{Cc}\u2028\u2029]/gu,
    (character) => escapes[character] ?? unicodeEscape(character),
  );
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function quoted(value: unknown): string | undefined {
  return ifText(value, (text) => (isSendable(text) ? quoteText(text) : undefined));
}

function ifText(value: unknown, write: (text: string) => string | undefined): string | undefined {
  return typeof value === "string" ? write(value) : undefined;
}

/** Of a date that writes itself. */
function textOf(value: unknown): unknown {
  return isIsoValue(value) ? isoText(value) : value;
}

function isoOf(date: Date): string | undefined {
  const text = Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  // Years outside 0 to 9999 have a sign and six digits.
  return text?.length === 24 ? text : undefined;
}

function dateText(text: string): string | undefined {
  return isDay(text) || isDateLiteral(text) ? text : undefined;
}

function datetimeText(text: string): string | undefined {
  if (isDateLiteral(text)) return text;
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d{1,3})?)(Z|[+-]\d\d:?\d\d)$/.exec(text);
  const [, day = "", time = "", zone = ""] = parts ?? [];
  if (!isDay(day) || !isTime(time)) return undefined;
  // Salesforce answers +0000 but only takes +00:00.
  return `${day}T${time}${/^[+-]00:?00$/.test(zone) ? "Z" : zone.replace(/^(...)(\d\d)$/, "$1:$2")}`;
}

function timeText(text: string): string | undefined {
  const time = text.replace(/Z$/, "");
  return isTime(time) ? `${time}Z` : undefined;
}

function isDay(text: string): boolean {
  // Date rolls 2024-02-30 over to another day.
  return /^\d{4}-\d\d-\d\d$/.test(text) && isoOf(new Date(`${text}T00:00:00Z`))?.startsWith(text) === true;
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?$/.test(text);
}

/** A number without an exponent, which SOQL does not know. */
function plainNumber(value: number): string {
  const text = String(value);
  const [digits = "", exponent] = text.split("e");
  if (exponent === undefined) return text;
  const sign = value < 0 ? "-" : "";
  const [whole = "", fraction = ""] = digits.replace("-", "").split(".");
  const point = whole.length + Number(exponent);
  const all = whole + fraction;
  return point > 0 ? sign + all.padEnd(point, "0") : `${sign}0.${"0".repeat(-point)}${all}`;
}

function kindOfValue(value: unknown): string {
  if (value === undefined) return "undefined";
  if (typeof value === "number") return Number.isFinite(value) ? "a number" : String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : "a Date";
  if (typeof value === "string")
    return isSendable(value) ? "text of another form" : "text with half of a surrogate pair";
  return Array.isArray(value) ? "a list" : `of type ${typeof value}`;
}
