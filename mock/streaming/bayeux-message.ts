/** What clients send and get: those fields of Bayeux that Salesforce uses. */
export interface BayeuxMessage {
  readonly channel: string;
  readonly id?: unknown;
  readonly clientId?: unknown;
  readonly subscription?: unknown;
  readonly supportedConnectionTypes?: unknown;
  readonly connectionType?: unknown;
  readonly advice?: { readonly timeout?: unknown };
  readonly ext?: { readonly replay?: unknown };
}

export type Reply = Readonly<Record<string, unknown>>;

/** What Salesforce tells of itself in handshakes and refusals. */
const EXTENSIONS = { replay: true, "payload.format": true };

/** An answer that all went well. */
export function accepted(message: BayeuxMessage, more: Reply = {}): Reply {
  return { ...more, ...answerTo(message), successful: true };
}

/** A refusal, with the reason as its error. */
export function refused(message: BayeuxMessage, error: string, more: Reply = {}): Reply {
  return { ...more, ...answerTo(message), error, successful: false };
}

/** A refusal whose error says little: the reason stands in the extensions. */
export function denied(message: BayeuxMessage, reason: string, error: string, more: Reply = {}): Reply {
  return refused(message, error, { ...more, ext: { ...EXTENSIONS, sfdc: { failureReason: reason } } });
}

/** A client that is not known is to shake hands anew. */
export function unknownClient(message: BayeuxMessage): Reply {
  return refused(message, "403::Unknown client", { advice: { interval: 0, reconnect: "handshake" } });
}

/** The session has ended: the client is to log in anew. */
export function unauthenticated(message: BayeuxMessage): Reply {
  const error =
    message.channel === "/meta/handshake" ? "403::Handshake denied" : "401::Authentication invalid";
  return denied(message, "401::Authentication invalid", error, { advice: { reconnect: "none" } });
}

export function handshaken(message: BayeuxMessage, clientId: string): Reply {
  return accepted(message, {
    ext: EXTENSIONS,
    minimumVersion: "1.0",
    clientId,
    supportedConnectionTypes: ["long-polling"],
    version: "1.0",
  });
}

function answerTo({ channel, id }: BayeuxMessage): Reply {
  return { channel, ...(id !== undefined && { id }) };
}
