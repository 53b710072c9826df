import type { AnswerBody } from "./answer-body.js";
import type { AnswerHeaders } from "./answer-headers.js";

/** What came back for one request, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** Empty where the body was received otherwise. */
  readonly text: string;
  /** The body as it comes. */
  readonly stream?: AnswerBody;
  /** What was made of the body while it came. */
  readonly content?: unknown;
}

/** Whether Salesforce did what was asked. 304 only answers those who asked for it. */
export function succeeded(status: number): boolean {
  return (status >= 200 && status < 300) || status === 304;
}

/** The body of an answer as JSON; as text where it is none; undefined where it is empty. */
export function parseBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
