import type { Answer } from "./answer.js";
import type { AnswerBody, BodyStream } from "./answer-body.js";
import { connectionError } from "./connection-failure.js";

/** How the body of an answer that is no refusal is received. Each attempt begins anew. */
export type Receive = (body: BodyStream, url: string) => Received | Promise<Received>;

/** What an answer has in the place of its body. */
export type Received = Pick<Answer, "text" | "stream" | "content">;

/** Receives the body of a response as it comes, with the errors of this package. */
export function asStream(body: BodyStream, url: string): Received {
  const reader = body.getReader();
  const stream: AnswerBody = {
    async read() {
      try {
        return (await reader.read()).value;
      } catch (cause) {
        throw connectionError(url, cause, "connection.cut");
      }
    },
    // A stream that failed before refuses to be cancelled.
    cancel: () => reader.cancel().catch(() => {}),
  };
  return { text: "", stream };
}
