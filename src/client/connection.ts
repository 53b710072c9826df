import { onDemand } from "../async/on-demand.js";
import { remembered } from "../async/remembered.js";
import { globalFetch } from "../auth/global-fetch.js";
import { marginOf } from "../auth/renewal-margin.js";
import { createSession, type Session } from "../auth/session.js";
import { tokenKeyOf } from "../auth/token-key.js";
import { SettingsError } from "../errors.js";
import { type ApiUsage, createUsageRecord, type UsageRecord } from "../http/api-usage.js";
import { authorize } from "../http/layers/authorize.js";
import { deadline } from "../http/layers/deadline.js";
import { limits } from "../http/layers/limits.js";
import { retry } from "../http/layers/retry.js";
import { shortUrls } from "../http/layers/short-urls.js";
import { type Trace, trace } from "../http/layers/trace.js";
import { compose, exchange, type Handler, type Layer } from "../http/pipeline.js";
import { checkEnvironment } from "../settings/environment.js";
import {
  type BudgetSettings,
  type CoalesceSettings,
  type RequestSettings,
  requestSettings,
} from "../settings/settings.js";
import type { ConnectOptions } from "./client.js";

/** A login, and the way that requests go with it. */
export interface Connection {
  readonly session: Session;
  readonly handler: Handler;
  /** Headers of every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the last answer said. */
  readonly usage: () => ApiUsage | undefined;
  readonly coalesce: CoalesceSettings | undefined;
}

/** @throws SettingsError where an option is missing or wrong */
export function openConnection(options: ConnectOptions): Connection {
  checkEnvironment(options.environment);
  checkGrant(options);
  const { environment, auth: grant, transport = globalFetch, renewAhead } = options;
  const settings = requestSettings(options);
  const session = createSession({
    ...settings,
    environment,
    grant,
    transport,
    kept: keptTokens(options),
    marginMs: renewAhead && marginOf(renewAhead),
  });
  const usage = createUsageRecord();
  return {
    session,
    handler: compose(layersOf(settings, options.trace, usage), authorize(session, exchange(transport))),
    headers: settings.headers,
    usage: usage.latest,
    coalesce: settings.coalesce,
  };
}

/** The concerns of a request, from the outside in. ARCHITECTURE.md says why in this order. */
function layersOf(settings: RequestSettings, tell: Trace | undefined, usage: UsageRecord): Layer[] {
  const { budget } = settings;
  return [
    ...(tell === undefined ? [] : [trace(tell)]),
    deadline(settings.timeoutMs),
    retry(settings.retry),
    shortUrls(),
    ...(budget === undefined ? [] : [budgetLayer(budget, usage.latest)]),
    limits(settings.concurrency, usage),
  ];
}

function budgetLayer(settings: BudgetSettings, usage: () => ApiUsage | undefined): Layer {
  return (next) =>
    onDemand(async () => {
      const { budget } = await import("../http/layers/budget.js");
      return budget(settings, usage)(next);
    });
}

function keptTokens({ tokenStore, ...options }: ConnectOptions) {
  if (tokenStore === undefined) return undefined;
  const key = tokenKeyOf({ ...options, tokenStore });
  return remembered(async () => (await import("../auth/kept-tokens.js")).keptTokens(tokenStore, key));
}

function checkGrant({ auth, renewAhead }: ConnectOptions): void {
  if (typeof auth?.start !== "function") {
    throw new SettingsError("settings.auth", "`auth` is no grant.", {
      hint: "Give clientCredentials({ … }), or another grant.",
    });
  }
  if (renewAhead !== undefined && auth.introspect === undefined) {
    throw new SettingsError("settings.auth", `\`renewAhead\` cannot be had of "${auth.name}".`, {
      hint: "Salesforce tells only the app of a token when it ends: use a grant with the app's secret.",
    });
  }
}
