import type { FieldInfo } from "../catalog/field-info.js";
import type { ValueKind } from "../catalog/field-types.js";
import { type ApiFault, jsonParserError } from "../http/fault.js";
import { type JsonObject, tokenOf } from "../http/json-body.js";
import type { Value } from "../store/table.js";
import { parseDate, parseDatetime, parseTime } from "./date-text.js";

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Line ends may stand in it, as those of MIME do. */
function isBase64(text: string): boolean {
  const digits = text.replace(/[\r\n]/g, "");
  return digits.length % 4 === 0 && BASE64.test(digits);
}

/** The value a JSON value stands for in a field; undefined where it cannot stand for one. */
type Deserializer = (raw: unknown, field: FieldInfo) => Value | undefined;

const text: Deserializer = (raw) => (typeof raw === "string" ? raw : undefined);

const DESERIALIZERS = {
  text,
  id: text,
  binary: (raw) => (typeof raw === "string" && isBase64(raw) ? raw : undefined),
  compound: () => undefined,
  boolean: (raw) => {
    if (typeof raw === "boolean") return raw;
    return typeof raw === "string" && /^(true|false)$/i.test(raw) ? raw.toLowerCase() === "true" : undefined;
  },
  number: (raw, field) => {
    const value = typeof raw === "string" ? Number(raw) : raw;
    if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
    return isWhole(field) && !Number.isInteger(value) ? undefined : value;
  },
  date: (raw) => {
    if (typeof raw !== "string") return undefined;
    const whole = parseDatetime(raw);
    return parseDate(whole === null ? raw : whole.slice(0, 10)) ?? undefined;
  },
  datetime: (raw) => (typeof raw === "string" ? (parseDatetime(raw) ?? undefined) : undefined),
  time: (raw) => (typeof raw === "string" ? (parseTime(raw) ?? undefined) : undefined),
} satisfies Record<ValueKind, Deserializer>;

function isWhole(field: FieldInfo): boolean {
  return field.type === "int" || field.type === "long";
}

/** Reads a field's JSON value. An empty text is null. Throws JSON_PARSER_ERROR for a value of another type. */
export function deserialize(field: FieldInfo, raw: unknown, record: JsonObject, key: string): Value {
  if (raw === null || raw === "") return null;
  const value = DESERIALIZERS[field.kind](raw, field);
  if (value === undefined) throw cannotDeserialize(field, raw, record, key);
  return value;
}

/** Whether a text stands for a value of the field. */
export function accepts(field: FieldInfo, text: string): boolean {
  return DESERIALIZERS[field.kind](text, field) !== undefined;
}

function cannotDeserialize(field: FieldInfo, raw: unknown, record: JsonObject, key: string): ApiFault {
  return jsonParserError(
    `Cannot deserialize instance of ${field.type} from ${tokenOf(raw)} value ${shown(raw)} ` +
      `or request may be missing a required field at [line:1, column:${columnOf(record, key)}]`,
  );
}

function shown(raw: unknown): string {
  if (Array.isArray(raw)) return "[";
  return typeof raw === "object" ? "{" : String(raw);
}

/** Where the value stands when the record is written compactly, as clients do. */
function columnOf(record: JsonObject, key: string): number {
  const name = `${JSON.stringify(key)}:`;
  return JSON.stringify(record).indexOf(name) + name.length + 1;
}
