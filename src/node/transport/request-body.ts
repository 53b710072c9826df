/** What `fetch` takes as a body and this package gives it: text, forms and Blobs. */
export type RequestBody = RequestInit["body"];

/**
 * A body as Node sends it. Text stays text: Node writes it together with the headers.
 *
 * @throws TypeError for a body that is a stream or a multipart form
 */
export async function nodeBody(body: RequestBody): Promise<Buffer | string | undefined> {
  if (body === undefined || body === null) return undefined;
  if (typeof body === "string") return body;
  if (body instanceof URLSearchParams) return body.toString();
  if (body instanceof Blob) return Buffer.from(await body.arrayBuffer());
  if (body instanceof ArrayBuffer) return Buffer.from(body);
  if (ArrayBuffer.isView(body)) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  throw new TypeError("nodeTransport sends text, bytes, forms and Blobs, not streams.");
}
