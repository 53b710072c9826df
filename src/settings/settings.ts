import { SettingsError } from "../errors.js";
import { kindOf } from "./kind-of.js";

/** How failed requests are repeated: only those that are safe to send again. */
export interface RetryOptions {
  /** Repetitions of one request. 0 turns them off. Default: 3. */
  times?: number;
  /** Milliseconds before the first repetition; each further one waits twice as long, with jitter. Default: 250. */
  firstDelayMs?: number;
  /** The longest wait, in milliseconds; a server that asks for a longer one is not waited for. Default: 10,000. */
  maxDelayMs?: number;
}

/** Gathers single calls into requests for many records. */
export interface CoalesceOptions {
  /** Milliseconds a call waits for others. Default: 0, those of the same turn of the event loop. */
  windowMs?: number;
}

/** How much of the org's API requests of 24 hours is left to others. */
export interface BudgetOptions {
  /** Requests that are left over. */
  reserve: number;
  /** `"refuse"` throws a LimitError, `"wait"` waits for room, as long as the call's `timeout`. Default: `"refuse"`. */
  whenReached?: "refuse" | "wait";
  /** Milliseconds after which one request may ask whether there is room again. Default: 60,000. */
  askAgainMs?: number;
}

/** The settings of a connection that have a default. */
export interface RequestOptions {
  /**
   * Milliseconds for each request of a call, retries and waits included; `Infinity` for no limit.
   * Default: 120,000.
   */
  timeout?: number;
  /** How failed requests are repeated. */
  retry?: RetryOptions;
  /** Requests under way at a time; further ones wait. Default: 25. */
  concurrency?: number;
  /** Leaves a part of the org's API requests to others. Default: none is left. */
  budget?: BudgetOptions;
  /**
   * Makes single `create` calls, and `retrieve` calls with `fields`, that are made at the same time one request:
   * 200 records a request written, 2,000 read. Each call settles with the outcome of its own record.
   * Default: each is a request.
   */
  coalesce?: CoalesceOptions;
  /** Headers of every request. `Authorization` cannot be set. */
  headers?: Readonly<Record<string, string>>;
}

export type BudgetSettings = Required<Readonly<BudgetOptions>>;
export type CoalesceSettings = Required<Readonly<CoalesceOptions>>;

export interface RequestSettings {
  readonly timeoutMs: number;
  readonly retry: Required<Readonly<RetryOptions>>;
  readonly concurrency: number;
  /** With lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Checks the options of a connection and fills in what was left out.
 *
 * @throws SettingsError that names the option
 */
export function requestSettings(options: RequestOptions): RequestSettings {
  const { timeout = 120_000, retry = {}, concurrency = 25, headers = {} } = options;
  return {
    timeoutMs: checkTimeout(timeout, "timeout"),
    retry: {
      times: atLeast(0, retry.times ?? 3, "retry.times"),
      firstDelayMs: atLeast(0, retry.firstDelayMs ?? 250, "retry.firstDelayMs"),
      maxDelayMs: atLeast(0, retry.maxDelayMs ?? 10_000, "retry.maxDelayMs"),
    },
    concurrency: atLeast(1, concurrency, "concurrency"),
    headers: checkHeaders(headers),
  };
}

/** @throws SettingsError where it is no positive number */
export function checkTimeout(timeout: number, option: string): number {
  if (typeof timeout === "number" && timeout > 0) return timeout;
  throw new SettingsError("settings.timeout", `\`${option}\` is ${kindOf(timeout)}.`, {
    hint: "Give milliseconds above 0, or Infinity for no limit.",
  });
}

/**
 * Headers with lower-case names.
 *
 * @throws SettingsError where one cannot be set or sent
 */
export function checkHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (name.toLowerCase() === "authorization") {
      throw new SettingsError("settings.headers", "`headers.Authorization` cannot be set.", {
        hint: "Logging in is the business of `auth`.",
      });
    }
    if (
      !/^[\w!#$%&'*+.^`|~-]+$/.test(name) ||
      typeof value !== "string" ||
      !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)
    ) {
      throw new SettingsError("settings.headers", `\`headers\`: ${JSON.stringify(name)} cannot be sent.`, {
        hint: "Names are tokens, values are text on one line.",
      });
    }
    checked[name.toLowerCase()] = value;
  }
  return checked;
}

/** @throws SettingsError where it is not of the form `66.0` */
export function checkApiVersion(apiVersion: string): string {
  if (typeof apiVersion === "string" && /^\d{2,3}\.0$/.test(apiVersion)) return apiVersion;
  throw new SettingsError("settings.api-version", `\`apiVersion\` is ${kindOf(apiVersion)}.`, {
    hint: 'Give a version as "66.0".',
  });
}

/** @throws SettingsError where it is no number, or a smaller one */
export function atLeast(least: number, value: number, option: string): number {
  if (typeof value === "number" && value >= least) return value;
  throw new SettingsError("settings.number", `\`${option}\` is ${kindOf(value)}.`, {
    hint: `Give a number of at least ${least}.`,
  });
}
