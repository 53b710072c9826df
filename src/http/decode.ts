import { type Answer, parseBody, succeeded } from "./answer.js";
import type { Operation } from "./operation.js";

/** Reads on in a parsed body: how values are given that JSON has as text. */
export type ReviveBody = (body: unknown) => Promise<unknown>;

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
  revive?: ReviveBody,
): Promise<T> {
  const { text, ...parts } = answer;
  if (succeeded(parts.status)) {
    const body = parseBody(text);
    return operation.decode(revive === undefined ? body : await revive(body), parts);
  }
  const { refusal } = await import("./api-error.js");
  throw refusal(answer, request);
}
