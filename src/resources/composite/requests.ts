import { type Operation, operation } from "../../http/operation.js";

/** Salesforce takes no more in one composite request, */
export const LARGEST_COMPOSITE = 25;
/** and no more in one graph. */
export const LARGEST_GRAPH = 500;

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

/** `POST /composite/graph`: one graph, which is always all or none. */
export function graphRequest(requests: readonly SubRequest[]): Operation<readonly SubAnswer[]> {
  const body = { graphs: [{ graphId: "plan", compositeRequest: [...requests] }] };
  return operation("post", "/composite/graph", { body }, ({ graphs }) =>
    graphs.flatMap(({ graphResponse }) => graphResponse.compositeResponse),
  );
}
