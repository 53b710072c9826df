import type { FieldInfo } from "../catalog/field-info.js";
import { recordFault } from "../http/fault.js";

export type Row = readonly string[];

/** Refuses the rows of an upsert that share a key with another row they are written with: Salesforce takes neither. */
export function repetitionCheck(
  rows: readonly Row[],
  place: number,
  key: FieldInfo | undefined,
): (row: Row) => void {
  if (key === undefined || key.type === "id") return () => undefined;
  const keyOf = (row: Row): string => {
    const text = row[place] ?? "";
    return key.matchesCase ? text : text.toLowerCase();
  };
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const found of rows.map(keyOf)) {
    if (found !== "" && seen.has(found)) repeated.add(found);
    seen.add(found);
  }
  return (row) => {
    if (!repeated.has(keyOf(row))) return;
    throw recordFault("DUPLICATE_VALUE", `Duplicate external id specified: ${row[place]}`, [key.name]);
  };
}
