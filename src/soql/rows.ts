import type { RowShape } from "./build.js";

/** A record as Salesforce answers it. */
export type WireRecord = Readonly<Record<string, unknown>>;

/** A plain object with exactly the selected keys: no `attributes`, children as a list. */
export function shapeRow(record: WireRecord, shape: RowShape): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [key, below] of shape) {
    const value = record[key] ?? null;
    if (below === null) row[key] = value;
    else if (below.relationship === "parent") {
      row[key] = value === null ? null : shapeRow(value as WireRecord, below.shape);
    } else row[key] = recordsOf(value).map((child) => shapeRow(child, below.shape));
  }
  return row;
}

function recordsOf(value: unknown): readonly WireRecord[] {
  // Salesforce answers null where there are no children.
  return value === null ? [] : (value as { records: readonly WireRecord[] }).records;
}
