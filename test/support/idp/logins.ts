import {
  authorizationCode,
  type ConnectOptions,
  clientCredentials,
  connect,
  custom,
  type Environment,
  type Grant,
  password,
} from "orgtype";
import type { Idp } from "./idp.js";
import { signIn } from "./sign-in.js";

/** What a test may get wrong on purpose. */
export interface Slips {
  readonly environment?: Environment;
  readonly clientSecret?: string;
  /** Comes between the person, who has logged in, and the first request for tokens. */
  readonly beforeTokens?: () => void;
}

/** One of the product's three grants, as an app uses it. */
export interface Login {
  readonly name: string;
  /** What the server is asked first. */
  readonly firstGrant: string;
  /** What it is asked when the session has ended. */
  readonly renewalGrant: string;
  /** A grant for `connect`. The code grant has its tokens by then, as a person has logged in. */
  readonly grant: (idp: Idp, slips: Slips) => Promise<Grant>;
}

/** Where the app of the tests would listen. Nobody does: the redirect is read, not followed. */
export const REDIRECT_URI = "http://127.0.0.1:1717/callback";
export const SCOPES = ["api", "refresh_token", "openid"];

export const logins: readonly Login[] = [
  {
    name: "authorization code",
    firstGrant: "authorization_code",
    renewalGrant: "refresh_token",
    grant: async (idp, slips) => {
      const { clientId, clientSecret } = idp.apps.confidential;
      const login = authorizationCode({
        environment: slips.environment ?? custom(idp.url),
        clientId,
        clientSecret: slips.clientSecret ?? clientSecret,
        redirectUri: REDIRECT_URI,
        scopes: SCOPES,
      });
      const callback = await signIn(await authorizationUrlAt(idp, login), idp.user);
      slips.beforeTokens?.();
      return login.withTokens(await login.callback(callback));
    },
  },
  {
    name: "password",
    firstGrant: "password",
    renewalGrant: "password",
    grant: async ({ apps, user }, { clientSecret, beforeTokens }) => {
      beforeTokens?.();
      return password({
        clientId: apps.confidential.clientId,
        clientSecret: clientSecret ?? apps.confidential.clientSecret,
        username: user.username,
        password: user.password,
        securityToken: user.securityToken,
      });
    },
  },
  {
    name: "client credentials",
    firstGrant: "client_credentials",
    renewalGrant: "client_credentials",
    grant: async ({ apps }, { clientSecret, beforeTokens }) => {
      beforeTokens?.();
      return clientCredentials({
        clientId: apps.confidential.clientId,
        clientSecret: clientSecret ?? apps.confidential.clientSecret,
      });
    },
  },
];

/** The browser goes to the real server, whatever host the app has been told. */
async function authorizationUrlAt(idp: Idp, login: { authorizationUrl(): Promise<string> }): Promise<string> {
  const url = new URL(await login.authorizationUrl());
  return new URL(url.pathname + url.search, idp.url).href;
}

/** A client that has logged in and has made one call. */
export async function connected(
  idp: Idp,
  login: Login,
  { slips = {}, ...options }: Partial<ConnectOptions> & { slips?: Slips } = {},
) {
  const sf = await connect({
    environment: slips.environment ?? custom(idp.url),
    auth: await login.grant(idp, slips),
    apiVersion: "66.0",
    retry: { times: 0 },
    ...options,
  });
  await sf.limits.get();
  return sf;
}
