import { SettingsError } from "../errors.js";
import type { CodedKind } from "../schema/metadata.js";
import type { BindForm } from "./bind-place.js";
import { isSendable } from "./is-sendable.js";
import { isIsoValue, isoText } from "./iso-value.js";
import { escapePattern, type LiteralKind, soqlLiteral } from "./literal.js";

/** What a bind is compared with, if that is known, and its name in errors. */
interface Against {
  readonly kind: CodedKind | undefined;
  readonly path: string;
}

type Writer = (value: unknown, against: Against) => string;

const writers: Readonly<Record<BindForm, Writer>> = {
  equal: (value, against) => (value === null ? "null" : scalar(value, against)),
  ordered: scalar,
  list: (value, against) => `(${items(listed(value, against), against)})`,
  // IN (:one, :other) as well as IN (:all).
  item: (value, against) => (Array.isArray(value) ? items(value, against) : scalar(value, against)),
  pattern(value, { path }) {
    if (typeof value === "string" && isSendable(value)) return `'${escapePattern(value)}'`;
    throw wrong(path, "is no text", "LIKE takes text, with % and _ for what may be anything.");
  },
  number: (value, { path }) => scalar(value, { kind: "number", path }),
  count,
  dateLiteral: (value, against) => `:${count(value, against)}`,
};

/**
 * The text a bind's value is replaced with.
 *
 * @throws SettingsError where the value cannot stand there; the value itself is not shown
 */
export function bindText(value: unknown, form: BindForm, against: Against): string {
  checkDefined(value, against.path);
  return writers[form](value, against);
}

function listed(value: unknown, { path }: Against): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw wrong(path, "is no list", "Give the values in an array.");
}

function items(values: readonly unknown[], { kind, path }: Against): string {
  if (values.length === 0) {
    throw wrong(path, "is an empty list", "Do not send the query where there is nothing to look for.");
  }
  // Not map, which leaves out the holes of an array.
  return Array.from(values, (value, index) => scalar(value, { kind, path: `${path}[${index}]` })).join(", ");
}

function scalar(value: unknown, { kind, path }: Against): string {
  checkDefined(value, path);
  if (value === null) throw wrong(path, "is null", "Only = and != take null.");
  const plain = isIsoValue(value) ? isoTextOf(value, path) : value;
  return soqlLiteral(plain, kind ?? naturalKind(plain, plain !== value), path);
}

function checkDefined(value: unknown, path: string): void {
  if (value !== undefined) return;
  throw wrong(path, "is undefined", "Give null to find empty fields: undefined never means any.");
}

function count(value: unknown, { path }: Against): string {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return String(value);
  throw wrong(path, "is no count", "Give a whole number, 0 or more.");
}

/** How a value is written next to a field of which nothing is known. */
function naturalKind(value: unknown, iso: boolean): LiteralKind {
  if (value instanceof Date) return "datetime";
  if (typeof value === "number" || typeof value === "boolean") return typeof value as "number" | "boolean";
  if (typeof value !== "string" || !iso) return "text";
  return /^\d\d:/.test(value) ? "time" : value.includes("T") ? "datetime" : "date";
}

function isoTextOf(value: { toJSON(): unknown }, path: string): string {
  const text = isoText(value);
  if (text !== undefined) return text;
  throw wrong(path, "is no date", "Give a Date, a Temporal value, or ISO 8601 text.");
}

function wrong(path: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.bind", `\`${path}\` ${problem}.`, { hint });
}
