import { SettingsError } from "../errors.js";

/** A key as PEM text (PKCS#8), as a JSON Web Key, or as Web Crypto has it. */
export type PrivateKey = string | JsonWebKey | CryptoKey;

const RS256 = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

/** What a PEM is where it is no PKCS#8, and the command that makes one of it. */
const otherPems: readonly { readonly begins: string; readonly is: string; readonly hint: string }[] = [
  {
    begins: "BEGIN RSA PRIVATE KEY",
    is: "in the PKCS#1 form",
    hint: "Convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key-pkcs8.pem",
  },
  {
    begins: "BEGIN ENCRYPTED PRIVATE KEY",
    is: "encrypted",
    hint: "Decrypt it: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key-plain.pem",
  },
  {
    begins: "BEGIN CERTIFICATE",
    is: "a certificate",
    hint: "The certificate goes into the app in Setup; give the private key that belongs to it.",
  },
  { begins: "BEGIN PUBLIC KEY", is: "a public key", hint: "Give the private key." },
  { begins: "BEGIN EC PRIVATE KEY", is: "an elliptic curve's", hint: "Salesforce takes RSA keys." },
];

/** @throws SettingsError where it is plain that this is no RSA private key */
export function checkPrivateKey(key: PrivateKey): void {
  if (typeof key === "string") checkPem(key);
  else if (key instanceof CryptoKey) checkCryptoKey(key);
  else checkJwk(key);
}

/**
 * The key as Web Crypto signs with it.
 *
 * @throws SettingsError where it cannot be read
 */
export async function importPrivateKey(key: PrivateKey): Promise<CryptoKey> {
  if (key instanceof CryptoKey) return key;
  try {
    if (typeof key !== "string") return await crypto.subtle.importKey("jwk", key, RS256, false, ["sign"]);
    return await crypto.subtle.importKey("pkcs8", bytesOf(key), RS256, false, ["sign"]);
  } catch {
    // No cause: there could be a part of the key in it.
    throw unusable("cannot be read as an RSA key", "Make one: openssl genpkey -algorithm RSA -out key.pem");
  }
}

function checkPem(pem: string): void {
  const other = otherPems.find(({ begins }) => pem.includes(begins));
  if (other !== undefined) throw unusable(`is ${other.is}`, other.hint);
  if (pem.includes("BEGIN PRIVATE KEY")) return;
  throw unusable(
    "is no PEM text",
    "Give the content of the file: it begins with -----BEGIN PRIVATE KEY-----.",
  );
}

function checkJwk(key: JsonWebKey): void {
  if (typeof key === "object" && key !== null && key.kty === "RSA" && typeof key.d === "string") return;
  throw unusable("is no private key", 'Give PEM text, or a JSON Web Key with `kty: "RSA"` and `d`.');
}

function checkCryptoKey({ type, algorithm, usages }: CryptoKey): void {
  const { hash } = algorithm as RsaHashedKeyAlgorithm;
  const fits = type === "private" && algorithm.name === RS256.name && hash.name === RS256.hash;
  if (fits && usages.includes("sign")) return;
  throw unusable("is no key that signs with RS256", 'Make it for "RSASSA-PKCS1-v1_5" with "SHA-256".');
}

function bytesOf(pem: string): Uint8Array<ArrayBuffer> {
  // Environment variables often hold the line breaks as \n.
  const base64 = pem.replaceAll("\\n", "").replaceAll(/-----[A-Z ]+-----|\s/g, "");
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function unusable(problem: string, hint: string): SettingsError {
  return new SettingsError("settings.auth", `jwtBearer({ privateKey }) ${problem}.`, { hint });
}
