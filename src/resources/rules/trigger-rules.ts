import { ApiError, isOrgtypeError, PartialFailureError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { operation } from "../../http/operation.js";
import { createSend, nameOf, type SendSettings, toWire } from "../../http/pipeline.js";
import { errorEntries, errorOf } from "../../http/refusal.js";
import { takingResults } from "../../http/taking-results.js";
import type { RuleParts } from "./rule-parts.js";

/** As many records as are sent at a time. */
const LARGEST_REQUEST = 200;

/**
 * Has the rules of records of one object evaluated, one request after the other.
 *
 * @throws PartialFailureError where a later request than the first failed
 */
export async function triggerRules(
  parts: RuleParts,
  ids: readonly string[],
  options: CallOptions = {},
): Promise<void> {
  const trigger = triggerOf(parts);
  for (let start = 0; start < ids.length; start += LARGEST_REQUEST) {
    try {
      await trigger(ids.slice(start, start + LARGEST_REQUEST), options);
    } catch (error) {
      if (start === 0 || options.signal?.aborted || !isOrgtypeError(error)) throw error;
      throw partialFailure(ids, start, error);
    }
  }
}

/** `POST /process/rules`. Nobody knows whether doing it twice is the same as once. */
function triggerOf({ handler, apiVersion, headers, hints }: RuleParts) {
  const settings: SendSettings = { apiVersion, headers, ...(hints && { hints }) };
  const send = createSend(takingResults(handler, isResult), settings);
  return async (contextIds: string[], options: CallOptions): Promise<void> => {
    const sent = operation("post", "/process/rules", { body: { contextIds } });
    const { success, errors } = await send(sent, options);
    if (success === true) return;
    const request = nameOf(toWire(sent, options, settings));
    throw errorOf(errorEntries(400, errors ?? []), { request }, await hints?.());
  };
}

function isResult(value: unknown): boolean {
  return typeof (value as { success?: unknown } | null | undefined)?.success === "boolean";
}

function partialFailure(ids: readonly string[], start: number, cause: unknown): PartialFailureError<string> {
  const places = ids.map((id, index) => ({ index, id, input: id }));
  const end = start + LARGEST_REQUEST;
  const isRefused = cause instanceof ApiError;
  return new PartialFailureError(
    `The rules were triggered for ${start} of ${ids.length} records: a request failed.`,
    {
      succeeded: places.slice(0, start).map(({ index, id }) => ({ index, id })),
      failed: isRefused
        ? places.slice(start, end).map(({ index, input }) => ({ index, input, error: cause }))
        : [],
      unanswered: places.slice(isRefused ? end : start).map(({ index, input }) => ({ index, input })),
    },
    {
      cause,
      hint: "What was done stays. `failed` and `unanswered` tell for which it was not, or may not have been.",
    },
  );
}
