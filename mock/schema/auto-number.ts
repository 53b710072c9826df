import type { RawField } from "../../codegen/model/raw-describe.js";

/**
 * Under this key a field of a describe keeps the display format of its auto-number. Salesforce's describes do
 * not tell it, so it must not reach the JSON.
 */
const displayFormat = Symbol("display format");

/** The field with its display format, which travels with copies of it but not into JSON. */
export function withDisplayFormat(field: RawField, format: string | null): RawField {
  return format === null ? field : Object.assign(field, { [displayFormat]: format });
}

/** How an auto-number of an object written in the DSL looks, such as `INV-{0000}`; undefined for other fields. */
export function displayFormatOf(field: RawField): string | undefined {
  const format: unknown = Reflect.get(field, displayFormat);
  return typeof format === "string" ? format : undefined;
}

/** Writes a number as a display format says: `INV-{0000}` and 7 give `INV-0007`. The date is read in UTC. */
export function writeAutoNumber(format: string, number: number, date: Date): string {
  const [day = ""] = date.toISOString().split("T");
  const [year = "", month = "", dayOfMonth = ""] = day.split("-");
  const parts: Readonly<Record<string, string>> = {
    YYYY: year,
    YY: year.slice(2),
    MM: month,
    DD: dayOfMonth,
  };
  return format.replace(
    /\{(\w+)\}/g,
    (_, part: string) => parts[part] ?? String(number).padStart(part.length, "0"),
  );
}
