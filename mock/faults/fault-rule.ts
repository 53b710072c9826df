/** What is to go wrong, and with which requests. */
export interface FaultRule {
  /** Requests whose path holds this text, or matches. Default: every request. */
  path?: string | RegExp;
  /** Such as `"POST"`. Default: every method. */
  method?: string;
  /** How many requests: default 1 for `next`, all for `always`. */
  times?: number;
  /** The HTTP status to answer. Default with `code`: 400. */
  status?: number;
  /** Salesforce's error code. Default: the usual one of the status. */
  code?: string;
  message?: string;
  /** Seconds, as `Retry-After`. */
  retryAfter?: number;
  /** Answers an HTML page, as proxies and maintenance do. Default status: 503. */
  html?: true;
  /** Does what was asked all the same, before it answers the error or cuts the connection: an answer is lost. */
  after?: true;
  /** Milliseconds before the answer; `Infinity` never answers. */
  delayMs?: number;
  /** Cuts the connection after so many bytes of the body; 0 before any answer. */
  resetAfterBytes?: number;
  /** Sends so many bytes of the body, and then nothing more. */
  silentAfterBytes?: number;
}

type Check = (value: unknown) => boolean;

const count: Check = (value) => typeof value === "number" && value >= 0;
const text: Check = (value) => typeof value === "string";
const yes: Check = (value) => value === true;

const CHECKS: Readonly<Record<keyof FaultRule, readonly [check: Check, wanted: string]>> = {
  path: [(value) => text(value) || value instanceof RegExp, "text or a RegExp"],
  method: [text, "an HTTP method"],
  times: [(value) => count(value) && value !== 0, "a number of at least 1"],
  status: [
    (value) => Number.isInteger(value) && Number(value) >= 300 && Number(value) < 600,
    "a status from 300 to 599",
  ],
  code: [text, "an error code"],
  message: [text, "text"],
  retryAfter: [count, "a number of seconds"],
  html: [yes, "true"],
  after: [yes, "true"],
  delayMs: [count, "a number of milliseconds"],
  resetAfterBytes: [count, "a number of bytes"],
  silentAfterBytes: [count, "a number of bytes"],
};

const EFFECTS = ["status", "code", "html", "delayMs", "resetAfterBytes", "silentAfterBytes"] as const;

/** Throws a TypeError that names what is wrong with a rule. */
export function checkRule(rule: FaultRule): void {
  for (const [name, value] of Object.entries(rule)) {
    const known = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof FaultRule] : undefined;
    if (known === undefined)
      throw new TypeError(`Faults have no \`${name}\`. Known: ${Object.keys(CHECKS).join(", ")}.`);
    const [check, wanted] = known;
    if (value !== undefined && !check(value))
      throw new TypeError(`\`${name}\` of a fault must be ${wanted}.`);
  }
  if (!EFFECTS.some((name) => rule[name] !== undefined)) {
    throw new TypeError(`A fault must say what goes wrong: give one of ${EFFECTS.join(", ")}.`);
  }
  const isLost = rule.status ?? rule.code ?? rule.html ?? rule.resetAfterBytes === 0;
  if (rule.after === true && isLost === false) {
    throw new TypeError(
      "`after` of a fault needs `status`, `code`, `html` or `resetAfterBytes: 0`: the answer is lost.",
    );
  }
}
