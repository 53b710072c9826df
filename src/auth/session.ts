import { backOffMs } from "../async/back-off.js";
import { singleFlight } from "../async/single-flight.js";
import { sleep } from "../async/sleep.js";
import { within } from "../async/within.js";
import { isOrgtypeError, TimeoutError } from "../errors.js";
import type { Transport } from "../http/pipeline.js";
import type { TokenSource } from "../http/token-source.js";
import type { Environment } from "../settings/environment.js";
import type { RequestSettings } from "../settings/settings.js";
import type { Grant } from "./grant.js";
import { type TokenSet, tokenSet } from "./token-set.js";

export interface SessionSettings extends Pick<RequestSettings, "timeoutMs" | "retry"> {
  readonly grant: Grant;
  readonly environment: Environment;
  readonly transport: Transport;
}

/** Holds the tokens of a connection. */
export interface Session extends TokenSource {
  /** The tokens in use; undefined before the first login. */
  readonly tokens: TokenSet | undefined;
}

/** A session that logs in when it is first asked, and renews once however many calls ask for it. */
export function createSession(settings: SessionSettings): Session {
  let tokens: TokenSet | undefined;
  let refusal: { readonly of: TokenSet; readonly error: unknown } | undefined;

  const exchange = singleFlight(async () => {
    const old = tokens;
    const bounds = { timeoutMs: settings.timeoutMs, timeoutError: () => loginTimeout(settings) };
    try {
      // Checked here as well: grants of others may give any object.
      tokens = tokenSet(await within(bounds, (signal) => logIn(settings, old, signal)));
      return tokens;
    } catch (error) {
      if (old !== undefined && isOrgtypeError(error, "AuthError")) {
        refusal = { of: old, error };
        tokens = undefined;
      }
      throw error;
    }
  });

  return {
    get tokens() {
      return tokens;
    },
    current: async () => tokens ?? exchange(),
    // Tokens are compared as objects: the server may answer the same text again.
    renew: async (refused) => {
      if (tokens !== undefined && tokens !== refused) return tokens;
      // For calls whose 401 comes late; new calls log in anew.
      if (refusal?.of === refused) throw refusal.error;
      return exchange();
    },
  };
}

async function logIn(
  settings: SessionSettings,
  old: TokenSet | undefined,
  signal: AbortSignal,
): Promise<TokenSet> {
  const { grant, environment, transport, retry } = settings;
  const context = { environment, transport, signal };
  for (let repetition = 0; ; repetition++) {
    try {
      return await (old !== undefined && grant.renew ? grant.renew(old, context) : grant.start(context));
    } catch (error) {
      if (repetition >= retry.times || !isOrgtypeError(error, "ConnectionError")) throw error;
      await sleep(backOffMs(retry, repetition), signal);
    }
  }
}

function loginTimeout({ environment, timeoutMs }: SessionSettings): TimeoutError {
  return new TimeoutError(
    `The login at ${environment.loginUrl} took longer than ${timeoutMs} ms.`,
    timeoutMs,
    {
      hint: "Give a longer `timeout`, in milliseconds, or check the network.",
    },
  );
}
