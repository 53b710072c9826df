import { SettingsError } from "../../errors.js";
import { featureNeeded } from "../../settings/feature-needed.js";
import { kindOf } from "../../settings/kind-of.js";

export type RecordInput = Readonly<Record<string, unknown>>;

/** Makes of a value what Salesforce takes for the field. */
export type EncodeField = (value: unknown, field: string, place: string) => unknown;

/** Of clients that do not encode: what needs it is refused. */
export const encodeNothing: EncodeField = (value, _field, place) => {
  const isCoded =
    Array.isArray(value) || typeof (value as { toJSON?: unknown } | null)?.toJSON === "function";
  if (isCoded) throw featureNeeded(`\`${place}\``, "decode");
  return value;
};

/**
 * A record as it is sent, its dates and lists of choices as text. JSON would turn what is not finite into null,
 * which empties the field, and leave functions out.
 *
 * @throws SettingsError that names the field
 */
export function recordBody(record: unknown, path: string, encode: EncodeField): RecordInput {
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    throw new SettingsError("settings.record", `\`${path}\` is no record.`, {
      hint: "Give { field: value }.",
    });
  }
  const body: Record<string, unknown> = { ...record };
  for (const field of Object.keys(body)) {
    const value = body[field];
    const isPlain = typeof value === "string" || typeof value === "boolean";
    if (!isPlain && value !== undefined) body[field] = sendable(value, field, `${path}.${field}`, encode);
  }
  return body;
}

function sendable(value: unknown, field: string, place: string, encode: EncodeField): unknown {
  checkSendable(value, place);
  checkNotCompound(value, field, place);
  return encode(value, field, place);
}

const COMPOUND_PARTS = /^(street|city|postalCode|(state|country)(Code)?|latitude|longitude|geocodeAccuracy)$/;

/** What is read of an address or location cannot be written: no API name has parts that begin with a small letter. */
function checkNotCompound(value: unknown, field: string, place: string): void {
  const parts =
    typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  if (parts.length === 0 || !parts.every((part) => COMPOUND_PARTS.test(part))) return;
  const names = parts.map((part) => {
    const name = part.charAt(0).toUpperCase() + part.slice(1);
    return field.endsWith("__c") ? `${field.slice(0, -1)}${name}__s` : field.replace(/Address$/, name);
  });
  throw new SettingsError("settings.record", `\`${place}\` is compound.`, {
    hint: `Set ${names.join(", ")}.`,
  });
}

function checkSendable(value: unknown, place: string): void {
  const isLost =
    typeof value === "object"
      ? value instanceof Date && Number.isNaN(value.getTime())
      : !Number.isFinite(value);
  if (!isLost) return;
  throw new SettingsError(
    "settings.record",
    `\`${place}\` is ${value instanceof Date ? "an invalid Date" : kindOf(value)}.`,
    { hint: "Give another value, or null to empty the field." },
  );
}
