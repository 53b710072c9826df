import type { Credentials } from "../org-options.js";

/** A request to the token endpoint. */
export interface TokenRequest {
  readonly form: URLSearchParams;
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  /** Scheme and host the caller used. */
  readonly origin: string;
}

/** A refused login, in OAuth's form. */
export class OAuthFault extends Error {
  readonly error: string;
  readonly description: string;
  readonly status: number;

  constructor(error: string, description: string, status = 400) {
    super(`${error}: ${description}`);
    this.name = "OAuthFault";
    this.error = error;
    this.description = description;
    this.status = status;
  }
}

/** Reads the client's id and secret from the form or from HTTP Basic. */
export function readTokenRequest(text: string, headers: Headers, origin: string): TokenRequest {
  const form = new URLSearchParams(text);
  const basic = /^Basic (.+)$/i.exec(headers.get("Authorization") ?? "")?.[1];
  const [id, secret] = basic === undefined ? [null, null] : decodeBasic(basic);
  return {
    form,
    clientId: form.get("client_id") ?? id,
    clientSecret: form.get("client_secret") ?? secret,
    origin,
  };
}

function decodeBasic(encoded: string): [string, string] {
  try {
    const text = atob(encoded);
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

export function authenticateClient(request: TokenRequest, credentials: Credentials): void {
  if (request.clientId !== credentials.clientId) {
    throw new OAuthFault("invalid_client_id", "client identifier invalid");
  }
  if (request.clientSecret !== credentials.clientSecret) {
    throw new OAuthFault("invalid_client", "invalid client credentials");
  }
}
