import { fromBase64 } from "./base64url.js";

const ALGORITHM = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

/** Reads an RSA public key from a JWK, a PEM public key, or the PEM certificate an app is registered with. */
export async function readPublicKey(key: string | JsonWebKey): Promise<CryptoKey> {
  if (typeof key !== "string") return crypto.subtle.importKey("jwk", key, ALGORITHM, false, ["verify"]);
  const pem = /-----BEGIN (CERTIFICATE|PUBLIC KEY)-----([^-]+)-----END/.exec(key);
  if (pem === null) throw new TypeError("publicKey is neither a PEM certificate nor a PEM public key");
  const der = fromBase64((pem[2] ?? "").replaceAll(/\s/g, ""));
  const spki = pem[1] === "CERTIFICATE" ? certificateKey(der) : der;
  return crypto.subtle.importKey("spki", spki, ALGORITHM, false, ["verify"]);
}

interface Element {
  readonly tag: number;
  /** Where its header, its content and what follows it begin. */
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

const EXPLICIT_VERSION = 0xa0;
/** Serial number, signature algorithm, issuer, validity and subject stand before the key. */
const BEFORE_KEY = 5;

/** The SubjectPublicKeyInfo inside an X.509 certificate. */
function certificateKey(der: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const toBeSigned = elementAt(der, elementAt(der, 0).content);
  let element = elementAt(der, toBeSigned.content);
  if (element.tag === EXPLICIT_VERSION) element = elementAt(der, element.end);
  for (let passed = 0; passed < BEFORE_KEY; passed++) element = elementAt(der, element.end);
  return der.slice(element.start, element.end);
}

function elementAt(der: Uint8Array, start: number): Element {
  const first = der[start + 1] ?? 0;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  let length = lengthBytes === 0 ? first : 0;
  for (let at = 0; at < lengthBytes; at++) length = length * 256 + (der[start + 2 + at] ?? 0);
  const content = start + 2 + lengthBytes;
  return { tag: der[start] ?? 0, start, content, end: content + length };
}
