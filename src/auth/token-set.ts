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
  /** Of `id` and `issuedAt`, made with the client secret: see `verifySignature`. */
  readonly signature?: string;
  /** Where the scope `openid` was granted. As it was answered: its claims are the caller's to check. */
  readonly idToken?: string;
  /** The Experience Cloud site of a user who belongs to one. */
  readonly communityUrl?: string;
}

/** What only those see who ask for it by name. */
const secrets = ["accessToken", "refreshToken", "idToken", "signature"] as const;

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
  const { accessToken, refreshToken, idToken, signature, ...open } = parts;
  const set = { ...open, instanceUrl: instanceOf(parts.instanceUrl) };
  const shown = { ...set, accessToken: "(hidden)" };
  const hidden: Record<PropertyKey, unknown> = { toJSON: () => shown, [inspect]: () => shown };
  for (const name of secrets) if (parts[name] !== undefined) hidden[name] = parts[name];
  for (const key of Reflect.ownKeys(hidden)) {
    Object.defineProperty(set, key, { value: hidden[key], enumerable: false });
  }
  return Object.freeze(set) as TokenSet;
}

/** Everything of a token set in an object that hides nothing: a copy by `...` is without the secrets. */
export function tokenParts(tokens: TokenSet): TokenSet {
  const given = secrets.flatMap((name) => (tokens[name] === undefined ? [] : [[name, tokens[name]]]));
  return { ...tokens, ...Object.fromEntries(given) };
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
