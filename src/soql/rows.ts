/** A record as Salesforce answers it. */
export type WireRecord = Readonly<Record<string, unknown>>;

/** What a row of a query is to look like: the selected keys, with what stands below a relationship. */
export type RowShape = readonly (readonly [key: string, below: Below | null])[];

export type Below =
  | { readonly relationship: "parent"; readonly shape: RowShape }
  | { readonly relationship: "children"; readonly shape: RowShape }
  | {
      readonly relationship: "polymorphic";
      /** By the API name of the object that the record is. */
      readonly shapes: Readonly<Record<string, RowShape>>;
      /** Of every other object. */
      readonly otherwise: RowShape;
    };

/** A plain object with exactly the selected keys: no `attributes`, children as a list. */
export function shapeRow(record: WireRecord, shape: RowShape): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [key, below] of shape) {
    const value = record[key] ?? null;
    row[key] = below === null ? value : shapeRelated(value, below);
  }
  return row;
}

function shapeRelated(value: unknown, below: Below): unknown {
  if (below.relationship === "children") {
    return recordsOf(value).map((child) => shapeRow(child, below.shape));
  }
  if (value === null) return null;
  const record = value as WireRecord;
  if (below.relationship !== "polymorphic") return shapeRow(record, below.shape);
  const { type } = record.attributes as { type: string };
  const shape = Object.hasOwn(below.shapes, type) ? below.shapes[type] : undefined;
  return { $type: type, ...shapeRow(record, shape ?? below.otherwise) };
}

function recordsOf(value: unknown): readonly WireRecord[] {
  // Salesforce answers null where there are no children.
  return value === null ? [] : (value as { records: readonly WireRecord[] }).records;
}
