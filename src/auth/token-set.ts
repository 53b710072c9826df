import { AuthError } from "../errors.js";
import { isLoopback } from "../settings/hosts.js";

const inspect = Symbol.for("nodejs.util.inspect.custom");

/** What a login gives. Its secrets show neither in `JSON.stringify` nor in `console.log`. */
export interface TokenSet {
  readonly accessToken: string;
  /** Where calls go: the org's API host, without a slash at its end. */
  readonly instanceUrl: string;
  /** Only of grants that have one. With rotation on, each renewal brings a new one and ends the old one. */
  readonly refreshToken?: string;
  /** URL of the user's identity: `…/id/{organization id}/{user id}`. */
  readonly id?: string;
  /** The scopes granted, with spaces between. */
  readonly scope?: string;
  /** Milliseconds since 1970. */
  readonly issuedAt?: number;
}

/**
 * Makes a token set of what a token endpoint answered.
 *
 * @throws AuthError where the token cannot be sent, or is for a host that it must not go to
 */
export function tokenSet(parts: TokenSet): TokenSet {
  if (!/^[\x21-\x7e]+$/.test(parts.accessToken)) {
    throw new AuthError("auth.answer", "The access token that was answered cannot be sent.", {
      hint: "Check that the URL in `environment` is Salesforce's.",
    });
  }
  const instanceUrl = instanceOf(parts.instanceUrl);
  const { accessToken, refreshToken, ...open } = parts;
  const set = { ...open, instanceUrl };
  const toJSON = () => ({ ...open, instanceUrl, accessToken: "(hidden)" });
  const hidden = {
    accessToken,
    toJSON,
    [inspect]: toJSON,
    ...(refreshToken !== undefined && { refreshToken }),
  };
  for (const key of Reflect.ownKeys(hidden)) {
    Object.defineProperty(set, key, { value: hidden[key as keyof typeof hidden], enumerable: false });
  }
  return Object.freeze(set) as TokenSet;
}

function instanceOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === "https:" || (parsed?.protocol === "http:" && isLoopback(parsed.hostname))) {
    return parsed.origin;
  }
  throw new AuthError("auth.answer", "The `instance_url` that was answered is no https URL.", {
    hint: "Check that the URL in `environment` is Salesforce's.",
  });
}
