import type { Decoders } from "../schema/decoders.js";
import type { CodedKind, OrgMetadata } from "../schema/metadata.js";
import { columnKinds } from "../soql/column-kinds.js";
import { valueDecoder } from "./decode-value.js";

type Row = Readonly<Record<string, unknown>>;

/** Decodes one value of a row, which does not say of itself what it is. */
export function decodeAs(value: unknown, kind: CodedKind | "text", decoders: Decoders): unknown {
  const decode = typeof value === "string" ? valueDecoder(kind, decoders) : undefined;
  return decode === undefined ? value : decode(value as string);
}

/** Decodes the rows of a query that is grouped; others are records, which were decoded before. */
export function groupedRowDecoder(
  soql: string,
  decoders: Decoders,
  metadata: OrgMetadata,
): (row: Row) => Row {
  let kinds: ReadonlyMap<string, CodedKind> | undefined;
  return (row) => {
    if (!isGroup(row)) return row;
    kinds ??= columnKinds(soql, metadata);
    return Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        decodeAs(value, kinds?.get(name.toLowerCase()) ?? "text", decoders),
      ]),
    );
  };
}

function isGroup({ attributes }: Row): boolean {
  return (attributes as { type?: unknown } | undefined)?.type === "AggregateResult";
}
