import { type Answer, parseBody, succeeded } from "./answer.js";
import type { Operation } from "./operation.js";
import type { HintFor } from "./refusal.js";

/** Reads on in a parsed body: how values are given that JSON has as text. */
export type ReviveBody = (body: unknown) => Promise<unknown>;

/** What is done with answers beside what their operation does. */
export interface Reading {
  /** Looks at each body before its operation does. */
  readonly revive?: ReviveBody | undefined;
  /** Loads what is known of errors. */
  readonly hints?: (() => Promise<HintFor>) | undefined;
}

/**
 * The result of an operation, from its answer.
 *
 * @param request its method and path, for the error
 * @throws ApiError where Salesforce said no, DecodeError where the answer is not what the API promises
 */
export async function decode<T>(
  operation: Operation<T>,
  answer: Answer,
  request: string,
  { revive, hints }: Reading,
): Promise<T> {
  const { text, ...parts } = answer;
  if (succeeded(parts.status)) {
    const body = parseBody(text);
    return operation.decode(revive === undefined ? body : await revive(body), parts);
  }
  const { refusal } = await import("./refusal.js");
  throw refusal(answer, request, await hints?.());
}
