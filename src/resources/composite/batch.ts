import { isOrgtypeError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { type Operation, operation } from "../../http/operation.js";
import { fullPath, type Send } from "../../http/pipeline.js";
import { outcomesOf, type StepAnswer, type Unanswered } from "./answers.js";
import type { RunBatch } from "./composite-client.js";
import { checkSize, makePlan, type Planner, type Step } from "./plan.js";
import { createReferences } from "./references.js";

/** Salesforce takes no more in one batch. */
const LARGEST_BATCH = 25;

type Options = CallOptions & { readonly haltOnError?: boolean };

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

export function createBatch<S>(send: Send, apiVersion: string, planner: Planner): RunBatch<S> {
  return (async (plan: (b: object) => unknown, { haltOnError = false, ...options }: Options = {}) => {
    const made = makePlan(plan, planner, createReferences(), false);
    checkSize(made, Number.POSITIVE_INFINITY);
    const steps = [...made.steps.values()];
    const came = new Map<Step, Came>();
    for (let start = 0; start < steps.length; start += LARGEST_BATCH) {
      const chunk = steps.slice(start, start + LARGEST_BATCH);
      const isHalted = haltOnError && [...came.values()].some(hasFailed);
      const answers = isHalted ? chunk.map(() => HALTED) : await answersTo(chunk, { haltOnError, options });
      chunk.forEach((step, place) => void came.set(step, answers[place] ?? HALTED));
    }
    return outcomesOf(made, (step) => came.get(step) ?? HALTED);
  }) as unknown as RunBatch<S>;

  /** Where a request fails as a whole, so has each of its parts, and no other. */
  async function answersTo(
    steps: readonly Step[],
    { haltOnError, options }: { haltOnError: boolean; options: CallOptions },
  ): Promise<readonly Came[]> {
    try {
      return await send(batchRequest(steps, apiVersion, haltOnError), options);
    } catch (error) {
      if (options.signal?.aborted || !isOrgtypeError(error)) throw error;
      return steps.map(() => ({ error }));
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
