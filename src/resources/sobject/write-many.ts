import {
  type ApiError,
  DecodeError,
  type FailedRecord,
  PartialFailureError,
  SettingsError,
} from "../../errors.js";
import type { Operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import type { WireSaveResult } from "../../http/schemas.js";
import { LARGEST_WRITE } from "./collection-sizes.js";
import { type SaveOptions, toCallOptions } from "./save-options.js";

/** What became of one record; `created` of upserts only. */
export type WriteResult =
  | { readonly success: true; readonly id: string; readonly created?: boolean }
  | { readonly success: false; readonly error: ApiError };

/** A collection request for some of the records; `first` is the place of the first of them in the input. */
export type WriteRequest<Input> = (
  records: readonly Input[],
  first: number,
  allOrNone: boolean,
) => Operation<(WireSaveResult & { created?: boolean })[]>;

export interface WriteOptions extends SaveOptions {
  readonly allOrNone?: boolean;
}

/**
 * Writes records, one request after the other, so that those of one call do not wait for each other's locks.
 *
 * @throws PartialFailureError where one of several requests failed, or `allOrNone` undid the records
 */
export async function writeMany<Input>(
  send: Send,
  inputs: readonly Input[],
  { allOrNone = false, ...saving }: WriteOptions,
  request: WriteRequest<Input>,
): Promise<WriteResult[]> {
  const options = toCallOptions(saving);
  if (allOrNone && inputs.length > LARGEST_WRITE) {
    throw new SettingsError(
      "settings.all-or-none",
      `\`allOrNone\` with ${inputs.length} records cannot be kept.`,
      {
        hint: `Give at most ${LARGEST_WRITE}: Salesforce cannot undo an earlier request.`,
      },
    );
  }
  const operations = chunksOf(inputs).map(({ first, records }) => request(records, first, allOrNone));
  const results: WriteResult[] = [];
  for (const [index, operation] of operations.entries()) {
    try {
      const answered = await send(operation, options);
      results.push(...(await toResults(answered, Math.min(LARGEST_WRITE, inputs.length - results.length))));
    } catch (cause) {
      if (operations.length === 1 || options.signal?.aborted) throw cause;
      throw partialFailure(`Request ${index + 1} of ${operations.length} failed.`, inputs, results, cause);
    }
  }
  if (allOrNone && results.some((result) => !result.success)) throw undone(inputs, results);
  return results;
}

function chunksOf<Input>(inputs: readonly Input[]): { first: number; records: readonly Input[] }[] {
  const count = Math.ceil(inputs.length / LARGEST_WRITE);
  return Array.from({ length: count }, (_, index) => {
    const first = index * LARGEST_WRITE;
    return { first, records: inputs.slice(first, first + LARGEST_WRITE) };
  });
}

async function toResults(
  answered: readonly (WireSaveResult & { created?: boolean })[],
  expected: number,
): Promise<WriteResult[]> {
  if (Array.isArray(answered) && answered.length === expected) return Promise.all(answered.map(toResult));
  throw new DecodeError("decode.collection", `Salesforce did not answer for each of ${expected} records.`, {
    hint: "Which of them were written is not known.",
  });
}

async function toResult(answer: WireSaveResult & { created?: boolean }): Promise<WriteResult> {
  const { success, id, created, errors } = answer;
  // A published platform event succeeds with entries in `errors`.
  if (success && id !== undefined) return { success, id, ...(created !== undefined && { created }) };
  const entries = errors.map(({ statusCode, message, fields = [] }) => ({
    errorCode: statusCode,
    message,
    fields,
  }));
  const { apiError } = await import("../../http/api-error.js");
  return { success: false, error: apiError(entries) };
}

function undone<Input>(
  inputs: readonly Input[],
  results: readonly WriteResult[],
): PartialFailureError<Input> {
  const failed = failedOf(inputs, results);
  const reason =
    failed.find(({ error }) => error.errorCode !== "ALL_OR_NONE_OPERATION_ROLLED_BACK") ?? failed[0];
  const message = `No record was written, because record ${reason?.index} failed: ${reason?.error.message}`;
  return new PartialFailureError(
    message,
    { succeeded: [], failed, unanswered: [] },
    { cause: reason?.error },
  );
}

function partialFailure<Input>(
  message: string,
  inputs: readonly Input[],
  results: readonly WriteResult[],
  cause: unknown,
): PartialFailureError<Input> {
  const succeeded = results.flatMap((result, index) => (result.success ? [{ index, id: result.id }] : []));
  const unanswered = inputs
    .slice(results.length)
    .map((input, offset) => ({ index: results.length + offset, input }));
  return new PartialFailureError(
    `${message} ${succeeded.length} records were written; ${unanswered.length} were not answered for.`,
    { succeeded, failed: failedOf(inputs, results), unanswered },
    { cause, hint: "See `cause`, then write those in `failed` and `unanswered` again." },
  );
}

function failedOf<Input>(inputs: readonly Input[], results: readonly WriteResult[]): FailedRecord<Input>[] {
  return results.flatMap((result, index) =>
    result.success ? [] : [{ index, input: inputs[index] as Input, error: result.error }],
  );
}
