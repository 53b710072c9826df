import type { FieldInfo } from "../catalog/field-info.js";
import { valueFormat } from "../soql/format-value.js";
import type { Value } from "../store/table.js";

/** How reports write the values of a field for a user with the locale en_US. */
export function valueLabel(field: FieldInfo, timeZone: string): (value: Value) => string {
  if (field.type === "currency") return (value) => dollars(Number(value), field.scale);
  if (field.type === "picklist" || field.type === "multipicklist") {
    const labels = new Map(field.picklist.map(({ value, label }) => [value, label]));
    return (value) =>
      String(value)
        .split(";")
        .map((one) => labels.get(one) ?? one)
        .join("; ");
  }
  const format = valueFormat(field, timeZone);
  return (value) => String(format?.(value) ?? value);
}

export function dollars(amount: number, scale: number): string {
  const digits = { minimumFractionDigits: scale, maximumFractionDigits: scale };
  return new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", ...digits }).format(amount);
}

/** A day as people write it, such as `7/31/2015`. */
export function dayLabel(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${month}/${date}/${year}`;
}
