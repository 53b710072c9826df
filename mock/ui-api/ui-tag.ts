import { md5 } from "../dml/md5.js";

/** The same as long as the content is: 32 digits in hex, as the UI API has them. */
export function uiTag(content: unknown): string {
  return md5(new TextEncoder().encode(JSON.stringify(content)));
}

/** What is answered, with its tag. */
export function withTag<T extends object>(content: T): T & { eTag: string } {
  return { ...content, eTag: uiTag(content) };
}
