import { isOrgtypeError } from "../errors.js";
import { endsTokens } from "./ended-tokens.js";
import { type TokenSet, tokenParts, tokenSet } from "./token-set.js";
import type { TokenStore } from "./token-store.js";

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

/** How tokens are written into a store. */
export function toText(tokens: TokenSet): string {
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
