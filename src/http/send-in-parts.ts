import { isOrgtypeError, type OrgtypeError } from "../errors.js";
import type { CallOptions } from "./call-options.js";

/** An outcome of an input whose request failed as a whole. */
export interface FailedOutcome {
  readonly success: false;
  readonly error: OrgtypeError;
}

/**
 * Sends a list in parts, one after the other, and gives an outcome for each input, in their order. Where the first
 * part fails as a whole, its error is thrown; where a later one does, it is the outcome of all that is in it, so that
 * nothing is lost of what came before.
 *
 * @param size how many go together
 */
export async function sendInParts<Input, Outcome>(
  inputs: readonly Input[],
  size: number,
  send: (part: readonly Input[]) => Promise<readonly Outcome[]>,
  { signal }: CallOptions,
): Promise<(Outcome | FailedOutcome)[]> {
  const outcomes: (Outcome | FailedOutcome)[] = [];
  for (let start = 0; start < inputs.length; start += size) {
    const part = inputs.slice(start, start + size);
    try {
      outcomes.push(...(await send(part)));
    } catch (error) {
      if (start === 0 || signal?.aborted || !isOrgtypeError(error)) throw error;
      outcomes.push(...part.map(() => ({ success: false, error }) as const));
    }
  }
  return outcomes;
}
