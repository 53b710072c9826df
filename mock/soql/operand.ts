import type { LiteralType } from "@jetstreamapp/soql-parser-js";
import type { FieldInfo } from "../catalog/field-info.js";
import type { ValueKind } from "../catalog/field-types.js";
import { dateText, datetimeText, parseDate, parseDatetime, parseTime } from "../dml/date-text.js";
import { toId18 } from "../store/record-id.js";
import type { Value } from "../store/table.js";
import { type Calendar, instantOf } from "./calendar.js";
import { dateLiteralRange } from "./date-literals.js";
import { malformed, notEvaluated, type Place, soqlFault } from "./soql-fault.js";
import { unquote } from "./string-literal.js";

/** What a field is compared with: a value, or the span of a date literal in the field's own text form. */
export type Operand =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "range"; readonly from: string; readonly to: string };

/** A literal as the parser gives it. */
export interface Literal {
  readonly text: string;
  readonly type: LiteralType | undefined;
}

/** What a literal may be compared with. */
type LiteralKind = "text" | "number" | "boolean" | "date" | "datetime" | "time" | "null" | "range";

/** The day a time literal is given to pass the parser, long before the first one a datetime can have. */
export const TIME_DAY = "0001-01-01";

const LITERAL_KINDS: Readonly<Record<LiteralType, LiteralKind | undefined>> = {
  STRING: "text",
  INTEGER: "number",
  DECIMAL: "number",
  INTEGER_WITH_CURRENCY_PREFIX: "number",
  DECIMAL_WITH_CURRENCY_PREFIX: "number",
  BOOLEAN: "boolean",
  NULL: "null",
  DATETIME: "datetime",
  DATE: "date",
  DATE_LITERAL: "range",
  DATE_N_LITERAL: "range",
  APEX_BIND_VARIABLE: undefined,
  SUBQUERY: undefined,
};

interface KindRule {
  readonly accepts: readonly LiteralKind[];
  /** How an error says what the value must be. */
  readonly mustBe: string;
}

const quoted = "and should be enclosed in quotes";
const unquoted = "and should not be enclosed in quotes";

const KIND_RULES: Readonly<Record<ValueKind, KindRule>> = {
  text: { accepts: ["text"], mustBe: `of type string ${quoted}` },
  id: { accepts: ["text"], mustBe: `of type ID ${quoted}` },
  boolean: { accepts: ["boolean"], mustBe: `of type boolean ${unquoted}` },
  number: { accepts: ["number"], mustBe: `of type double ${unquoted}` },
  date: { accepts: ["date", "range"], mustBe: `of type date ${unquoted}` },
  datetime: { accepts: ["datetime", "range"], mustBe: `of type dateTime ${unquoted}` },
  time: { accepts: ["time"], mustBe: `of type time ${unquoted}` },
  binary: { accepts: [], mustBe: `of type base64 ${unquoted}` },
  compound: { accepts: [], mustBe: "a location" },
};

/** Reads a literal that a field is compared with. */
export function readOperand(field: FieldInfo, literal: Literal, calendar: Calendar, place: Place): Operand {
  const kind = literalKind(literal);
  if (kind === undefined) throw malformed(`unexpected token: '${literal.text}'`, place);
  if (kind === "null") return { kind: "value", value: null };
  const rule = KIND_RULES[field.kind];
  if (!rule.accepts.includes(kind)) {
    const message = `value of filter criterion for field '${field.name}' must be ${rule.mustBe}`;
    throw soqlFault("INVALID_FIELD", message, place);
  }
  return kind === "range"
    ? rangeOperand(field, literal, calendar)
    : valueOperand(field, kind, literal, place);
}

function literalKind({ text, type }: Literal): LiteralKind | undefined {
  if (type === undefined) return undefined;
  return type === "DATETIME" && text.startsWith(TIME_DAY) ? "time" : LITERAL_KINDS[type];
}

function valueOperand(field: FieldInfo, kind: LiteralKind, literal: Literal, place: Place): Operand {
  const value = literalValue(field, kind, literal.text);
  if (value !== undefined) return { kind: "value", value };
  if (field.kind === "id") {
    throw soqlFault("INVALID_QUERY_FILTER_OPERATOR", `invalid ID field: ${unquote(literal.text)}`, place);
  }
  throw malformed(`line ${literal.text} is no value of type ${field.type}`, place);
}

/** Undefined for a literal that stands for no value of the field's type. */
function literalValue(field: FieldInfo, kind: LiteralKind, text: string): Value | undefined {
  if (kind === "number") return Number(text.replace(/^[A-Za-z]{3}/, ""));
  if (kind === "boolean") return text.toUpperCase() === "TRUE";
  if (kind === "date") return parseDate(text) ?? undefined;
  if (kind === "datetime") return parseDatetime(text) ?? undefined;
  if (kind === "time") return parseTime(text.slice(TIME_DAY.length + 1)) ?? undefined;
  const unescaped = unquote(text);
  // An empty text is stored as null, so it is found as null.
  if (unescaped === "") return null;
  return field.kind === "id" ? (toId18(unescaped) ?? undefined) : unescaped;
}

function rangeOperand(field: FieldInfo, literal: Literal, calendar: Calendar): Operand {
  const range = dateLiteralRange(literal.text, calendar);
  if (range === undefined) throw notEvaluated(`the date literal ${literal.text}`);
  const text = (day: Date): string =>
    field.kind === "date" ? dateText(day) : datetimeText(instantOf(day, calendar.timeZone));
  return { kind: "range", from: text(range.from), to: text(range.to) };
}
