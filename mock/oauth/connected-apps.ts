import type { Credentials } from "./credentials.js";
import { randomText } from "./random-text.js";

/** An app that users log in through. A test may change everything but the client id. */
export interface ConnectedApp {
  /** The consent page shows it. */
  name: string;
  /** The consumer key. */
  readonly clientId: string;
  /** The consumer secret. */
  clientSecret: string;
  /** The registered callback URLs: the redirect URI of a request must be equal to one of them. */
  callbackUrls: string[];
  /** The most a token of the app can have, and what it has where a request asks for none. */
  scopes: string[];
  /** What its JWTs are checked with: a certificate or public key as PEM, or a JWK. Undefined: JWTs are refused. */
  publicKey: string | JsonWebKey | undefined;
  /** The "Run As" user of the client credentials flow, by username; null where none is set. */
  runAs: string | null;
}

export type AppSettings = Partial<ConnectedApp>;

const SCOPES = ["api", "web", "id", "openid", "refresh_token"];

/** Every app of the org, by client id. */
export interface ConnectedApps {
  /** The app of `org.credentials`. */
  readonly first: ConnectedApp;
  find(clientId: string | null): ConnectedApp | undefined;
  register(settings: AppSettings): ConnectedApp;
}

export function createConnectedApps(credentials: Credentials, settings: AppSettings): ConnectedApps {
  const apps = new Map<string, ConnectedApp>();
  const register = (given: AppSettings): ConnectedApp => {
    const app: ConnectedApp = {
      name: given.name ?? "Embedded App",
      clientId: given.clientId ?? `3MVG9${randomText(80)}`,
      clientSecret: given.clientSecret ?? randomText(64),
      callbackUrls: given.callbackUrls ?? [credentials.redirectUri],
      scopes: given.scopes ?? [...SCOPES],
      publicKey: given.publicKey,
      runAs: given.runAs === undefined ? credentials.username : given.runAs,
    };
    apps.set(app.clientId, app);
    return app;
  };
  const { clientId, clientSecret, redirectUri } = credentials;
  const callbackUrls = [...new Set([redirectUri, ...(settings.callbackUrls ?? [])])];
  return {
    first: register({ ...settings, clientId, clientSecret, callbackUrls }),
    find: (id) => apps.get(id ?? ""),
    register,
  };
}
