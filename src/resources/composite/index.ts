import type { CallOptions } from "../../http/call-options.js";
import { fullPath, type Send } from "../../http/pipeline.js";
import { outcomesOf, resultsOf } from "./answers.js";
import type { RunComposite } from "./composite-client.js";
import { checkSize, makePlan, type Planner, type Step } from "./plan.js";
import { createReferences, type References } from "./references.js";
import {
  answersByName,
  compositeRequest,
  graphsRequest,
  LARGEST_COMPOSITE,
  LARGEST_GRAPH,
  type SubRequest,
} from "./requests.js";

type Options = CallOptions & { readonly allOrNone?: boolean };

export function createComposite<S>(send: Send, apiVersion: string, planner: Planner): RunComposite<S> {
  return (async (plan: (c: object) => unknown, { allOrNone = true, ...options }: Options = {}) => {
    const references = createReferences();
    const made = makePlan(plan, planner, references, true);
    checkSize(made, allOrNone ? LARGEST_GRAPH : LARGEST_COMPOSITE);
    const requests = [...made.steps.values()].map((step) => toRequest(step, apiVersion, references));
    const answers =
      requests.length > LARGEST_COMPOSITE
        ? (await send(graphsRequest([requests]), options)).flatMap((graph) => graph.answers)
        : await send(compositeRequest(requests, allOrNone), options);
    const answerOf = answersByName(answers);
    return allOrNone ? resultsOf(made, answerOf) : outcomesOf(made, answerOf);
  }) as unknown as RunComposite<S>;
}

/** A step as a part of a composite request. */
export function toRequest(
  { referenceId, operation }: Step,
  apiVersion: string,
  references: References,
): SubRequest {
  const { method, path, body } = operation;
  references.check(body, "record");
  return {
    method,
    url: references.inPath(fullPath(path, apiVersion)),
    referenceId,
    ...(body !== undefined && { body }),
  };
}
