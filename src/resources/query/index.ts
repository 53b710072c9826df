import type { Send } from "../../http/pipeline.js";
import type { WireRecord } from "../../http/schemas.js";
import type { Decoders } from "../../schema/decoders.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import { isDecoding } from "../../values/decoders-in-use.js";
import { createQuery } from "./create-query.js";
import type { QueryResource } from "./first-page.js";
import type { QueryText } from "./query-text.js";
import type { RunQuery } from "./run-query.js";

export interface QueryResources<S> {
  readonly query: RunQuery<S>;
  readonly queryAll: RunQuery<S>;
}

/** @param toText makes what is sent of the arguments: with binds, or without */
export function createQueryResources<S>(
  send: Send,
  metadata: OrgMetadata,
  decoders: Decoders,
  toText: (text: string, args: readonly unknown[], metadata: OrgMetadata) => QueryText,
): QueryResources<S> {
  const rowsOf = async (soql: string, records: WireRecord[]): Promise<WireRecord[]> => {
    if (!isDecoding(decoders)) return records;
    const { groupedRowDecoder } = await import("../../values/decode-row.js");
    return records.map(groupedRowDecoder(soql, decoders, metadata));
  };
  const runOn = (resource: QueryResource) => {
    const run = (text: string, ...args: readonly unknown[]) => {
      const { soql, options } = toText(text, args, metadata);
      const toRows = (records: WireRecord[]) => rowsOf(soql, records);
      return createQuery({ soql, resource, toRows }, send, options);
    };
    // What the text says is known to the types only.
    return run as unknown as RunQuery<S>;
  };

  return {
    query: runOn("/query"),
    queryAll: runOn("/queryAll"),
  };
}
