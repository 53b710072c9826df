import { SettingsError } from "../../errors.js";

export type RecordInput = Readonly<Record<string, unknown>>;

/**
 * A record as it is sent. JSON would turn what is not finite into null, which empties the field.
 *
 * @throws SettingsError that names the field
 */
export function recordBody(record: unknown, path: string): RecordInput {
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    throw new SettingsError("settings.record", `\`${path}\` is no record.`, {
      hint: "Give { field: value }.",
    });
  }
  for (const [field, value] of Object.entries(record)) {
    const isLost =
      typeof value === "number"
        ? !Number.isFinite(value)
        : value instanceof Date && Number.isNaN(value.getTime());
    if (isLost) {
      throw new SettingsError(
        "settings.record",
        `\`${path}.${field}\` is ${value instanceof Date ? "an invalid Date" : value}.`,
        {
          hint: "Give a value that can be sent, or null to empty the field.",
        },
      );
    }
  }
  return record as RecordInput;
}
