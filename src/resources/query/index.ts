import type { Send } from "../../http/pipeline.js";
import type { Decoders } from "../../schema/decoders.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import { groupedRowDecoder } from "../../values/decode-row.js";
import { boundQuery } from "./bound-query.js";
import { createQuery } from "./create-query.js";
import type { QueryResource } from "./first-page.js";
import type { RunQuery } from "./run-query.js";

export interface QueryResources<S> {
  readonly query: RunQuery<S>;
  readonly queryAll: RunQuery<S>;
}

export function createQueryResources<S>(
  send: Send,
  metadata: OrgMetadata,
  decoders: Decoders,
): QueryResources<S> {
  const runOn = (resource: QueryResource) => {
    const run = (text: string, ...args: readonly unknown[]) => {
      const { soql, options } = boundQuery(text, args, metadata);
      return createQuery(
        { soql, resource, toRow: groupedRowDecoder(soql, decoders, metadata) },
        send,
        options,
      );
    };
    // What the text says is known to the types only.
    return run as unknown as RunQuery<S>;
  };

  return {
    query: runOn("/query"),
    queryAll: runOn("/queryAll"),
  };
}
