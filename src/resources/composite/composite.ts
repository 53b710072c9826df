import type { CallOptions } from "../../http/call-options.js";
import { fullPath } from "../../http/org-path.js";
import type { Send } from "../../http/pipeline.js";
import { outcomesOf, resultsOf } from "./answers.js";
import { checkSize, type Plan, type Step } from "./plan.js";
import type { References } from "./references.js";
import {
  answersByName,
  compositeRequest,
  graphsRequest,
  LARGEST_COMPOSITE,
  LARGEST_GRAPH,
  type SubRequest,
} from "./requests.js";

export type CompositeOptions = CallOptions & { readonly allOrNone?: boolean };

/** Sends a plan: a request for all of it. */
export async function sendComposite(
  send: Send,
  apiVersion: string,
  made: Plan,
  references: References,
  { allOrNone = true, ...options }: CompositeOptions,
): Promise<unknown> {
  checkSize(made, allOrNone ? LARGEST_GRAPH : LARGEST_COMPOSITE);
  const requests = [...made.steps.values()].map((step) => toRequest(step, apiVersion, references));
  const answers =
    requests.length > LARGEST_COMPOSITE
      ? (await send(graphsRequest([requests]), options)).flatMap((graph) => graph.answers)
      : await send(compositeRequest(requests, allOrNone), options);
  const answerOf = answersByName(answers);
  return allOrNone ? resultsOf(made, answerOf) : outcomesOf(made, answerOf);
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
