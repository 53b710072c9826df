import { DecodeError, SettingsError } from "../../errors.js";

export interface Conditions {
  /** Answers null where nothing changed since: a Date, or the text of an earlier `Last-Modified` header. */
  ifModifiedSince?: Date | string;
}

export function conditional({ ifModifiedSince }: Conditions): Record<string, string> {
  if (ifModifiedSince === undefined) return {};
  const date = new Date(ifModifiedSince);
  if (!Number.isNaN(date.getTime())) return { "if-modified-since": date.toUTCString() };
  throw new SettingsError("settings.if-modified-since", "`ifModifiedSince` is no date.", {
    hint: 'Give a Date, or text as "Thu, 03 Sep 2026 21:35:07 GMT".',
  });
}

/** The body, or null where the answer is that nothing changed. */
export function orNull<T extends object>(body: T, { status }: { readonly status: number }): T | null {
  if (status === 304) return null;
  if (typeof body === "object" && body !== null) return body;
  throw new DecodeError("decode.body", "The answer holds no describe.");
}
