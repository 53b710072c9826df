import type { CallBody } from "./call.js";
import { jsonParserError, requestFault } from "./fault.js";
import { NO_BODY, parseJsonBody } from "./json-body.js";
import { type Multipart, parseMultipart } from "./multipart.js";

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json$/;
const BYTE_ORDER_MARK = /^\uFEFF/;
const MULTIPART_TYPE = "multipart/form-data";

/** The body of a request from the network. A body without a type counts as JSON. */
export function wireBody(contentType: string | null, bytes: Uint8Array<ArrayBuffer>): CallBody {
  const type = (contentType ?? "application/json").split(";")[0]?.trim().toLowerCase() ?? "";
  let parsed: Multipart | undefined;
  const multipart = (): Multipart => {
    parsed ??= parseMultipart(contentType ?? "", bytes);
    return parsed;
  };
  let decoded: string | undefined;
  const text = (): string => {
    decoded ??= new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return decoded;
  };
  return {
    text,
    files: () => (type === MULTIPART_TYPE ? multipart().files : new Map()),
    body: () => {
      if (type === MULTIPART_TYPE) return parseJsonBody(multipart().json);
      if (bytes.length > 0 && !JSON_TYPE.test(type)) throw unsupported(type);
      return parseJsonBody(text().replace(BYTE_ORDER_MARK, ""));
    },
  };
}

/** The body of a sub-request: a JSON value out of the request around it, with files of that request. */
export function nestedBody(value: unknown, files: ReturnType<CallBody["files"]> = new Map()): CallBody {
  return {
    text: () => (value === undefined ? "" : JSON.stringify(value)),
    files: () => files,
    body: () => {
      if (value === undefined) throw jsonParserError(NO_BODY);
      return value;
    },
  };
}

function unsupported(type: string) {
  return requestFault(
    415,
    "UNSUPPORTED_MEDIA_TYPE",
    `MediaType of '${type}' is not supported by this resource`,
  );
}
