import { fromBase64, toBase64Url } from "./base64url.js";
import { readPublicKey } from "./public-key.js";

export type Claims = Readonly<Record<string, unknown>>;

/** A JWT before its signature is checked. */
export interface ReadJwt {
  readonly algorithm: unknown;
  readonly claims: Claims;
  readonly signed: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** Takes a JWT apart; undefined where it is none. */
export function readJwt(text: string): ReadJwt | undefined {
  const [header = "", payload = "", signature = "", ...more] = text.split(".");
  if (more.length > 0 || signature === "") return undefined;
  try {
    return {
      algorithm: readJson(header).alg,
      claims: readJson(payload),
      signed: `${header}.${payload}`,
      signature: fromBase64(signature),
    };
  } catch {
    return undefined;
  }
}

function readJson(part: string): Claims {
  const value: unknown = JSON.parse(new TextDecoder().decode(fromBase64(part)));
  if (typeof value !== "object" || value === null) throw new TypeError("no JSON object");
  return value as Claims;
}

/** Whether the key's owner has signed the JWT, by RS256: the one algorithm Salesforce takes. */
export async function hasValidSignature(jwt: ReadJwt, publicKey: string | JsonWebKey): Promise<boolean> {
  if (jwt.algorithm !== "RS256") return false;
  const key = await readPublicKey(publicKey);
  return crypto.subtle.verify(key.algorithm.name, key, jwt.signature, new TextEncoder().encode(jwt.signed));
}

/** Makes an RS256 JWT. */
export async function signJwt(claims: Claims, key: CryptoKey, keyId: string): Promise<string> {
  const part = (value: unknown): string => toBase64Url(new TextEncoder().encode(JSON.stringify(value)));
  const signed = `${part({ typ: "JWT", alg: "RS256", kid: keyId })}.${part(claims)}`;
  const signature = await crypto.subtle.sign(key.algorithm.name, key, new TextEncoder().encode(signed));
  return `${signed}.${toBase64Url(new Uint8Array(signature))}`;
}
