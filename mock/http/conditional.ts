import type { Answer, ApiCall } from "./call.js";

/**
 * Answers 304 without a body where `If-Modified-Since` is not earlier than the last change. HTTP dates count
 * whole seconds.
 */
export function unlessModified(call: ApiCall, lastModified: Date, answer: () => Answer): Answer {
  const headers = { "Last-Modified": lastModified.toUTCString(), ETag: entityTag(call.path, lastModified) };
  const since = Date.parse(call.headers.get("If-Modified-Since") ?? "");
  const seconds = (time: number): number => Math.floor(time / 1000);
  if (seconds(since) >= seconds(lastModified.getTime())) return { status: 304, headers };
  const full = answer();
  return { ...full, headers: { ...headers, ...full.headers } };
}

function entityTag(path: string, lastModified: Date): string {
  let hash = 0x811c9dc5;
  for (const character of `${path} ${lastModified.toISOString()}`) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  }
  return `"${hash.toString(16).padStart(8, "0")}"`;
}
