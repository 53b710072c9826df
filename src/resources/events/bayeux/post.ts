import { DecodeError } from "../../../errors.js";
import { parseBody, succeeded } from "../../../http/answer.js";
import { type Handler, nameOf, type SendSettings, type WireRequest } from "../../../http/pipeline.js";
import { refusal } from "../../../http/refusal.js";
import { createCookies } from "./cookies.js";
import { type BayeuxMessage, messagesIn } from "./message.js";

/** How one message is sent. */
export interface PostOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. Default: the client's. */
  readonly timeoutMs?: number | undefined;
  /** Whether to send twice is the same as once. Default: false. */
  readonly repeatable?: boolean;
  /** Whether the server answers when it has something to tell: others must not wait behind it. */
  readonly isHeld?: boolean | undefined;
}

/**
 * Sends one message and gives all that the server answers.
 *
 * @throws ApiError where the server refuses the request as such, DecodeError where its answer is no message,
 * ConnectionError, TimeoutError, AuthError, and `signal.reason`
 */
export type Post = (message: Outgoing, options?: PostOptions) => Promise<readonly BayeuxMessage[]>;

/** What is sent; its id is added. */
interface Outgoing {
  readonly channel: string;
  readonly [name: string]: unknown;
}

/** Sends messages to a path of the org, with the cookies that came from there. */
export function createPost(handler: Handler, path: string, settings: Omit<SendSettings, "revive">): Post {
  const cookies = createCookies();
  let sent = 0;
  return async (message, options = {}) => {
    sent += 1;
    const cookie = cookies.header(path);
    const request: WireRequest = {
      method: "POST",
      path,
      headers: {
        accept: "application/json",
        "content-type": "application/json; charset=utf-8",
        ...settings.headers,
        ...(cookie !== undefined && { cookie }),
      },
      body: JSON.stringify([{ ...message, id: String(sent) }]),
      repeatable: false,
      ...options,
    };
    const answer = await handler(request);
    cookies.note(answer.headers);
    const messages = messagesIn(parseBody(answer.text));
    if (messages !== undefined) return messages;
    if (!succeeded(answer.status)) throw refusal(answer, nameOf(request), await settings.hints?.());
    throw new DecodeError("decode.events", "The answer of the streaming server holds no messages.", {
      hint: "Something between here and Salesforce may have answered: check the URL and any proxy.",
    });
  };
}
