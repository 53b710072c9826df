import type { BulkSource } from "./bulk-load.js";

/** Ids as records of their own; CSV is left as it is. */
export function idRecords(ids: BulkSource<string>): BulkSource<unknown> {
  return ids instanceof ReadableStream ? ids : recordsOf(ids);
}

async function* recordsOf(ids: AsyncIterable<string> | Iterable<string>) {
  for await (const Id of ids) yield { Id };
}
