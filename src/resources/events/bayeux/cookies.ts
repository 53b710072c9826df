import type { AnswerHeaders } from "../../../http/answer-headers.js";

/**
 * The cookies of a connection, by which load balancers send it to the server that knows it. Browsers keep them by
 * themselves, and let no one else.
 */
export interface Cookies {
  /** The header for a path; undefined where there are none. */
  header(path: string): string | undefined;
  /** Keeps what an answer sets, and forgets what it takes back. */
  note(headers: AnswerHeaders): void;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

export function createCookies(): Cookies {
  const held = new Map<string, Cookie>();
  return {
    header(path) {
      const sent = [...held].filter(([, cookie]) => isBelow(path, cookie.path));
      return sent.length === 0 ? undefined : sent.map(([name, { value }]) => `${name}=${value}`).join("; ");
    },
    note(headers) {
      for (const [name, text] of headers) {
        if (name.toLowerCase() === "set-cookie") keep(held, text);
      }
    },
  };
}

function keep(held: Map<string, Cookie>, text: string): void {
  const [pair = "", ...attributes] = text.split(";");
  const [name, value] = splitPair(pair);
  if (name === "") return;
  const said = new Map(attributes.map(splitPair).map(([key, says]) => [key.toLowerCase(), says]));
  if (hasEnded(said)) held.delete(name);
  else held.set(name, { value, path: said.get("path") || "/" });
}

function splitPair(text: string): [name: string, value: string] {
  const at = text.indexOf("=");
  return at < 0 ? [text.trim(), ""] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function hasEnded(said: ReadonlyMap<string, string>): boolean {
  const age = said.get("max-age");
  if (age !== undefined) return Number(age) <= 0;
  return Date.parse(said.get("expires") ?? "") <= Date.now();
}

function isBelow(path: string, parent: string): boolean {
  return path === parent || path.startsWith(parent.endsWith("/") ? parent : `${parent}/`);
}
