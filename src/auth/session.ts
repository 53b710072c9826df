import { backOffMs } from "../async/back-off.js";
import { singleFlight } from "../async/single-flight.js";
import { sleep } from "../async/sleep.js";
import { within } from "../async/within.js";
import { AuthError, isOrgtypeError, SettingsError, TimeoutError } from "../errors.js";
import type { Transport } from "../http/pipeline.js";
import type { TokenSource } from "../http/token-source.js";
import type { Environment } from "../settings/environment.js";
import type { RequestSettings } from "../settings/settings.js";
import { endsTokens } from "./ended-tokens.js";
import type { Grant, GrantContext } from "./grant.js";
import { usableTokens } from "./instance.js";
import type { Introspection } from "./introspection.js";
import type { KeptTokens } from "./kept-tokens.js";
import type { TokenSet } from "./token-set.js";

export interface SessionSettings extends Pick<RequestSettings, "timeoutMs" | "retry"> {
  readonly grant: Grant;
  readonly environment: Environment;
  readonly transport: Transport;
  readonly hintFor?: GrantContext["hintFor"];
  /** Where tokens are kept that others use, too. */
  readonly kept?: (() => Promise<KeptTokens>) | undefined;
  /** Makes tokens last. Left out, the end of the session is waited for. */
  readonly lasting?: Lasting | undefined;
}

/** Gives the tokens to use for those that are there, renewed where that is better. */
export type Lasting = (session: {
  readonly introspect: (tokens: TokenSet) => Promise<Introspection>;
  readonly renew: (tokens: TokenSet) => Promise<TokenSet>;
}) => (now: TokenSet) => Promise<TokenSet>;

/** Holds the tokens of a connection. */
export interface Session extends TokenSource {
  /** The tokens in use; undefined before the first login. */
  readonly tokens: TokenSet | undefined;
  current(): TokenSet | Promise<TokenSet>;
  /** What the server knows of the access token; logs in where there is none yet. */
  introspect(): Promise<Introspection>;
  /** Ends the tokens on the server and forgets them. */
  logout(): Promise<void>;
}

/** Tokens that could not be renewed, and why. */
interface Ended {
  readonly of: TokenSet;
  readonly error: AuthError;
}

/** A session that logs in when it is first asked, and renews once however many calls ask for it. */
export function createSession(settings: SessionSettings): Session {
  const { grant, environment } = settings;
  const borrowed = new WeakSet<TokenSet>();
  let tokens: TokenSet | undefined;
  let ended: Ended | undefined;
  let underWay: Promise<unknown> = Promise.resolve();

  const exchange = singleFlight(async (): Promise<TokenSet> => {
    const old = tokens;
    try {
      const got = await bounded(settings, old, (context) => obtain(settings, old, context));
      const usable = usableTokens(got.tokens, environment);
      if (ended !== undefined && isRepetition(usable, ended, grant)) throw ended.error;
      if (got.isBorrowed) borrowed.add(usable);
      tokens = usable;
      return usable;
    } catch (error) {
      if (old !== undefined && isOrgtypeError(error, "AuthError")) {
        ended = { of: old, error };
        tokens = undefined;
      }
      throw error;
    }
  });

  function exchanged(): Promise<TokenSet> {
    const exchanging = exchange();
    underWay = exchanging.catch(() => {});
    return exchanging;
  }

  // Tokens are compared as objects: the server may answer the same text again.
  async function renewed(refused: unknown): Promise<TokenSet> {
    if (tokens !== undefined && tokens !== refused) return tokens;
    // For calls whose 401 comes late; new calls log in anew.
    if (ended !== undefined && ended.of === refused) throw ended.error;
    return exchanged();
  }

  const introspect = (of: TokenSet) => introspected(settings, of);
  const lasting = settings.lasting?.({ introspect, renew: renewed });

  return {
    get tokens() {
      return tokens;
    },
    current() {
      if (tokens === undefined) return exchanged().then(lasting);
      return lasting === undefined ? tokens : lasting(tokens);
    },
    async renew(refused) {
      const token = await renewed(refused);
      return { token, isBorrowed: borrowed.has(token) };
    },
    introspect: async () => introspect(tokens ?? (await exchanged())),
    async logout() {
      await underWay;
      const held = tokens;
      await bounded(settings, held, (context) => end(settings, held, context));
      if (held !== undefined) ended = { of: held, error: loggedOut() };
      tokens = undefined;
    },
  };
}

/** Whether a grant has nothing better than the tokens it was given, and they are dead for good. */
function isRepetition(tokens: TokenSet, { of, error }: Ended, grant: Grant): boolean {
  return grant.renew !== undefined && of.accessToken === tokens.accessToken && endsTokens(error);
}

interface Obtained {
  readonly tokens: TokenSet;
  readonly isBorrowed: boolean;
}

async function obtain(
  settings: SessionSettings,
  refused: TokenSet | undefined,
  context: GrantContext,
): Promise<Obtained> {
  const { kept, grant } = settings;
  if (kept === undefined) return { tokens: await logIn(settings, refused, context), isBorrowed: false };
  return (await kept()).obtain({
    refused,
    identityUrl: refused?.id ?? grant.identityUrl,
    signal: context.signal,
    logIn: (old) => logIn(settings, old, context),
  });
}

async function logIn(
  { grant, retry }: SessionSettings,
  old: TokenSet | undefined,
  context: GrantContext,
): Promise<TokenSet> {
  for (let repetition = 0; ; repetition++) {
    try {
      return await (old !== undefined && grant.renew ? grant.renew(old, context) : grant.start(context));
    } catch (error) {
      if (repetition >= retry.times || !isOrgtypeError(error, "ConnectionError")) throw error;
      await sleep(backOffMs(retry, repetition), context.signal);
    }
  }
}

async function end(
  { kept, grant }: SessionSettings,
  held: TokenSet | undefined,
  context: GrantContext,
): Promise<void> {
  const revoke = async (tokens: TokenSet | undefined) => {
    if (tokens !== undefined) await grant.revoke?.(tokens, context);
  };
  // The store's tokens are the newest: others may have renewed them.
  if (kept === undefined) return revoke(held);
  await (await kept()).end(context.signal, (stored) => revoke(stored ?? held));
}

function introspected(settings: SessionSettings, tokens: TokenSet): Promise<Introspection> {
  const { grant } = settings;
  return bounded(settings, tokens, async (context) => {
    if (grant.introspect !== undefined) return grant.introspect(tokens, context);
    throw new SettingsError("settings.auth", `The grant "${grant.name}" cannot ask about its tokens.`, {
      hint: "Salesforce answers only the app that a token was given to: log in as one, with its secret.",
    });
  });
}

/** Does work for as long as a login may take: longer where a person is part of it. */
function bounded<T>(
  settings: SessionSettings,
  old: TokenSet | undefined,
  work: (context: GrantContext) => Promise<T>,
): Promise<T> {
  const { grant, environment, transport, hintFor } = settings;
  const patienceMs = old === undefined ? (grant.patienceMs ?? 0) : 0;
  const timeoutMs = Math.max(settings.timeoutMs, patienceMs);
  const timeoutError = () => loginTimeout(environment, timeoutMs);
  return within({ timeoutMs, timeoutError }, ({ signal }) =>
    work({ environment, transport, signal, hintFor }),
  );
}

function loginTimeout({ loginUrl }: Environment, timeoutMs: number): TimeoutError {
  return new TimeoutError(`The login at ${loginUrl} took longer than ${timeoutMs} ms.`, timeoutMs, {
    hint: "Give a longer `timeout`, in milliseconds, or check the network.",
  });
}

function loggedOut(): AuthError {
  return new AuthError("auth.logged-out", "This client has been logged out.", {
    hint: "Connect with the tokens of a new login.",
  });
}
