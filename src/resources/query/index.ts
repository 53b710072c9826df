import type { WireRecord } from "../../http/schemas.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import { createQuery, type QueryChannel } from "./create-query.js";
import type { QueryResource } from "./first-page.js";
import type { QueryText } from "./query-text.js";
import type { RunQuery } from "./run-query.js";

export interface QueryResources<S> {
  readonly query: RunQuery<S>;
  readonly queryAll: RunQuery<S>;
}

/**
 * @param decoded makes rows of records; left out, they are the rows
 * @param toText makes what is sent of the arguments: with binds, or without
 */
export function createQueryResources<S>(
  channel: QueryChannel,
  metadata: OrgMetadata,
  decoded: ((soql: string, records: WireRecord[]) => Promise<WireRecord[]>) | undefined,
  toText: (text: string, args: readonly unknown[], metadata: OrgMetadata) => QueryText,
): QueryResources<S> {
  const runOn = (resource: QueryResource) => {
    const run = (text: string, ...args: readonly unknown[]) => {
      const { soql, options } = toText(text, args, metadata);
      const toRows = (records: WireRecord[]) => decoded?.(soql, records) ?? records;
      return createQuery({ soql, resource, toRows }, channel, options);
    };
    // What the text says is known to the types only.
    return run as unknown as RunQuery<S>;
  };

  return {
    query: runOn("/query"),
    queryAll: runOn("/queryAll"),
  };
}
