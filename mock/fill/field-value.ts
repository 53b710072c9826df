import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { dateText, datetimeText } from "../dml/date-text.js";
import type { Value } from "../store/table.js";
import { namedValue } from "./named-values.js";
import type { Random } from "./random.js";
import { company, phone, sentence, word } from "./words.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a value is made by. */
export interface Making {
  readonly object: ObjectInfo;
  readonly random: Random;
  /** The org's time: dates lie around it. */
  readonly now: Date;
  /** No other record of the object has it. */
  readonly number: number;
}

type MakeValue = (field: FieldInfo, making: Making) => Value;

const text: MakeValue = (field, { random }) => cut(field, word(random));
const number: MakeValue = (field, { random }) =>
  inRange(field, random.int(0, 100_000) / 10 ** Math.min(field.scale, 2));
const choice: MakeValue = (field, making) =>
  field.picklist.length === 0 ? text(field, making) : making.random.pick(field.picklist).value;

/** By describe's type. Types that are not here get a word. */
const BY_TYPE: Readonly<Record<string, MakeValue>> = {
  boolean: (_field, { random }) => random.chance(0.3),
  int: (field, { random }) => inRange(field, random.int(0, 1_000)),
  long: (_field, { random }) => random.int(0, 1_000_000),
  double: number,
  currency: number,
  percent: (field, { random }) => inRange(field, random.int(0, 100)),
  date: (field, making) => dateText(dayAround(field, making)),
  datetime: (field, making) =>
    datetimeText(new Date(dayAround(field, making).getTime() + making.random.int(0, 86_399) * 1000)),
  time: (_field, { random }) =>
    `${String(random.int(6, 20)).padStart(2, "0")}:${random.pick(["00", "15", "30", "45"])}:00.000Z`,
  picklist: choice,
  combobox: choice,
  multipicklist: (field, { random }) =>
    field.picklist.length === 0
      ? null
      : [...new Set(Array.from({ length: random.int(1, 3) }, () => random.pick(field.picklist).value))].join(
          ";",
        ),
  email: (field, { random, number: own }) => cut(field, `${word(random).toLowerCase()}.${own}@example.com`),
  phone: (field, { random }) => cut(field, phone(random)),
  url: (field, { random }) => cut(field, `https://${word(random).toLowerCase()}.example`),
  textarea: (field, { random }) => cut(field, sentence(random)),
  base64: () => btoa("Filled by the embedded org."),
  reference: () => null,
};

/** A likely value of a field, within its rules. */
export function fieldValue(field: FieldInfo, making: Making): Value {
  if (isKey(field)) return keyValue(field, making);
  if (field.nameField && field.kind === "text") return cut(field, nameOf(making));
  const isPlain = field.kind === "text" || field.kind === "number";
  const named = isPlain && field.picklist.length === 0 ? namedValue(field.name, making.random) : undefined;
  if (typeof named === "string" && field.kind === "text" && field.type !== "email") return cut(field, named);
  if (typeof named === "number" && field.kind === "number") return inRange(field, named);
  return (BY_TYPE[field.type] ?? text)(field, making);
}

function isKey(field: FieldInfo): boolean {
  return field.unique || (field.externalId && field.kind !== "boolean");
}

function keyValue(field: FieldInfo, { number: own, object }: Making): Value {
  if (field.kind === "number") return own;
  if (field.type === "email") return `${object.name.toLowerCase()}.${own}@example.com`;
  const key = `${object.keyPrefix ?? "K"}-${own}`;
  return field.length > 0 && key.length > field.length ? own.toString(36).slice(-field.length) : key;
}

function nameOf({ object, random, number: own }: Making): string {
  return object.name === "Account" ? company(random) : `${object.label} ${word(random)} ${own}`;
}

function cut(field: FieldInfo, value: string): string {
  return field.length > 0 ? value.slice(0, field.length).trim() : value;
}

function inRange(field: FieldInfo, value: number): number {
  const digits = field.type === "int" ? field.digits : field.precision - field.scale;
  const hasRange = field.type === "int" ? field.digits > 0 : field.precision > 0;
  return hasRange && Math.abs(value) >= 10 ** digits ? value % 10 ** Math.max(0, digits) : value;
}

/** Births lie long ago; all else within half a year. */
function dayAround(field: FieldInfo, { random, now }: Making): Date {
  const days = /birth/i.test(field.name) ? -random.int(18 * 365, 70 * 365) : random.int(-180, 180);
  return new Date(now.getTime() + days * DAY_MS);
}
