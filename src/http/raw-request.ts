import { DecodeError, SettingsError } from "../errors.js";
import { isSendable } from "../soql/is-sendable.js";
import { type AnswerBody, piecesOf } from "./answer-body.js";
import type { AnswerParts, Operation } from "./operation.js";
import { fullPath, type Send } from "./pipeline.js";
import { asStream, type Receive } from "./receive.js";
import type { AnswerForms, RawRequestOptions } from "./request.js";
import { querySerializer } from "./rest-url.js";
import { servicePath } from "./service-path.js";

type Method = Operation<unknown>["method"];
type Form = "json" | keyof AnswerForms;
type RawOptions = RawRequestOptions & { as?: Form };

const METHODS: readonly Method[] = ["GET", "POST", "PATCH", "PUT", "DELETE"];

/** Sends what no method of its own says. */
export function createRawRequest(send: Send, apiVersion: string) {
  return async (method: Method, path: string, options: RawOptions = {}): Promise<unknown> => {
    const { query, body, contentType, repeatable, as = "json", ...call } = options;
    if (!METHODS.includes(method)) throw wrong("method", "is not known", `Known: ${METHODS.join(", ")}.`);
    const form = Object.hasOwn(forms, as) ? forms[as] : undefined;
    if (form === undefined) throw wrong("as", "is not known", `Known: ${Object.keys(forms).join(", ")}.`);
    return send(
      {
        method,
        path: withQuery(checkPath(path, apiVersion), query),
        ...(await sendable(body, contentType)),
        headers: as === "json" ? undefined : { accept: "*/*" },
        repeatable: repeatable ?? method === "GET",
        ...form,
      },
      call,
    );
  };
}

/** How each form is received, and made of the answer. */
const forms: Readonly<Record<Form, Pick<Operation<unknown>, "receive" | "decode">>> = {
  json: { decode: asJson },
  text: { decode: (_, { text = "" }) => text },
  bytes: {
    receive: asBytes,
    decode: (_, { content, text = "" }) => content ?? new TextEncoder().encode(text),
  },
  stream: { receive: asStream, decode: (_, { stream }) => webStream(stream) },
};

function asJson(body: unknown, { text }: AnswerParts): unknown {
  // The text of a JSON string has quotes.
  if (typeof body !== "string" || body !== text) return body;
  throw new DecodeError("decode.body", "The answer holds text instead of JSON.", {
    hint: 'Ask for it `as: "text"`.',
  });
}

async function asBytes(body: Parameters<Receive>[0], url: string) {
  const { stream } = asStream(body, url);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of piecesOf(stream)) pieces.push(new Uint8Array(piece));
  return { text: "", content: new Uint8Array(await new Blob(pieces).arrayBuffer()) };
}

function webStream(body: AnswerBody | undefined): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = await body?.read();
        if (piece === undefined) controller.close();
        else controller.enqueue(piece);
      },
      cancel: () => body?.cancel(),
    },
    { highWaterMark: 0 },
  );
}

/** What parsers of URLs take out, take for something else, or do not send, and what would climb. */
const MISTAKEN = /^\/\/|[\\#\p{Cc}]|^[^?]*\/(\.|%2e){1,2}(\/|\?|$)/iu;

function checkPath(path: string, apiVersion: string): string {
  const isText = typeof path === "string" && path.startsWith("/") && isSendable(path);
  const sent = isText && !MISTAKEN.test(path) ? servicePath(fullPath(path, apiVersion)) : undefined;
  if (sent !== undefined) return sent;
  throw new SettingsError("settings.path", "`path` is no path below /services/ of the org.", {
    hint: "Give it from /services/ on, or after the version, as /limits; encode values by encodeURIComponent.",
  });
}

function withQuery(path: string, query: RawRequestOptions["query"] = {}): string {
  const text = querySerializer(query);
  if (text === "") return path;
  return `${path}${path.includes("?") ? "&" : "?"}${text}`;
}

async function sendable(body: unknown, contentType: string | undefined) {
  if (body instanceof ReadableStream) {
    throw wrong("body", "is a stream", "Give its bytes: what is sent may have to be sent again.");
  }
  if (body instanceof Blob || body instanceof FormData || body instanceof URLSearchParams) {
    const response = new Response(body);
    const own = response.headers.get("content-type");
    return { body: new Uint8Array(await response.arrayBuffer()), contentType: contentType ?? own ?? BYTES };
  }
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) {
    return { body: bytesOf(body), contentType: contentType ?? BYTES };
  }
  if (contentType === undefined) return { body };
  if (typeof body === "string") return { body, contentType };
  if (/^application\/([\w.-]+\+)?json\b/i.test(contentType))
    return { body: JSON.stringify(body), contentType };
  throw wrong("body", `is no ${contentType}`, "With a `contentType`, give text or bytes.");
}

const BYTES = "application/octet-stream";

function bytesOf(body: ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  // A copy: the caller may go on with theirs.
  if (body instanceof ArrayBuffer) return new Uint8Array(body.slice(0));
  return new Uint8Array(new Uint8Array(body.buffer, body.byteOffset, body.byteLength));
}

function wrong(name: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.request", `\`${name}\` ${problem}.`, { hint });
}
