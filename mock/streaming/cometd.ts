import { type Answer, json } from "../http/call.js";
import { liveSession } from "../oauth/session-user.js";
import type { Session } from "../oauth/sessions.js";
import type { OrgContext } from "../org-context.js";
import {
  accepted,
  type BayeuxMessage,
  denied,
  handshaken,
  type Reply,
  refused,
  unauthenticated,
  unknownClient,
} from "./bayeux-message.js";
import { connect, type Hold } from "./connect.js";
import { subscribe, unsubscribe } from "./subscribe.js";

const COOKIE = "BAYEUX_BROWSER";
const OLDEST_VERSION = 23;

/** A request to the streaming server. */
export interface CometdCall {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** What the messages of a request share. */
interface Caller {
  readonly session: Session | undefined;
  readonly browserId: string | undefined;
  readonly hold: Hold;
  /** Sent with the answer. */
  readonly cookies: string[];
}

export function isCometdPath(path: string): boolean {
  return path === "/cometd" || path.startsWith("/cometd/");
}

/** Answers the messages of clients of the Streaming API. */
export async function answerCometd(call: CometdCall, context: OrgContext): Promise<Answer> {
  const messages = messagesOf(call.body);
  if (call.method !== "POST" || messages === undefined) {
    return { status: 400, headers: {}, content: { type: "text/plain", data: "400::Bad request" } };
  }
  const wrongVersion = versionRefusal(call.path);
  if (wrongVersion !== undefined) {
    return json(
      messages.map((message) => refused(message, wrongVersion)),
      400,
    );
  }
  const token = (call.headers.get("Authorization") ?? "").replace(/^(Bearer|OAuth)\s+/i, "");
  const caller: Caller = {
    session: liveSession(token, context),
    browserId: cookieOf(call.headers),
    hold: { signal: call.signal, isAllowed: messages.length === 1 },
    cookies: [],
  };
  const replies: Reply[] = [];
  for (const message of messages) replies.push(...(await answer(message, caller, context)));
  const [cookie] = caller.cookies;
  return json(replies, 200, cookie === undefined ? {} : { "Set-Cookie": cookie });
}

async function answer(message: BayeuxMessage, caller: Caller, context: OrgContext): Promise<Reply[]> {
  const { session } = caller;
  if (session === undefined) return [unauthenticated(message)];
  if (message.channel === "/meta/handshake") return [handshake(message, session, caller, context)];
  const client = context.streaming.find(message.clientId);
  if (client === undefined || client.userId !== session.userId) return [unknownClient(message)];
  if (caller.browserId === undefined) {
    const error = `400::Client ${client.id} has established a session, but no ${COOKIE} cookie present`;
    return [refused(message, error, { advice: { reconnect: "handshake", interval: 0 } })];
  }
  if (caller.browserId !== client.browserId) return [unknownClient(message)];
  switch (message.channel) {
    case "/meta/connect": {
      const replies = await connect(message, client, context, caller.hold);
      const token = context.oauth.sessions.find(session.token);
      return token === undefined ? [unauthenticated(message)] : replies;
    }
    case "/meta/subscribe":
      return [subscribe(message, client, context)];
    case "/meta/unsubscribe":
      return [unsubscribe(message, client)];
    case "/meta/disconnect":
      context.streaming.remove(client);
      return [accepted(message, { clientId: client.id })];
    default:
      return [refused(message, "403:denied_by_security_policy:publish_denied")];
  }
}

function handshake(message: BayeuxMessage, session: Session, caller: Caller, context: OrgContext): Reply {
  const { streaming, limits } = context;
  const { supportedConnectionTypes: types } = message;
  if (!Array.isArray(types) || !types.includes("long-polling")) {
    return refused(message, `400::Invalid connection type {${String(types)}}`);
  }
  const most = limits.table().DurableStreamingApiConcurrentClients?.Max ?? Number.POSITIVE_INFINITY;
  if (streaming.count >= most) {
    const reason = "403::Organization concurrent user limit exceeded";
    return denied(message, reason, "403::Handshake denied", { advice: { reconnect: "none" } });
  }
  const browserId = caller.browserId ?? crypto.randomUUID().replaceAll("-", "");
  if (caller.browserId === undefined) caller.cookies.push(`${COOKIE}=${browserId}; Path=/; HttpOnly`);
  return handshaken(message, streaming.add(session.userId, browserId).id);
}

function versionRefusal(path: string): string | undefined {
  const version = /^\/cometd\/(\d+\.0)\/?$/.exec(path)?.[1];
  if (version === undefined) {
    return "400::API version in the URI is mandatory. URI format: '/cometd/66.0'";
  }
  if (Number(version) >= OLDEST_VERSION) return undefined;
  return "400::Unsupported API version. Only API versions '23.0' and above are supported. URI format: '/cometd/66.0'";
}

function messagesOf(text: string): BayeuxMessage[] | undefined {
  try {
    const messages: unknown[] = [JSON.parse(text)].flat();
    const areMessages = messages.every(
      (message) => typeof (message as { channel?: unknown } | null)?.channel === "string",
    );
    return areMessages && messages.length > 0 ? (messages as BayeuxMessage[]) : undefined;
  } catch {
    return undefined;
  }
}

function cookieOf(headers: Headers): string | undefined {
  const cookies = (headers.get("Cookie") ?? "").split(";").map((cookie) => cookie.trim().split("="));
  return cookies.find(([name]) => name === COOKIE)?.[1];
}
