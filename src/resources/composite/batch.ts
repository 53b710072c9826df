import { isOrgtypeError, type OrgtypeError } from "../../errors.js";
import { apiError } from "../../http/api-error.js";
import type { CallOptions } from "../../http/call-options.js";
import { type Operation, operation } from "../../http/operation.js";
import { fullPath, type Send } from "../../http/pipeline.js";
import { outcomesOf, type StepAnswer } from "./answers.js";
import type { RunBatch } from "./composite-client.js";
import { checkSize, inShape, makePlan, type Planner, type Step } from "./plan.js";
import { createReferences } from "./references.js";

/** Salesforce takes no more in one batch. */
const LARGEST_BATCH = 25;

type Options = CallOptions & { readonly haltOnError?: boolean };

/** What came of a step: an answer, or why there is none. */
type Came = { readonly answer: StepAnswer } | { readonly error: OrgtypeError };

export function createBatch<S>(send: Send, apiVersion: string, planner: Planner): RunBatch<S> {
  return (async (plan: (b: object) => unknown, { haltOnError = false, ...options }: Options = {}) => {
    const made = makePlan(plan, planner, createReferences(), false);
    checkSize(made, Number.POSITIVE_INFINITY);
    const steps = [...made.steps.values()];
    const came = new Map<Step, Came>();
    for (let start = 0; start < steps.length; start += LARGEST_BATCH) {
      const chunk = steps.slice(start, start + LARGEST_BATCH);
      const isHalted = haltOnError && [...came.values()].some(hasFailed);
      const answers = isHalted ? chunk.map(halted) : await answersTo(chunk, { haltOnError, options });
      chunk.forEach((step, place) => void came.set(step, answers[place] ?? halted()));
    }
    return inShape(made, (step) => outcomeOf(step, came.get(step) ?? halted()));
  }) as unknown as RunBatch<S>;

  /** Where a request fails as a whole, so has each of its parts, and no other. */
  async function answersTo(
    steps: readonly Step[],
    { haltOnError, options }: { haltOnError: boolean; options: CallOptions },
  ): Promise<Came[]> {
    try {
      const answers = await send(batchRequest(steps, apiVersion, haltOnError), options);
      return answers.map((answer) => ({ answer }));
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

function halted(): Came {
  const message = "Not sent, since a request before it failed.";
  return { error: apiError([{ errorCode: "BATCH_PROCESSING_HALTED", message, fields: [] }]) };
}

function hasFailed(came: Came): boolean {
  return "error" in came || came.answer.status >= 400;
}

function outcomeOf(step: Step, came: Came): unknown {
  if ("error" in came) return { success: false, error: came.error };
  return outcomesOf({ steps: new Map([[step, step]]), returned: step }, () => came.answer);
}
