/** What is sent and answered in Bayeux, the protocol of CometD: those fields of it that are used. */
export interface BayeuxMessage {
  readonly channel: string;
  readonly id?: string;
  readonly clientId?: string;
  readonly subscription?: string;
  readonly successful?: boolean;
  /** As `403::Unknown client`. */
  readonly error?: string;
  readonly advice?: Advice;
  readonly data?: unknown;
  readonly ext?: { readonly sfdc?: { readonly failureReason?: string } };
}

/** How the server wants to be asked again. */
export interface Advice {
  readonly reconnect?: "retry" | "handshake" | "none";
  /** Milliseconds to wait before the next connect. */
  readonly interval?: number;
  /** Milliseconds the server holds a connect before it answers. */
  readonly timeout?: number;
}

/** The messages of an answer; undefined where it holds none. */
export function messagesIn(body: unknown): readonly BayeuxMessage[] | undefined {
  return Array.isArray(body) && body.every(isMessage) ? body : undefined;
}

function isMessage(value: unknown): boolean {
  return typeof (value as { channel?: unknown } | null)?.channel === "string";
}

/** The longest reason that is repeated. */
const LONGEST_REASON = 500;

/** Why a message says no: Salesforce has the true reason in an extension. */
export function reasonOf({ error, ext }: BayeuxMessage): string {
  return String(ext?.sfdc?.failureReason ?? error ?? "no reason given").slice(0, LONGEST_REASON);
}
