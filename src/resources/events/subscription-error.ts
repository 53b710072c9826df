import { OrgtypeError, type SubscriptionError, type SubscriptionErrorCode } from "../../errors.js";

/** What Salesforce's words mean, the first that fits. */
const RULES: readonly (readonly [words: RegExp, code: SubscriptionErrorCode, hint: string])[] = [
  [
    /replayId \{?\S+\}? you provided/i,
    "events.replay-id",
    'Events that were published after it may be lost: read the records anew, then subscribe with `replay: "all"` for what is still kept, or "new".',
  ],
  [
    /unknown client|cookie present/i,
    "events.refused",
    "The server forgot the connection again and again: something between here and Salesforce may drop its cookies.",
  ],
  [/^401/, "events.session", "Log in anew: the session was ended, or the user may not use the API."],
  [
    /limit|exceeded|maximum|too many/i,
    "events.limit",
    "End other subscriptions, or see which limit of the org it is: `sf.limits`.",
  ],
  [
    /does not exist|unknown channel|not found|cannot create|create_denied|leading '\/'|channel name/i,
    "events.channel",
    "Check its name, that its object is chosen for Change Data Capture where it is a change event, and that the user may read the object.",
  ],
  [
    /^403/,
    "events.forbidden",
    "The user lacks a permission: to read the event's object, or to view all data.",
  ],
];

class RefusedSubscription extends OrgtypeError implements SubscriptionError {
  // Spelled out, since minifiers rename classes.
  static override readonly className: string = "SubscriptionError";

  declare readonly code: SubscriptionErrorCode;
  readonly channel: string;
  readonly replayId: number | undefined;
  readonly reason: string;

  constructor(code: SubscriptionErrorCode, hint: string | undefined, refused: Refused) {
    const { channel, replayId, reason } = refused;
    const where = replayId === undefined ? "" : ` after ${replayId}`;
    super(code, `${channel}${where}: ${reason.replace(/[.\s]*$/, "")}.`, { hint });
    this.channel = channel;
    this.replayId = replayId;
    this.reason = reason;
  }

  override toJSON(): Record<string, unknown> {
    const { channel, replayId, reason } = this;
    return { ...super.toJSON(), channel, replayId, reason };
  }
}

interface Refused {
  readonly channel: string;
  readonly replayId: number | undefined;
  readonly reason: string;
}

/** The error for what Salesforce said no to. */
export function subscriptionError(refused: Refused): SubscriptionError {
  const rule = RULES.find(([words]) => words.test(refused.reason));
  return new RefusedSubscription(rule?.[1] ?? "events.refused", rule?.[2], refused);
}
