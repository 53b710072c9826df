import { isOrgtypeError, SettingsError } from "../errors.js";
import type { Environment } from "../settings/environment.js";
import type { Grant } from "./grant.js";
import { endsTokens } from "./refusals.js";
import { type TokenSet, tokenParts, tokenSet } from "./token-set.js";
import type { TokenStore } from "./token-store.js";

/** Where a connection's tokens are kept. */
export interface KeptConnection {
  environment: Environment;
  auth: Pick<Grant, "name" | "key">;
  tokenStore: TokenStore;
  /** Tells the login from others in the store. Default: login host, grant, client id and user name. */
  tokenKey?: string;
}

/**
 * Puts the tokens of a login where clients with the same environment, grant, store and key find them.
 *
 * @throws SettingsError where the grant has no key and none is given
 */
export async function keepTokens(connection: KeptConnection, tokens: TokenSet): Promise<void> {
  const { tokenStore } = connection;
  const key = tokenKeyOf(connection);
  const text = toText(tokens);
  while (!(await tokenStore.compareAndSet(key, await tokenStore.get(key), text))) {
    // Somebody was quicker; this login is the newer one all the same.
  }
}

/** @throws SettingsError where a store cannot be one, or nothing tells the login from others */
export function tokenKeyOf({ environment, auth, tokenStore, tokenKey }: KeptConnection): string {
  const methods = [tokenStore.get, tokenStore.compareAndSet, tokenStore.lock];
  if (!methods.every((method) => typeof method === "function")) {
    throw new SettingsError("settings.token-store", "`tokenStore` is no token store.", {
      hint: "Give memoryTokenStore(), unstorageTokenStore(storage) or fileTokenStore() of orgtype/node.",
    });
  }
  if (typeof tokenKey === "string" && tokenKey !== "") return tokenKey;
  if (tokenKey === undefined && auth.key !== undefined) {
    return `${new URL(environment.loginUrl).host}/${auth.name}/${auth.key}`;
  }
  throw new SettingsError("settings.token-store", `\`tokenKey\` is missing for the grant "${auth.name}".`, {
    hint: "Give text that tells this login from others in the store, such as an id of its user.",
  });
}

/** The tokens of one login in a store that others use, too. */
export interface KeptTokens {
  /**
   * The tokens in the store where they are others than the refused ones; else those that `logIn` gives, which
   * are in the store before anybody uses them. Only one process logs in at a time.
   */
  obtain(request: KeptRequest): Promise<{ readonly tokens: TokenSet; readonly isBorrowed: boolean }>;
  /** Takes the tokens out of the store, after `work` is done with them. */
  end(signal: AbortSignal, work: (tokens: TokenSet | undefined) => Promise<void>): Promise<void>;
}

export interface KeptRequest {
  readonly refused: TokenSet | undefined;
  /** URL of the user whose tokens they must be, where that is known. */
  readonly identityUrl: string | undefined;
  readonly signal: AbortSignal;
  /** Logs in, or makes new tokens of old ones. */
  readonly logIn: (old: TokenSet | undefined) => Promise<TokenSet>;
}

export function keptTokens(store: TokenStore, key: string): KeptTokens {
  /** Tokens that could not be written: the store has older ones, whose refresh token may be dead. */
  let unwritten: { readonly over: string | undefined; readonly text: string } | undefined;

  async function write(over: string | undefined, text: string): Promise<void> {
    unwritten = { over, text };
    await store.compareAndSet(key, over, text);
    unwritten = undefined;
  }

  async function logInLocked({ refused, identityUrl, logIn }: KeptRequest) {
    if (unwritten !== undefined) await write(unwritten.over, unwritten.text);
    const text = await store.get(key);
    const found = ownTokens(text, identityUrl);
    if (found !== undefined && found.accessToken !== refused?.accessToken) {
      return { tokens: found, isBorrowed: true };
    }
    const old = found ?? refused;
    try {
      const tokens = await logIn(old);
      await write(text, toText(tokens));
      return { tokens, isBorrowed: false };
    } catch (error) {
      const areDead = found !== undefined && isOrgtypeError(error, "AuthError") && endsTokens(error);
      if (areDead) await store.compareAndSet(key, text, undefined);
      throw error;
    }
  }

  return {
    async obtain(request) {
      if (request.refused === undefined && unwritten === undefined) {
        const found = ownTokens(await store.get(key), request.identityUrl);
        if (found !== undefined) return { tokens: found, isBorrowed: true };
      }
      return store.lock(key, request.signal, () => logInLocked(request));
    },
    end: (signal, work) =>
      store.lock(key, signal, async () => {
        const text = await store.get(key);
        await work(ownTokens(text, undefined));
        unwritten = undefined;
        if (text !== undefined) await store.compareAndSet(key, text, undefined);
      }),
  };
}

const FORMAT = 1;

function toText(tokens: TokenSet): string {
  return JSON.stringify({ format: FORMAT, ...tokenParts(tokens) });
}

/** The tokens of a text; undefined where it cannot be read, or they are another user's. */
function ownTokens(text: string | undefined, identityUrl: string | undefined): TokenSet | undefined {
  const tokens = fromText(text);
  const isOther = identityUrl !== undefined && tokens?.id !== undefined && tokens.id !== identityUrl;
  return isOther ? undefined : tokens;
}

function fromText(text: string | undefined): TokenSet | undefined {
  if (text === undefined) return undefined;
  try {
    const { format, ...parts } = JSON.parse(text) as { format?: unknown } & TokenSet;
    return format === FORMAT ? tokenSet(parts) : undefined;
  } catch {
    return undefined;
  }
}
