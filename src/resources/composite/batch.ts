import { isOrgtypeError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { type Operation, operation } from "../../http/operation.js";
import { fullPath } from "../../http/org-path.js";
import type { Send } from "../../http/pipeline.js";
import { outcomesOf, type StepAnswer, type Unanswered } from "./answers.js";
import { checkSize, type Plan, type Step } from "./plan.js";

/** Salesforce takes no more in one batch. */
const LARGEST_BATCH = 25;

export type BatchOptions = CallOptions & { readonly haltOnError?: boolean };

type Came = StepAnswer | Unanswered;

/** What Salesforce answers for those of one batch. */
const HALTED: StepAnswer = {
  status: 412,
  body: [
    {
      errorCode: "BATCH_PROCESSING_HALTED",
      message: "Not sent, since a request before it failed.",
      fields: [],
    },
  ],
};

/** Sends a plan: 25 of its requests with each of ours. */
export async function sendBatch(
  send: Send,
  apiVersion: string,
  made: Plan,
  { haltOnError = false, ...options }: BatchOptions,
): Promise<unknown> {
  checkSize(made, Number.POSITIVE_INFINITY);
  const steps = [...made.steps.values()];
  const came = new Map<Step, Came>();
  for (let start = 0; start < steps.length; start += LARGEST_BATCH) {
    const chunk = steps.slice(start, start + LARGEST_BATCH);
    const isHalted = haltOnError && [...came.values()].some(hasFailed);
    const answers = isHalted ? chunk.map(() => HALTED) : await answersTo(chunk);
    chunk.forEach((step, place) => void came.set(step, answers[place] ?? HALTED));
  }
  return outcomesOf(made, (step) => came.get(step) ?? HALTED);

  /** Where a request fails as a whole, so has each of its parts, and no other. */
  async function answersTo(chunk: readonly Step[]): Promise<readonly Came[]> {
    try {
      return await send(batchRequest(chunk, apiVersion, haltOnError), options);
    } catch (error) {
      if (options.signal?.aborted || !isOrgtypeError(error)) throw error;
      return chunk.map(() => ({ error }));
    }
  }
}

/** `POST /composite/batch`. Sent again where the answer was lost only if all of its parts may be. */
function batchRequest(
  steps: readonly Step[],
  apiVersion: string,
  haltOnError: boolean,
): Operation<readonly StepAnswer[]> {
  const batchRequests = steps.map(({ operation: { method, path, body } }) => ({
    method,
    url: fullPath(path, apiVersion).replace(/^\/services\/data\//, ""),
    ...(body !== undefined && { richInput: body }),
  }));
  const repeatable = steps.every((step) => step.operation.repeatable);
  const parts = { body: { haltOnError, batchRequests }, repeatable };
  return operation("post", "/composite/batch", parts, ({ results }) =>
    results.map(({ statusCode, result }) => ({ status: statusCode, body: result ?? undefined })),
  );
}

function hasFailed(came: Came): boolean {
  return "error" in came || came.status >= 400;
}
