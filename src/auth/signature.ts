import { AuthError } from "../errors.js";
import type { App } from "./app.js";
import type { TokenSet } from "./token-set.js";

/**
 * Whether Salesforce signed `id` and `issuedAt` of these tokens with the app's client secret; false where there
 * is no signature. Takes the same time wherever a wrong signature differs.
 */
export async function verifySignature(
  { id, issuedAt, signature }: TokenSet,
  clientSecret: string,
): Promise<boolean> {
  const signed = signature === undefined ? undefined : fromBase64(signature);
  if (signed === undefined || id === undefined || issuedAt === undefined) return false;
  const text = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", text.encode(clientSecret), algorithm, false, ["verify"]);
  return crypto.subtle.verify("HMAC", key, signed, text.encode(id + issuedAt));
}

/** @throws AuthError where tokens have a signature that is not made with the app's secret */
export async function checkSignature(
  tokens: TokenSet,
  { clientSecret, verifySignature: wanted }: App,
): Promise<void> {
  if (clientSecret === undefined || wanted === false || tokens.signature === undefined) return;
  if (await verifySignature(tokens, clientSecret)) return;
  throw new AuthError("auth.signature", "The signature of the token answer does not fit the client secret.", {
    hint: "Somebody may have changed the answer. Where the app's secret is just being replaced, give `verifySignature: false` until it is.",
  });
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
