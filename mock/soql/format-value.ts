import type { FieldInfo } from "../catalog/field-info.js";
import type { Value } from "../store/table.js";

const LOCALE = "en-US";
/** The only currency of the org. */
const CURRENCY = "USD";
const NOON_SPACE = /\u202f/g;

type Formatter = (value: string | number) => string;

/** How each type of field is written for people: as a user with the locale en_US sees it. */
const FORMATTERS: Readonly<Record<string, (field: FieldInfo, timeZone: string) => Formatter>> = {
  int: () => decimal(0),
  double: (field) => decimal(field.scale),
  currency: (field) => (value) => `${CURRENCY} ${decimal(field.scale)(value)}`,
  percent: (field) => (value) => `${decimal(field.scale)(value)}%`,
  date: () => moment({ year: "numeric", month: "numeric", day: "numeric" }, "UTC"),
  datetime: (_field, timeZone) =>
    moment(
      { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "2-digit" },
      timeZone,
    ),
  time: () => {
    const format = moment({ hour: "numeric", minute: "2-digit" }, "UTC");
    return (value) => format(`1970-01-01T${value}`);
  },
};

/** Gives `FORMAT()` of a field's values; undefined for a field of a type it does not take. */
export function valueFormat(field: FieldInfo, timeZone: string): ((value: Value) => Value) | undefined {
  const format = Object.hasOwn(FORMATTERS, field.type)
    ? FORMATTERS[field.type]?.(field, timeZone)
    : undefined;
  if (format === undefined) return undefined;
  return (value) => (value === null || typeof value === "boolean" ? value : format(value));
}

function decimal(digits: number): Formatter {
  const format = new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (value) => format.format(Number(value));
}

function moment(parts: Intl.DateTimeFormatOptions, timeZone: string): Formatter {
  const format = new Intl.DateTimeFormat(LOCALE, { ...parts, timeZone });
  return (value) => format.format(new Date(String(value).replace("+0000", "Z"))).replaceAll(NOON_SPACE, " ");
}
