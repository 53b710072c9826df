import type { FieldInfo } from "../catalog/field-info.js";
import { valueFormat } from "../soql/format-value.js";
import type { Value } from "../store/table.js";

/** What a user with the locale en_US sees of a value; null where it is shown as it is. */
export function displayValue(field: FieldInfo, value: Value, timeZone: string): string | null {
  if (value === null) return null;
  if (field.type === "picklist" || field.type === "multipicklist") return labelsOf(field, String(value));
  if (field.type === "currency") return amount(field, Number(value));
  const shown = valueFormat(field, timeZone)?.(value);
  return shown === undefined || shown === null ? null : String(shown);
}

/** The value itself, as the UI API writes it: moments end in Z. */
export function uiValue(field: FieldInfo, value: Value): Value {
  return field.type === "datetime" && typeof value === "string" ? value.replace("+0000", "Z") : value;
}

function labelsOf(field: FieldInfo, value: string): string {
  const chosen = field.type === "multipicklist" ? value.split(";") : [value];
  return chosen.map((one) => field.picklist.find((entry) => entry.value === one)?.label ?? one).join(";");
}

/** Orgs with one currency write its sign, where SOQL's FORMAT writes its code. */
function amount({ scale }: FieldInfo, value: number): string {
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: scale,
    maximumFractionDigits: scale,
  }).format(value);
}
