/** The org's key for id tokens. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
  /** As published at `/id/keys`. */
  readonly publicJwk: JsonWebKey;
}

const ALGORITHM = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** Gives the org's key, which is made when it is first asked for. */
export function lazySigningKey(): () => Promise<SigningKey> {
  let made: Promise<SigningKey> | undefined;
  return () => {
    made ??= makeSigningKey();
    return made;
  };
}

async function makeSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const { n, e } = await crypto.subtle.exportKey("jwk", publicKey);
  const id = "254";
  return {
    id,
    privateKey,
    publicJwk: { kty: "RSA", alg: "RS256", use: "sig", n, e, kid: id } as JsonWebKey,
  };
}
