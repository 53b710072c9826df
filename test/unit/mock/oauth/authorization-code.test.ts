import { createHmac } from "node:crypto";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.js";
import { oauthClient, pass, pkce, refused } from "./oauth-client.js";

let org: Org;
let server: Listening;
let time = new Date();

beforeAll(async () => {
  org = createOrg({ now: () => time });
  server = await org.listen();
});
afterAll(() => server.close());
beforeEach(() => {
  time = new Date("2026-05-06T07:08:09.123Z");
  Object.assign(org.oauth.policies, { requirePkce: false, requireSecret: true, preauthorized: false });
});

/** Over the socket. */
const client = () => oauthClient(org, { fetchIt: fetch });

describe("the authorization code flow, over a socket", () => {
  it("asks for a login and consent, and gives tokens for the code", async () => {
    const { verifier, challenge } = pkce();
    const browser = openBrowser();
    const query = { state: "st/a te&=", code_challenge: challenge, code_challenge_method: "S256" };
    const login = await browser.open(client().authorizeUrl(query));
    expect(login.status).toBe(200);
    expect(login.html).toMatch(/id="username"[\s\S]*id="password"[\s\S]*id="Login"/);

    const { username, password } = org.credentials;
    const consent = await browser.press(login, "Login", { username, pw: password });
    expect(consent.html).toContain("Embedded App is asking to:");
    expect(consent.html).toContain("Perform requests at any time (refresh_token)");

    const { sentTo } = await browser.press(consent, "oaapprove");
    expect(sentTo?.href.startsWith(`${org.credentials.redirectUri}?code=aPrx`)).toBe(true);
    expect([...(sentTo?.searchParams.keys() ?? [])]).toEqual(["code", "state"]);
    expect(sentTo?.searchParams.get("state")).toBe("st/a te&=");
    const code = sentTo?.searchParams.get("code") ?? "";
    expect(code.endsWith("==")).toBe(true);
    expect(sentTo?.search).toContain("%3D%3D");

    const { status, body } = await client().redeem(code, { code_verifier: verifier });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      scope: "api web id openid refresh_token",
      instance_url: server.url,
      token_type: "Bearer",
      issued_at: String(time.getTime()),
    });
    expect(body).not.toHaveProperty("expires_in");
    const signature = createHmac("sha256", org.credentials.clientSecret).update(body.id + body.issued_at);
    expect(body.signature).toBe(signature.digest("base64"));
    expect((await client().rest(body.access_token)).status).toBe(200);
    expect((await client().rest(body.access_token, new URL(body.id).pathname)).body.username).toBe(username);
  });

  it("takes a code once", async () => {
    const { code } = await client().logIn();
    expect((await client().redeem(code)).status).toBe(200);
    expect(await client().redeem(code)).toMatchObject(refused("invalid_grant", "expired authorization code"));
    expect(await client().redeem("aPrxNever==")).toMatchObject(
      refused("invalid_grant", "invalid authorization code"),
    );
  });

  it("takes a code for 15 minutes of the org's clock", async () => {
    const first = await client().logIn();
    time = new Date(time.getTime() + 15 * 60_000);
    expect((await client().redeem(first.code)).status).toBe(200);
    const second = await client().logIn();
    time = new Date(time.getTime() + 15 * 60_000 + 1);
    expect(await client().redeem(second.code)).toMatchObject(
      refused("invalid_grant", "expired authorization code"),
    );
  });

  it("checks the verifier", async () => {
    const { challenge } = pkce();
    const wrong = await client().logIn({ code_challenge: challenge });
    expect(await client().redeem(wrong.code, { code_verifier: "x".repeat(43) })).toMatchObject(
      refused("invalid_grant", "invalid code verifier"),
    );
    const missing = await client().logIn({ code_challenge: challenge, code_challenge_method: "S256" });
    expect(await client().redeem(missing.code)).toMatchObject({
      status: 400,
      body: { error: "invalid_grant" },
    });
  });

  it("checks the redirect address, the secret and the client at the token endpoint", async () => {
    const { code } = await client().logIn();
    expect(await client().redeem(code, { redirect_uri: "http://localhost:1717/other" })).toMatchObject(
      refused("redirect_uri_mismatch", "redirect_uri must match configuration"),
    );
    const next = await client().logIn();
    expect(await client().redeem(next.code, { client_secret: "wrong" })).toMatchObject(
      refused("invalid_client", "invalid client credentials"),
    );
    expect(await client().redeem(next.code, { client_secret: "" })).toMatchObject(
      refused("invalid_client", "invalid client credentials"),
    );
    const other = org.oauth.registerApp({ name: "Other" });
    const form = { client_id: other.clientId, client_secret: other.clientSecret };
    expect(await client().redeem(next.code, form)).toMatchObject(
      refused("invalid_grant", "invalid authorization code"),
    );
  });

  it("does without a secret where the policy says so, but not with a wrong one", async () => {
    org.oauth.policies.requireSecret = false;
    const { code } = await client().logIn();
    const { body } = await client().redeem(code, { client_secret: "" });
    expect(body.refresh_token).toMatch(/^5Aep861/);
    const again = { grant_type: "refresh_token", refresh_token: body.refresh_token, client_secret: "" };
    expect((await client().token(again)).status).toBe(200);
    expect((await client().token({ ...again, client_secret: "wrong" })).body.error).toBe("invalid_client");
  });

  it("gives fewer scopes where fewer are asked for, and no refresh token without its scope", async () => {
    const body = await client().tokens({ scope: "api id" });
    expect(body.scope).toBe("api id");
    expect(body).not.toHaveProperty("refresh_token");
    expect(body).not.toHaveProperty("id_token");
    const offline = await client().tokens({ scope: "api offline_access" });
    expect(offline).toHaveProperty("refresh_token");
  });
});

describe("the authorize endpoint", () => {
  it.each([
    [{ client_id: "nobody" }, "error=invalid_client_id&error_description=client%20identifier%20invalid"],
    [
      { redirect_uri: "http://localhost:1717/oauthredirect" },
      "error=redirect_uri_mismatch&error_description=redirect_uri%20must%20match%20configuration",
    ],
    [
      { redirect_uri: "http://localhost:1718/callback" },
      "error=redirect_uri_mismatch&error_description=redirect_uri%20must%20match%20configuration",
    ],
    [
      { redirect_uri: "http://localhost:1717/callback/" },
      "error=redirect_uri_mismatch&error_description=redirect_uri%20must%20match%20configuration",
    ],
    [
      { code_challenge: "abc", code_challenge_method: "plain" },
      "error=invalid_request&error_description=invalid%20code%20challenge",
    ],
  ])("shows the error of %j itself, and redirects nobody", async (query, text) => {
    const response = await fetch(client().authorizeUrl(query), { redirect: "manual" });
    expect(response.status).toBe(400);
    expect(response.headers.has("Location")).toBe(false);
    expect(await response.text()).toBe(text);
  });

  it("needs a challenge where the policy says so", async () => {
    org.oauth.policies.requirePkce = true;
    const response = await fetch(client().authorizeUrl(), { redirect: "manual" });
    expect(response.status).toBe(400);
    expect(await response.text()).toBe(
      "error=invalid_request&error_description=missing%20required%20code%20challenge",
    );
    expect((await client().logIn({ code_challenge: pkce().challenge })).code).toMatch(/^aPrx/);
  });

  it.each([
    [{ scope: "api full" }, "invalid_scope"],
    [{ response_type: "token" }, "unsupported_response_type"],
    [{ immediate: "true" }, "immediate_unsuccessful"],
  ])("tells the app what is wrong with %j", async (query, error) => {
    const { sentTo } = await openBrowser().open(client().authorizeUrl({ state: "s", ...query }));
    expect(sentTo?.searchParams.get("error")).toBe(error);
    expect(sentTo?.searchParams.get("state")).toBe("s");
    expect(sentTo?.searchParams.has("code")).toBe(false);
  });

  it("keeps a query the redirect address has, and takes addresses that are registered later", async () => {
    const redirectUri = "https://app.example.com/back?tenant=1";
    org.oauth.app.callbackUrls.push(redirectUri);
    const { shown } = await client().logIn({ redirect_uri: redirectUri });
    expect(shown.sentTo?.href).toMatch(/^https:\/\/app\.example\.com\/back\?tenant=1&code=aPrx/);
  });

  it("lets a loopback address have any port only where a test says so", async () => {
    const redirect_uri = "http://localhost:40123/callback";
    expect((await fetch(client().authorizeUrl({ redirect_uri }), { redirect: "manual" })).status).toBe(400);
    org.oauth.policies.anyLoopbackPort = true;
    expect((await client().logIn({ redirect_uri })).shown.sentTo?.port).toBe("40123");
    const elsewhere = client().authorizeUrl({ redirect_uri: "http://evil.example:1717/callback" });
    expect((await fetch(elsewhere, { redirect: "manual" })).status).toBe(400);
    org.oauth.policies.anyLoopbackPort = false;
  });

  it("knows its users by the cookie, and what they have allowed", async () => {
    const { browser } = await client().logIn();
    const again = await browser.open(client().authorizeUrl({ state: "2" }));
    expect(again.sentTo?.searchParams.get("code")).toMatch(/^aPrx/);
    const silent = await browser.open(client().authorizeUrl({ immediate: "true" }));
    expect(silent.sentTo?.searchParams.has("code")).toBe(true);
  });

  it("asks again for prompt=consent and prompt=login", async () => {
    const { browser } = await client().logIn();
    const consent = await browser.open(client().authorizeUrl({ prompt: "consent" }));
    expect(consent.html).toContain('id="oaapprove"');
    const login = await browser.open(client().authorizeUrl({ prompt: "login" }));
    expect(login.html).toContain('id="Login"');
    const startUrl = new URL(login.url).searchParams.get("startURL") ?? "";
    const skipped = await browser.open(new URL(startUrl, server.url).href);
    expect(skipped.html).toContain('id="Login"');
    const passed = await pass(org, browser, skipped);
    expect(passed.sentTo?.searchParams.has("code")).toBe(true);
    const both = await browser.open(client().authorizeUrl({ prompt: "login consent" }));
    const after = await pass(org, browser, both);
    expect(after.sentTo?.searchParams.has("code")).toBe(true);
  });

  it("tells the app of a denial", async () => {
    const { browser } = await client().logIn();
    const consent = await browser.open(client().authorizeUrl({ prompt: "consent", state: "no" }));
    const { sentTo } = await browser.press(consent, "oadeny");
    expect(sentTo?.search).toBe(
      "?error=access_denied&error_description=end-user+denied+authorization&state=no",
    );
  });

  it("takes a decision only from the form it has shown", async () => {
    const { browser } = await client().logIn();
    const consent = await browser.open(client().authorizeUrl({ prompt: "consent" }));
    const forged = await browser.press(consent, "oaapprove", { formKey: "guessed" });
    expect(forged.sentTo).toBeUndefined();
    expect(forged.html).toContain('id="oaapprove"');
  });
});

describe("the login page", () => {
  it("fills in the hint, escaped", async () => {
    const shown = await openBrowser().open(client().authorizeUrl({ login_hint: `"><script>x@example.com` }));
    expect(shown.html).toContain('value="&quot;&gt;&lt;script&gt;x@example.com"');
  });

  it("says the same for a wrong password and for nobody", async () => {
    const browser = openBrowser();
    const login = await browser.open(client().authorizeUrl());
    for (const username of [org.credentials.username, "nobody@example.com"]) {
      const shown = await browser.press(login, "Login", { username, pw: "wrong" });
      expect(shown.html).toContain("Please check your username and password.");
      expect(shown.html).toContain('id="Login"');
      expect(browser.cookies.size).toBe(0);
    }
    expect((await pass(org, browser, login)).sentTo).toBeDefined();
  });

  it("locks a user out for 15 minutes after ten wrong passwords", async () => {
    const browser = openBrowser();
    const login = await browser.open(client().authorizeUrl({ prompt: "consent" }));
    const { username } = org.credentials;
    for (let count = 0; count < 10; count++) await browser.press(login, "Login", { username, pw: "wrong" });
    expect((await pass(org, browser, login)).html).toContain("Please check your username");
    time = new Date(time.getTime() + 15 * 60_000);
    expect((await pass(org, browser, login)).sentTo).toBeDefined();
  });

  it("sends nobody to another site", async () => {
    const { username, password } = org.credentials;
    for (const startURL of ["https://evil.example/", "//evil.example/", "/\\evil.example"]) {
      const response = await fetch(`${server.url}/login`, {
        method: "POST",
        body: new URLSearchParams({ username, pw: password, startURL }),
        redirect: "manual",
      });
      expect(response.headers.get("Location")).toBe("/");
      expect(response.headers.get("Set-Cookie")).toMatch(/^sid=\w{40}; Path=\/; HttpOnly; SameSite=Lax$/);
    }
  });

  it("ends the browser's session at logout, and with the session timeout", async () => {
    const { browser } = await client().logIn();
    await browser.open(`${server.url}/secur/logout.jsp`);
    expect((await browser.open(client().authorizeUrl())).html).toContain('id="Login"');
    const next = await client().logIn();
    time = new Date(time.getTime() + org.oauth.policies.sessionTimeoutMs + 1);
    expect((await next.browser.open(client().authorizeUrl())).html).toContain('id="Login"');
  });
});

describe("the request log", () => {
  it("holds no code, password or token of a login", async () => {
    const before = org.requests.length;
    const { code } = await client().logIn({ state: "secret-state" });
    const { body } = await client().redeem(code);
    await fetch(`${server.url}/services/oauth2/revoke?token=${body.access_token}`);
    const log = JSON.stringify(org.requests.slice(before));
    expect(log).toContain("/services/oauth2/authorize");
    expect(log).toContain("/services/oauth2/revoke");
    const { password, clientSecret } = org.credentials;
    for (const secret of [code, password, clientSecret, body.access_token, body.refresh_token, "secret-"]) {
      expect(log).not.toContain(secret);
    }
  });
});
