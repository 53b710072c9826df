import { DecodeError } from "../../errors.js";
import { errorEntries, errorOf, type HintFor } from "../../http/refusal.js";
import type { WireUiBatch } from "../../http/schemas.js";
import { flatEntries } from "./send-ui.js";

/** What says that something is not there, or that the user may not see it. */
const UNSEEN: ReadonlySet<number> = new Set([403, 404]);

/**
 * The results of several, in their order; null where one is not there, or the user may not see it.
 *
 * @param count how many were asked for
 * @param request method and path, for the error
 */
export function batchResults<Result>(
  { results }: WireUiBatch,
  count: number,
  { request, hints }: { readonly request: string; readonly hints: HintFor | undefined },
): (Result | null)[] {
  if (!Array.isArray(results) || results.length !== count) {
    throw new DecodeError(
      "decode.ui-batch",
      `Salesforce did not answer for each of ${count} that were asked for.`,
    );
  }
  return results.map(({ result, statusCode }) => {
    if (statusCode < 300) return result as Result;
    if (UNSEEN.has(statusCode)) return null;
    const flat = flatEntries(result);
    const entries = errorEntries(statusCode, flat.length > 0 ? flat : result);
    throw errorOf(entries, { status: statusCode, request }, hints);
  });
}
