import { fromBase64 } from "./base64url.js";
import { type OAuthCall, parameter } from "./oauth-call.js";
import { OAuthFault } from "./oauth-fault.js";

/** A request that a client sends about tokens, with what it says of itself. */
export interface TokenRequest {
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  /** A JWT in place of the secret. */
  readonly clientAssertion: string | null;
  readonly origin: string;
  /** A parameter of the form or of the query. */
  readonly get: (name: string) => string | null;
}

/** Reads the client's id and secret from the form or from HTTP Basic. */
export function readTokenRequest(call: OAuthCall): TokenRequest {
  const basic = /^Basic (.+)$/i.exec(call.headers.get("Authorization") ?? "")?.[1];
  const [id, secret] = basic === undefined ? [null, null] : decodeBasic(basic);
  const get = (name: string): string | null => parameter(call, name);
  return {
    clientId: get("client_id") ?? id,
    clientSecret: get("client_secret") ?? secret,
    clientAssertion: get("client_assertion"),
    origin: call.origin,
    get,
  };
}

/** A parameter a request cannot do without. */
export function required(request: TokenRequest, name: string): string {
  const value = request.get(name);
  if (value === null || value === "") throw new OAuthFault("invalid_request", `missing ${name} parameter`);
  return value;
}

function decodeBasic(encoded: string): [string, string] {
  try {
    const text = new TextDecoder().decode(fromBase64(encoded));
    const colon = text.indexOf(":");
    return [formDecode(text.slice(0, colon)), formDecode(text.slice(colon + 1))];
  } catch {
    throw new OAuthFault("invalid_client", "invalid client credentials", 401);
  }
}

/** RFC 6749 has both halves form-encoded before they are joined. */
function formDecode(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}
