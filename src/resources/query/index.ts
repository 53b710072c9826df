import type { Send } from "../../http/pipeline.js";
import type { WireRecord } from "../../http/schemas.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import { boundQuery } from "./bound-query.js";
import { createQuery } from "./create-query.js";
import type { QueryResource } from "./first-page.js";
import type { RunQuery } from "./run-query.js";

export interface QueryResources<S> {
  readonly query: RunQuery<S>;
  readonly queryAll: RunQuery<S>;
}

export function createQueryResources<S>(send: Send, metadata: OrgMetadata): QueryResources<S> {
  const runOn = (resource: QueryResource) => {
    const run = (text: string, ...args: readonly unknown[]) => {
      const { soql, options } = boundQuery(text, args, metadata);
      return createQuery({ soql, resource, toRow: (record: WireRecord) => record }, send, options);
    };
    // What the text says is known to the types only.
    return run as unknown as RunQuery<S>;
  };

  return {
    query: runOn("/query"),
    queryAll: runOn("/queryAll"),
  };
}
