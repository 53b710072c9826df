/** What `fetch` takes as a body and this package gives it: text, forms and Blobs. */
export type RequestBody = RequestInit["body"];

/** What is in a Blob. */
export async function blobBytes(blob: Blob): Promise<Buffer> {
  return Buffer.from(await blob.arrayBuffer());
}

/**
 * A body as Node sends it. Text stays text: Node writes it together with the headers.
 *
 * @throws TypeError for a body that is a stream or a multipart form
 */
export function nodeBody(body: Exclude<RequestBody, Blob>): Buffer | string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === "string") return body;
  if (body instanceof URLSearchParams) return body.toString();
  if (body instanceof ArrayBuffer) return Buffer.from(body);
  if (ArrayBuffer.isView(body)) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  throw new TypeError("nodeTransport sends text, bytes, forms and Blobs, not streams.");
}
