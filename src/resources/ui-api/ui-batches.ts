import type { CallOptions } from "../../http/call-options.js";
import type { Operation } from "../../http/operation.js";
import { nameOf, type Send, toWire } from "../../http/pipeline.js";
import type { WireUiBatch } from "../../http/schemas.js";
import { batchResults } from "./batch-results.js";
import type { UiApiParts } from "./ui-api-parts.js";

/** As many as Salesforce takes in a request. */
const LARGEST_BATCH = 100;

/** Asks for things many at a time, side by side; null where one is not there, or the user may not see it. */
export function createUiBatches(send: Send, { apiVersion, headers, hints }: UiApiParts) {
  return async <Result>(
    keys: readonly string[],
    options: CallOptions | undefined,
    requestOf: (part: readonly string[]) => Operation<WireUiBatch>,
  ): Promise<(Result | null)[]> => {
    const parts: Promise<(Result | null)[]>[] = [];
    for (let start = 0; start < keys.length; start += LARGEST_BATCH) {
      parts.push(sendPart(keys.slice(start, start + LARGEST_BATCH)));
    }
    return (await Promise.all(parts)).flat();

    async function sendPart(part: readonly string[]): Promise<(Result | null)[]> {
      const operation = requestOf(part);
      const batch = await send(operation, options);
      const request = nameOf(toWire(operation, options ?? {}, { apiVersion, headers }));
      return batchResults<Result>(batch, part.length, { request, hints: await hints?.() });
    }
  };
}
