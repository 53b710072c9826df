import { joined } from "../csv/joined.js";
import { DecodeError } from "../errors.js";
import type { Answer } from "./answer.js";
import type { AnswerBody, BodyStream } from "./answer-body.js";
import type { AnswerParts } from "./operation.js";
import { asStream, type Receive, type Received } from "./receive.js";
import type { AnswerFormName } from "./request-call.js";

/** How an answer is asked for, received, and what is made of it. */
interface AnswerForm {
  readonly accept: string;
  readonly receive?: Receive;
  readonly decode: (body: unknown, answer: AnswerParts, signal: AbortSignal | undefined) => unknown;
}

const stream: AnswerForm = {
  accept: "*/*",
  receive: asStream,
  decode: (_, answer, signal) => streamOf(answer, signal),
};

export const answerForms: Readonly<Record<AnswerFormName, AnswerForm>> = {
  json: { accept: "application/json", decode: jsonOf },
  text: { accept: "*/*", decode: (_, { text }) => text },
  bytes: {
    accept: "*/*",
    receive: asBytes,
    decode: (_, { content, text }) => content ?? new TextEncoder().encode(text),
  },
  stream,
  response: stream,
};

function jsonOf(body: unknown, { text }: AnswerParts): unknown {
  // What cannot be parsed is the text itself, which JSON never is: it has its quotes.
  if (body === undefined || body !== text) return body;
  throw new DecodeError("decode.body", "The answer holds text instead of JSON.", {
    hint: 'Give `as: "text"` where the path answers text. Else something between here and Salesforce may have answered.',
  });
}

async function asBytes(body: BodyStream): Promise<Received> {
  const reader = body.getReader();
  const pieces: Uint8Array[] = [];
  for (;;) {
    const { value } = await reader.read();
    if (value === undefined) return { text: "", content: joined(pieces) };
    pieces.push(value);
  }
}

/** A body as a web stream. The signal ends it even while nobody reads. */
function streamOf({ stream, text }: AnswerParts, signal?: AbortSignal): ReadableStream<Uint8Array> | null {
  return stream === undefined ? new Response(text).body : webStream(stream, signal);
}

function webStream(body: AnswerBody, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
  let release = () => {};
  return new ReadableStream(
    {
      start(controller) {
        const abort = () => {
          controller.error(signal?.reason);
          void body.cancel();
        };
        signal?.addEventListener("abort", abort, { once: true });
        release = () => signal?.removeEventListener("abort", abort);
      },
      async pull(controller) {
        try {
          const piece = await body.read();
          if (piece !== undefined) return controller.enqueue(piece);
          release();
          controller.close();
        } catch (error) {
          release();
          throw error;
        }
      },
      cancel() {
        release();
        return body.cancel();
      },
    },
    { highWaterMark: 0 },
  );
}

/** An answer as `fetch` would give it. */
export function responseOf(answer: Answer, signal?: AbortSignal): Response {
  const { status, headers } = answer;
  const isEmpty = status === 204 || status === 205 || status === 304;
  if (isEmpty) void answer.stream?.cancel();
  return new Response(isEmpty ? null : streamOf(answer, signal), { status, headers: [...headers] });
}
