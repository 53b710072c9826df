import { type Operation, operation } from "../../http/operation.js";
import type { AnswerOf } from "./answers.js";

/** Salesforce takes no more in one composite request, */
export const LARGEST_COMPOSITE = 25;
/** no more in one graph or in all graphs of a request together, */
export const LARGEST_GRAPH = 500;
/** and no more graphs. */
export const MOST_GRAPHS = 75;

export interface SubRequest {
  readonly method: Operation<unknown>["method"];
  readonly url: string;
  readonly referenceId: string;
  readonly body?: unknown;
}

export interface SubAnswer {
  readonly referenceId: string;
  readonly httpStatusCode: number;
  readonly body?: unknown;
}

/** `POST /composite`. */
export function compositeRequest(
  requests: readonly SubRequest[],
  allOrNone: boolean,
): Operation<readonly SubAnswer[]> {
  const body = { allOrNone, compositeRequest: [...requests] };
  return operation("post", "/composite", { body }, ({ compositeResponse }) => compositeResponse);
}

/** The answers to the requests of one graph. */
export interface GraphAnswer {
  readonly answers: readonly SubAnswer[];
}

/** `POST /composite/graph`: each graph is all or none by itself. */
export function graphsRequest(graphs: readonly (readonly SubRequest[])[]): Operation<readonly GraphAnswer[]> {
  const body = {
    graphs: graphs.map((requests, index) => ({ graphId: `g${index}`, compositeRequest: [...requests] })),
  };
  return operation("post", "/composite/graph", { body }, (answered) =>
    graphs.map((_, index) => {
      const graph = answered.graphs.find(({ graphId }) => graphId === `g${index}`);
      return { answers: graph?.graphResponse.compositeResponse ?? [] };
    }),
  );
}

/** Finds the answer to a step by the name of its request. */
export function answersByName(answers: readonly SubAnswer[]): AnswerOf {
  const byName = new Map(answers.map((answer) => [answer.referenceId, answer]));
  return ({ referenceId }) => {
    const answer = byName.get(referenceId);
    return { status: answer?.httpStatusCode ?? 500, body: answer?.body ?? undefined };
  };
}
