import { createSession, type Session } from "../auth/session.js";
import { SettingsError } from "../errors.js";
import { type ApiUsage, createUsageRecord } from "../http/api-usage.js";
import { globalFetch } from "../http/global-fetch.js";
import { authorize } from "../http/layers/authorize.js";
import { deadline } from "../http/layers/deadline.js";
import { limits } from "../http/layers/limits.js";
import { retry } from "../http/layers/retry.js";
import { trace } from "../http/layers/trace.js";
import { compose, exchange, type Handler } from "../http/pipeline.js";
import { checkEnvironment } from "../settings/environment.js";
import { type CoalesceSettings, requestSettings } from "../settings/settings.js";
import type { ConnectOptions } from "./client.js";
import type { ConnectionFeatures } from "./feature.js";

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
export function openConnection(options: ConnectOptions, features: ConnectionFeatures): Connection {
  const { environment, auth: grant, transport = features.transport ?? globalFetch, trace: tell } = options;
  checkEnvironment(environment);
  if (typeof grant?.start !== "function") {
    throw new SettingsError("settings.auth", "`auth` is no grant.", {
      hint: "Give clientCredentials({ … }), or another grant.",
    });
  }
  const settings = requestSettings(options);
  const { timeoutMs, headers } = settings;
  const session = createSession({
    timeoutMs,
    retry: settings.retry,
    environment,
    grant,
    transport,
    hintFor: features.loginHint,
    kept: features.kept?.(options),
    lasting: features.lasting?.(options),
  });
  const usage = createUsageRecord();
  // The concerns of a request, from the outside in. ARCHITECTURE.md says why in this order.
  const layers = [
    tell && trace(tell),
    deadline(timeoutMs, features.boundBody),
    retry(settings.retry),
    features.shortUrls?.(),
    features.budget?.(options, usage.latest),
    limits(settings.concurrency, usage),
  ];
  const handler = compose(
    layers.filter((layer) => layer !== undefined),
    authorize(session, exchange(transport)),
  );
  return { session, handler, headers, usage: usage.latest, coalesce: features.coalesce?.(options) };
}
