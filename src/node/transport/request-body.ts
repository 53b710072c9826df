import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";

/** What `fetch` takes as a body and this package gives it: text, bytes, forms, Blobs and streams. */
export type RequestBody = RequestInit["body"];

/** What Node sends. */
export type NodeBody = Buffer | string | Readable | undefined;

/** Bytes up to which a Blob is read before it is sent. */
const SMALL_BLOB = 1 << 18;

/** A Blob as Node sends it: a large one may be a file that is not in memory. */
export async function blobBody(blob: Blob): Promise<Buffer | Readable> {
  if (blob.size > SMALL_BLOB) return readable(blob.stream());
  return Buffer.from(await blob.arrayBuffer());
}

/**
 * A body as Node sends it. Text stays text: Node writes it together with the headers.
 *
 * @throws TypeError for a body that is a multipart form
 */
export function nodeBody(body: Exclude<RequestBody, Blob>): NodeBody {
  if (body instanceof ReadableStream) return readable(body);
  if (body === undefined || body === null) return undefined;
  if (typeof body === "string") return body;
  if (body instanceof URLSearchParams) return body.toString();
  if (body instanceof ArrayBuffer) return Buffer.from(body);
  if (ArrayBuffer.isView(body)) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  throw new TypeError("nodeTransport sends text, bytes, URL forms, Blobs and streams, not FormData.");
}

function readable(stream: ReadableStream): Readable {
  // Node's own type of web streams is another one than the web's.
  return Readable.fromWeb(stream as unknown as NodeReadableStream);
}
