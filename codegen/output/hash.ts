import { createHash } from "node:crypto";

const DIGITS = 16;

/** The first 16 hexadecimal digits of a text's SHA-256. */
export function shortHash(text: string): string {
  return hashOfAll([text]);
}

/** The same of texts one after the other, without joining them. */
export function hashOfAll(texts: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.digest("hex").slice(0, DIGITS);
}
