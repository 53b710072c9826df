import { createHash, randomBytes } from "node:crypto";
import type { Org } from "orgtype/mock";
import { openBrowser, type Shown } from "./browser.js";

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form
type Fields = any;

/** A bare OAuth client of an org, in process where the org does not listen. */
export function oauthClient(org: Org, { origin = org.url, fetchIt = org.fetch } = {}) {
  const { clientId, clientSecret, redirectUri } = org.credentials;
  const client = { client_id: clientId, client_secret: clientSecret };

  async function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
    const response = await fetchIt(origin + path, {
      method: "POST",
      headers,
      body: new URLSearchParams(form),
    });
    const text = await response.text();
    const json = response.headers.get("Content-Type")?.startsWith("application/json");
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  }

  const authorizeUrl = (query: Record<string, string> = {}): string =>
    `${origin}/services/oauth2/authorize?${new URLSearchParams({
      response_type: "code",
      client_id: clientId,
      redirect_uri: redirectUri,
      ...query,
    })}`;
  const token = (form: Record<string, string>) => post("/services/oauth2/token", { ...client, ...form });

  return {
    client,
    post,
    token,
    authorizeUrl,
    refresh: (refreshToken: string) => token({ grant_type: "refresh_token", refresh_token: refreshToken }),
    redeem: (code: string, form: Record<string, string> = {}) =>
      token({ grant_type: "authorization_code", code, redirect_uri: redirectUri, ...form }),
    introspect: async (text: string) =>
      (await post("/services/oauth2/introspect", { ...client, token: text })).body,
    revoke: (text: string) => post("/services/oauth2/revoke", { token: text }),
    rest: async (accessToken: string, path = "/services/data/v66.0/limits") => {
      const headers = { Authorization: `Bearer ${accessToken}` };
      const response = await fetchIt(origin + path, { headers });
      return { status: response.status, body: await response.json() };
    },
    /** Logs in and allows the app: the code and where it came. */
    async logIn(query: Record<string, string> = {}, browser = openBrowser(fetchIt)) {
      const shown = await pass(org, browser, await browser.open(authorizeUrl(query)));
      return { code: shown.sentTo?.searchParams.get("code") ?? "", shown, browser };
    },
    /** As `logIn`, up to the tokens. */
    async tokens(query: Record<string, string> = {}): Promise<Fields> {
      const { code } = await this.logIn(query);
      return (await this.redeem(code)).body;
    },
  };
}

/** What the token endpoint answers to what it does not grant. */
export function refused(error: string, error_description: string) {
  return { status: 400, body: { error, error_description } };
}

/** Goes through the pages: the org's user logs in, and allows the app. */
export async function pass(org: Org, browser: ReturnType<typeof openBrowser>, shown: Shown): Promise<Shown> {
  const { username, password } = org.credentials;
  let page = shown;
  if (page.html.includes('id="Login"')) page = await browser.press(page, "Login", { username, pw: password });
  if (page.html.includes('id="oaapprove"')) page = await browser.press(page, "oaapprove");
  return page;
}

export function pkce() {
  const verifier = randomBytes(48).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** Creates another user who can log in. */
export function addUser(org: Org, username: string, password: string): string {
  const [profile] = org.records("Profile");
  const [id = ""] =
    org.seed({
      User: [
        {
          Username: username,
          Email: username,
          LastName: "Second",
          Alias: "second",
          CommunityNickname: username.slice(0, 20),
          IsActive: true,
          TimeZoneSidKey: "America/Los_Angeles",
          LocaleSidKey: "en_US",
          EmailEncodingKey: "UTF-8",
          LanguageLocaleKey: "en_US",
          ProfileId: profile?.Id,
        },
      ],
    }).User ?? [];
  org.oauth.setPassword(username, password);
  return id;
}
