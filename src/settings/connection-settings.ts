import type { Environment } from "./environment.js";

/** How a connection logs in. */
export type Flow = "authorization-code" | "password" | "client-credentials";

interface SharedSettings {
  /** What the program calls the connection. */
  name: string;
  /** The org's URL, as `https://acme.my.salesforce.com`. */
  endpointUrl: string;
  /** The app's consumer key. */
  clientId: string;
  /** Default: `/services/oauth2/token` of the login host. */
  tokenUrl?: string;
  /** Default: `api refresh_token`; of client credentials `api`. */
  scopes?: readonly string[];
  /**
   * Which Salesforce. Default: that of `endpointUrl`. `"production"` and `"sandbox"` log in at the endpoint's
   * host where it is one of theirs, else at `login.` and `test.salesforce.com`.
   */
  environment?: "production" | "sandbox" | Environment;
}

/** A person logs in, in the browser. */
export interface AuthorizationCodeSettings extends SharedSettings {
  flow: "authorization-code";
  /** The app's consumer secret. Left out, the app must not require one. */
  clientSecret?: string;
  /** Default: `/services/oauth2/authorize` of the login host. */
  authorizationUrl?: string;
  /** One of the app's callback URLs. Default: `http://localhost:1717/callback`, that of `orgtype login`. */
  redirectUri?: string;
}

/** The program has a user's password. */
export interface PasswordSettings extends SharedSettings {
  flow: "password";
  /** The app's consumer secret. */
  clientSecret: string;
  username: string;
  password: string;
  /** Needed where the org does not trust the network that the program runs in. */
  securityToken?: string;
}

/** The program logs in as the app's "Run As" user. */
export interface ClientCredentialsSettings extends SharedSettings {
  flow: "client-credentials";
  /** The app's consumer secret. */
  clientSecret: string;
}

/** The settings of a connection: what is needed depends on `flow`. */
export type ConnectionSettings = AuthorizationCodeSettings | PasswordSettings | ClientCredentialsSettings;

type KeyOfEach<T> = T extends unknown ? keyof T : never;
/** A setting other than `flow`. */
export type SettingName = Exclude<KeyOfEach<ConnectionSettings>, "flow">;

/** Whether a flow needs a setting, may have it, or does not have it. */
export type Need = "required" | "optional" | "none";

export interface SettingRule {
  readonly needs: Readonly<Record<Flow, Need>>;
  /** What to give, for people. */
  readonly hint: string;
}

const always = /* @__PURE__ */ needs("required", "required", "required");
const everywhereOptional = /* @__PURE__ */ needs("optional", "optional", "optional");
const passwordOnly = /* @__PURE__ */ needs("none", "required", "none");

/** The settings of each flow: the product's own table. */
export const settingRules = {
  name: { needs: always, hint: "Give the connection a name of your own." },
  endpointUrl: { needs: always, hint: "Give the org's URL, as https://acme.my.salesforce.com." },
  clientId: { needs: always, hint: "Give the app's consumer key: it is in Setup." },
  clientSecret: {
    needs: /* @__PURE__ */ needs("optional", "required", "required"),
    hint: "Give the app's consumer secret: it is in Setup. Keep it in the environment, not in the code.",
  },
  username: { needs: passwordOnly, hint: "Give the user name; a sandbox's ends with the sandbox's name." },
  password: { needs: passwordOnly, hint: "Give the user's password." },
  securityToken: {
    needs: /* @__PURE__ */ needs("none", "optional", "none"),
    hint: "Give the token of the user's personal settings.",
  },
  authorizationUrl: {
    needs: /* @__PURE__ */ needs("optional", "none", "none"),
    hint: "Give a URL, as https://login.salesforce.com/services/oauth2/authorize.",
  },
  redirectUri: {
    needs: /* @__PURE__ */ needs("optional", "none", "none"),
    hint: "Give one of the app's callback URLs, exactly as it is in Setup.",
  },
  tokenUrl: {
    needs: everywhereOptional,
    hint: "Give a URL, as https://login.salesforce.com/services/oauth2/token.",
  },
  scopes: { needs: everywhereOptional, hint: 'Give a list of names, as ["api", "refresh_token"].' },
  environment: {
    needs: everywhereOptional,
    hint: 'Give "production", "sandbox", or what production(), sandbox() or myDomain("acme") return.',
  },
} as const satisfies Record<SettingName, SettingRule>;

/** `redirectUri` where it is left out: where `orgtype login` listens. */
export const DEFAULT_REDIRECT_URI = "http://localhost:1717/callback";

/** What a flow asks for where `scopes` is left out. */
export const defaultScopes = {
  "authorization-code": ["api", "refresh_token"],
  password: ["api", "refresh_token"],
  "client-credentials": ["api"],
} as const satisfies Record<Flow, readonly string[]>;

function needs(code: Need, password: Need, credentials: Need): SettingRule["needs"] {
  return { "authorization-code": code, password, "client-credentials": credentials };
}
