import type { Answer, Content } from "./call.js";

const JSON_TYPE = "application/json;charset=UTF-8";
/** Bytes below which compression is not worth its while. */
const COMPRESSED_FROM = 1_024;
const ACCEPTS_GZIP = /(?:^|[\s,])(?:gzip|\*)(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

/** An answer as it goes over the network, compressed for those who ask for it. */
export function toResponse(request: Request, answer: Answer): Response {
  const headers = new Headers(answer.headers);
  const content = contentOf(request, answer);
  if (content === undefined) return new Response(null, { status: answer.status, headers });
  headers.set("Content-Type", content.type);
  const bytes = bytesOf(content);
  const compress =
    bytes.length >= COMPRESSED_FROM && ACCEPTS_GZIP.test(request.headers.get("Accept-Encoding") ?? "");
  if (compress) {
    headers.set("Content-Encoding", "gzip");
    const tag = headers.get("ETag");
    if (tag !== null) headers.set("ETag", tag.replace(/"$/, '--gzip"'));
  }
  if (request.method === "HEAD") return new Response(null, { status: answer.status, headers });
  return new Response(compress ? gzip(bytes) : bytes, { status: answer.status, headers });
}

function contentOf(request: Request, { body, content }: Answer): Content | undefined {
  if (body === undefined) return content;
  const indent = request.headers.get("X-PrettyPrint") === "1" ? 2 : 0;
  return { type: JSON_TYPE, data: JSON.stringify(body, null, indent) };
}

function bytesOf({ data }: Content): Uint8Array<ArrayBuffer> {
  return typeof data === "string" ? new TextEncoder().encode(data) : data;
}

function gzip(bytes: Uint8Array<ArrayBuffer>): ReadableStream {
  return new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
}
