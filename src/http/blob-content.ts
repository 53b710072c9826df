import { SettingsError } from "../errors.js";
import { kindOf } from "../settings/kind-of.js";

/**
 * What a file is made of: a `Blob` or `File`, bytes, text, or pieces as they come, such as a file stream of Node or
 * the body of a `Response`. Of a file on disk `openAsBlob` of Node makes a Blob without reading it.
 */
export type BlobContent =
  | Blob
  | ArrayBuffer
  | ArrayBufferView
  | string
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>;

/** Pieces that are there once only, or content that is there whole. */
export type OpenedContent = { readonly whole: Blob } | { readonly pieces: AsyncIterator<unknown> };

/** @throws SettingsError where it is none */
export function openContent(content: unknown): OpenedContent {
  if (content instanceof Blob) return { whole: content };
  const isWhole =
    typeof content === "string" || content instanceof ArrayBuffer || ArrayBuffer.isView(content);
  // A copy: what callers write over the bytes later is not sent.
  if (isWhole) return { whole: new Blob([content as BlobPart]) };
  if (content instanceof ReadableStream) {
    if (!content.locked) return { pieces: piecesOf(content) };
    throw wrongContent("a stream that is read elsewhere");
  }
  const iterate = (content as Partial<AsyncIterable<unknown>> | null | undefined)?.[Symbol.asyncIterator];
  if (typeof iterate === "function") return { pieces: iterate.call(content) };
  throw wrongContent(kindOf(content));
}

/** @throws SettingsError where a piece is neither bytes nor text */
export function bytesOf(piece: unknown): Uint8Array {
  if (piece instanceof Uint8Array) return piece;
  if (typeof piece === "string") return new TextEncoder().encode(piece);
  if (piece instanceof ArrayBuffer) return new Uint8Array(piece);
  throw new SettingsError("settings.blob", `A piece of the content is ${kindOf(piece)}.`, {
    hint: "Give pieces that are bytes or text.",
  });
}

/** Not every browser iterates streams by itself. */
export async function* piecesOf(stream: ReadableStream<unknown>): AsyncGenerator<unknown, void, undefined> {
  const reader = stream.getReader();
  let isOver = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      isOver = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!isOver) await reader.cancel().catch(() => {});
  }
}

function wrongContent(kind: string): SettingsError {
  return new SettingsError("settings.blob", `The content is ${kind}.`, {
    hint: "Give a Blob or File, bytes, text, or a stream of bytes that nobody has read from.",
  });
}
