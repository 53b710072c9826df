import { SettingsError } from "../errors.js";
import { kindOf } from "../settings/kind-of.js";
import { checkHeaders } from "../settings/settings.js";
import { formBody } from "./form-body.js";
import { encodeBody, type Operation } from "./operation.js";

type BodyToSend = Pick<Operation<unknown>, "body" | "contentType">;

/**
 * The body of a request, as text or bytes, and what it is. JSON is made at once: what callers change later is not
 * sent.
 *
 * @throws SettingsError where it cannot be sent, or is another kind than `given` says
 */
export async function bodyToSend(body: unknown, given: string | undefined): Promise<BodyToSend> {
  if (given !== undefined) checkHeaders({ "content-type": given });
  if (body === undefined) return {};
  if (typeof body === "string") {
    if (given !== undefined) return { body, contentType: given };
    throw wrongBody(
      "text, and `contentType` is missing",
      'Where the text is JSON, it is "application/json".',
    );
  }
  if (body instanceof FormData) {
    if (given === undefined) return formBody(body);
    throw wrongBody("FormData, and has a `contentType`", "Leave it out: it would lack the boundary.");
  }
  if (body instanceof URLSearchParams) {
    return { body: body.toString(), contentType: given ?? "application/x-www-form-urlencoded" };
  }
  if (body instanceof Blob) {
    return { body: new Uint8Array(await body.arrayBuffer()), contentType: given ?? (body.type || BYTES) };
  }
  if (body instanceof ArrayBuffer) return { body: new Uint8Array(body), contentType: given ?? BYTES };
  if (ArrayBuffer.isView(body)) {
    const { buffer, byteOffset, byteLength } = body as Uint8Array<ArrayBuffer>;
    return { body: new Uint8Array(buffer, byteOffset, byteLength), contentType: given ?? BYTES };
  }
  return jsonBody(body, given ?? "application/json; charset=utf-8");
}

const BYTES = "application/octet-stream";

function jsonBody(body: unknown, contentType: string): BodyToSend {
  const isStream =
    Object(body) === body && ("getReader" in Object(body) || Symbol.asyncIterator in Object(body));
  if (isStream) throw wrongBody("a stream", "It could not be sent again: give bytes or a Blob.");
  if (!/json/i.test(contentType)) {
    throw wrongBody(`${kindOf(body)}, and \`contentType\` is no JSON`, "Give text or bytes.");
  }
  const text = encodeBody(body);
  if (text !== undefined) return { body: text, contentType };
  throw wrongBody(kindOf(body), "JSON cannot hold it.");
}

function wrongBody(kind: string, hint: string): SettingsError {
  return new SettingsError("settings.body", `\`body\` is ${kind}.`, { hint });
}
