import { requestFault } from "./fault.js";

const MAX_BOUNDARY = 70;
const JSON_TYPE = /^application\/json\b/i;
const HEADERS_END = "\r\n\r\n";

/** A part with a file name. */
export interface FilePart {
  readonly filename: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A `multipart/form-data` body: one part of JSON, and the files that go with it. */
export interface Multipart {
  readonly json: string;
  readonly files: ReadonlyMap<string, FilePart>;
}

interface Part {
  readonly name: string;
  readonly filename: string | undefined;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Parses a multipart body. The platform's own parser refuses short boundaries and the `;` that ends the header
 * lines of Salesforce's examples, so it cannot be used.
 */
export function parseMultipart(contentType: string, bytes: Uint8Array<ArrayBuffer>): Multipart {
  const parts = splitParts(bytes, boundaryOf(contentType)).map(readPart);
  const json = jsonPart(parts);
  if (json === undefined) throw invalid("Multipart message must include a non-binary part");
  const files = new Map<string, FilePart>();
  for (const part of parts) {
    const { name, filename, type, bytes: content } = part;
    if (part !== json && filename !== undefined) files.set(name, { filename, type, bytes: content });
  }
  return { json: new TextDecoder().decode(json.bytes), files };
}

/** The part that is no file. FormData gives every part made of a Blob a file name, JSON too. */
function jsonPart(parts: readonly Part[]): Part | undefined {
  return (
    parts.find(({ filename }) => filename === undefined) ?? parts.find(({ type }) => JSON_TYPE.test(type))
  );
}

function boundaryOf(contentType: string): string {
  const boundary = parameter(contentType, "boundary");
  if (boundary === undefined || boundary === "" || boundary.length > MAX_BOUNDARY) {
    throw invalid(`Multipart message needs a boundary of 1 to ${MAX_BOUNDARY} characters`);
  }
  return boundary;
}

/** A parameter of a header such as `form-data; name="Body"; filename="a.pdf"`. */
function parameter(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, "i").exec(header);
  return match?.[1]?.replace(/\\(.)/g, "$1") ?? match?.[2];
}

/** The bytes between one boundary line and the next. */
function splitParts(bytes: Uint8Array<ArrayBuffer>, boundary: string): Uint8Array<ArrayBuffer>[] {
  const text = latin1(bytes);
  const mark = `--${boundary}`;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let at = text.startsWith(mark) ? 0 : text.indexOf(`\r\n${mark}`) + 2;
  if (at === 1) throw invalid("Multipart message does not hold its boundary");
  while (!text.startsWith("--", at + mark.length)) {
    const from = text.indexOf("\r\n", at) + 2;
    const to = text.indexOf(`\r\n${mark}`, from - 2);
    if (from === 1 || to < 0) throw invalid("Multipart message does not end with its boundary");
    parts.push(bytes.subarray(from, Math.max(to, from)));
    at = to + 2;
  }
  return parts;
}

function readPart(bytes: Uint8Array<ArrayBuffer>): Part {
  const end = latin1(bytes).indexOf(HEADERS_END);
  if (end < 0) throw invalid("A part of a multipart message needs an empty line after its headers");
  const headers = new TextDecoder().decode(bytes.subarray(0, end)).split("\r\n");
  const disposition = headerOf(headers, "Content-Disposition") ?? "";
  return {
    name: parameter(disposition, "name") ?? "",
    filename: parameter(disposition, "filename"),
    type: headerOf(headers, "Content-Type") ?? "application/octet-stream",
    bytes: bytes.slice(end + HEADERS_END.length),
  };
}

function headerOf(lines: readonly string[], name: string): string | undefined {
  const start = `${name.toLowerCase()}:`;
  return lines
    .find((line) => line.toLowerCase().startsWith(start))
    ?.slice(start.length)
    .trim();
}

/** One character a byte, so that places in the text are places in the bytes. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

function invalid(message: string) {
  return requestFault(400, "INVALID_MULTIPART_REQUEST", message);
}
