import { type BayeuxMessage, reasonOf } from "./message.js";

/** What a refusal asks for. */
export type Remedy =
  /** The session ended: another token. */
  | "renew"
  /** The server does not know the client any more: another handshake. */
  | "handshake"
  /** It may pass by itself. */
  | "wait"
  /** Nothing helps. */
  | "none";

/** A message that the server refused. */
export class RefusedMessage extends Error {
  readonly reason: string;
  readonly remedy: Remedy;

  constructor(message: BayeuxMessage) {
    const reason = reasonOf(message);
    super(reason);
    this.reason = reason;
    this.remedy = remedyFor(reason, message);
  }
}

function remedyFor(reason: string, { advice }: BayeuxMessage): Remedy {
  if (reason.startsWith("401")) return "renew";
  if (/unknown client|no \S+ cookie present/i.test(reason)) return "handshake";
  if (/^(408|429|5\d\d)/.test(reason)) return "wait";
  if (advice?.reconnect === "handshake") return "handshake";
  return advice?.reconnect === "retry" ? "wait" : "none";
}
