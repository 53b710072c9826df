import { createHash } from "node:crypto";
import { inspect } from "node:util";
import {
  type AuthorizationCodeOptions,
  authorizationCode,
  connect,
  custom,
  myDomain,
  type PendingLoginStore,
  tokenSet,
} from "orgtype";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  failure,
  HOST,
  html,
  oauthError,
  SECRET,
  sign,
  type TokenServer,
  tokenServer,
} from "../token-server.js";

const REDIRECT = "http://localhost:1717/callback";

function loginAt(server: TokenServer, options: Partial<AuthorizationCodeOptions> = {}) {
  return authorizationCode({
    environment: myDomain("acme"),
    clientId: "key",
    clientSecret: SECRET,
    redirectUri: REDIRECT,
    transport: server.transport,
    ...options,
  });
}

const stateOf = (url: string) => new URL(url).searchParams.get("state") ?? "";
const comingBack = (url: string, query: Record<string, string> = { code: "aPrx==" }) =>
  `${REDIRECT}?${new URLSearchParams({ ...query, state: stateOf(url) })}`;

afterEach(() => {
  vi.useRealTimers();
});

describe("the authorization URL", () => {
  it("holds PKCE and a state always, and what was asked for", async () => {
    const login = loginAt(tokenServer(), { scopes: ["api", "id"] });
    const url = new URL(
      await login.authorizationUrl({ prompt: "login consent", loginHint: "ada@acme.com", display: "popup" }),
    );
    expect(url.origin + url.pathname).toBe(`${HOST}/services/oauth2/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: "code",
      client_id: "key",
      redirect_uri: REDIRECT,
      scope: "api id",
      state: expect.stringMatching(/^[\w-]{40,}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      prompt: "login consent",
      login_hint: "ada@acme.com",
      display: "popup",
    });
  });

  it("asks for api and refresh_token by default; is another one each time", async () => {
    const login = loginAt(tokenServer());
    const urls = [await login.authorizationUrl(), await login.authorizationUrl()].map((url) => new URL(url));
    expect(urls.map((url) => url.searchParams.get("scope"))).toEqual([
      "api refresh_token",
      "api refresh_token",
    ]);
    for (const name of ["state", "code_challenge"]) {
      expect(new Set(urls.map((url) => url.searchParams.get(name))).size).toBe(2);
    }
  });
});

describe("the callback", () => {
  it("exchanges the code with the verifier of its challenge", async () => {
    const server = tokenServer({ gives: "refresh" });
    const login = loginAt(server);
    const url = await login.authorizationUrl();
    const tokens = await login.callback(comingBack(url));
    expect([tokens.accessToken, tokens.refreshToken]).toEqual(["acc3ss-1", "r3fresh-0"]);
    const { code_verifier: verifier = "", ...form } = server.requests[0]?.form ?? {};
    expect(form).toEqual({
      grant_type: "authorization_code",
      code: "aPrx==",
      redirect_uri: REDIRECT,
      client_id: "key",
      client_secret: SECRET,
    });
    expect(createHash("sha256").update(verifier).digest("base64url")).toBe(
      new URL(url).searchParams.get("code_challenge"),
    );
  });

  it("may be a path with its query, as web frameworks have it", async () => {
    const server = tokenServer();
    const login = loginAt(server);
    const { search } = new URL(comingBack(await login.authorizationUrl()));
    expect((await login.callback(`/callback${search}`)).accessToken).toBe("acc3ss-1");
  });

  it.each<[string, (url: string) => string]>([
    ["another state", (url) => comingBack(url.replace(stateOf(url), "x".repeat(43)))],
    ["a state that is a part of it", (url) => comingBack(url.replace(stateOf(url), stateOf(url).slice(1)))],
    ["no state", () => `${REDIRECT}?code=c`],
    ["an empty state", () => `${REDIRECT}?code=c&state=`],
    ["nothing", () => REDIRECT],
  ])("%s is refused before the code is used", async (_, change) => {
    const server = tokenServer();
    const login = loginAt(server);
    const url = await login.authorizationUrl();
    expect(await failure(login.callback(change(url)))).toMatchObject({
      name: "AuthError",
      code: "auth.state",
    });
    expect(server.requests).toEqual([]);
  });

  it("can be used once, even by two at the same time", async () => {
    const server = tokenServer();
    const login = loginAt(server);
    const back = comingBack(await login.authorizationUrl());
    const results = await Promise.allSettled([login.callback(back), login.callback(back)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await failure(login.callback(back))).toMatchObject({ code: "auth.state" });
    expect(server.requests).toHaveLength(1);
  });

  it("comes too late after ten minutes, whatever the store keeps", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const kept = new Map<string, string>();
    const pendingLogins: PendingLoginStore = {
      put: async (state, value) => void kept.set(state, value),
      take: async (state) => kept.get(state),
    };
    for (const options of [{ pendingLogins }, {}]) {
      const server = tokenServer();
      const login = loginAt(server, options);
      const back = comingBack(await login.authorizationUrl());
      vi.setSystemTime(Date.now() + 10 * 60_000 + 1);
      expect(await failure(login.callback(back))).toMatchObject({ name: "AuthError", code: "auth.state" });
      expect(server.requests).toEqual([]);
    }
  });

  it("a store of one's own serves another process, and never sees the state itself", async () => {
    const kept = new Map<string, string>();
    const ttls: number[] = [];
    const pendingLogins: PendingLoginStore = {
      put: async (state, value, ttlMs) => {
        kept.set(state, value);
        ttls.push(ttlMs);
      },
      take: async (state) => {
        const value = kept.get(state);
        kept.delete(state);
        return value;
      },
    };
    const server = tokenServer();
    const url = await loginAt(server, { pendingLogins }).authorizationUrl();
    expect([...kept.entries()].join()).not.toContain(stateOf(url));
    expect(ttls).toEqual([600_000]);
    const tokens = await loginAt(server, { pendingLogins }).callback(comingBack(url));
    expect(tokens.accessToken).toBe("acc3ss-1");
    expect(kept.size).toBe(0);
  });

  it("a denial is an AuthError with the server's words", async () => {
    const server = tokenServer();
    const login = loginAt(server);
    const query = { error: "access_denied", error_description: "end-user denied authorization" };
    expect(await failure(login.callback(comingBack(await login.authorizationUrl(), query)))).toMatchObject({
      name: "AuthError",
      code: "auth.denied",
      oauthError: "access_denied",
      description: "end-user denied authorization",
      hint: expect.stringContaining("allow"),
    });
    expect(server.requests).toEqual([]);
  });

  it("with an answer of another kind is an AuthError without a code in it", async () => {
    const login = loginAt(tokenServer());
    const error = await failure(
      login.callback(comingBack(await login.authorizationUrl(), { code: "s3cret-code", id_token: "x.y.z" })),
    );
    expect(error).toMatchObject({ name: "AuthError", code: "auth.callback" });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("s3cret-code");
  });

  it.each([
    [
      "a used code",
      () => oauthError("expired authorization code"),
      { hint: expect.stringContaining("once") },
    ],
    [
      "a wrong verifier",
      () => oauthError("invalid code verifier"),
      { hint: expect.stringContaining("another") },
    ],
    [
      "a wrong secret",
      () => oauthError("invalid client credentials", "invalid_client"),
      { oauthError: "invalid_client" },
    ],
    ["an HTML page", () => html(200), { code: "auth.answer" }],
  ])("%s is an AuthError without secrets", async (_, answer, expected) => {
    const server = tokenServer();
    server.scripted.push(answer);
    const login = loginAt(server);
    const error = await failure(login.callback(comingBack(await login.authorizationUrl())));
    expect(error).toMatchObject({ name: "AuthError", ...expected });
    const verifier = server.requests[0]?.form.code_verifier ?? "none";
    const seen = inspect(error, { depth: 10, showHidden: true });
    for (const secret of [SECRET, verifier, "aPrx"]) expect(seen).not.toContain(secret);
  });

  it("ends when its signal aborts", async () => {
    const server = tokenServer();
    server.scripted.push(() => new Promise<Response>(() => {}));
    const login = loginAt(server);
    const impatient = new AbortController();
    const waiting = failure(login.callback(comingBack(await login.authorizationUrl()), impatient));
    while (server.requests.length === 0) await new Promise((soon) => setTimeout(soon, 1));
    impatient.abort(new Error("enough"));
    expect(await waiting).toMatchObject({ message: "enough" });
  });

  it("a public app sends no secret", async () => {
    const server = tokenServer();
    const login = authorizationCode({
      environment: myDomain("acme"),
      clientId: "key",
      redirectUri: REDIRECT,
      transport: server.transport,
    });
    await login.callback(comingBack(await login.authorizationUrl()));
    expect(server.requests[0]?.form).not.toHaveProperty("client_secret");
  });

  it("an id token of any of Salesforce's issuers is taken, and hidden", async () => {
    const server = tokenServer();
    server.extra = {
      id_token: "eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL290aGVyIn0.",
      sfdc_community_url: "https://a.my.site.com",
    };
    const login = loginAt(server);
    const tokens = await login.callback(comingBack(await login.authorizationUrl()));
    expect(tokens.idToken).toMatch(/^eyJ/);
    expect(tokens.communityUrl).toBe("https://a.my.site.com");
    expect(JSON.stringify(tokens) + inspect(tokens, { showHidden: true })).not.toContain("eyJ");
  });
});

describe("as a grant", () => {
  const tokens = tokenSet({ accessToken: "dead", refreshToken: "r3fresh-0", instanceUrl: HOST });
  const options = (server: TokenServer) => ({
    environment: myDomain("acme"),
    transport: server.transport,
    apiVersion: "66.0",
    retry: { times: 0 },
  });

  it("says how to log in where it has no tokens", async () => {
    const server = tokenServer();
    expect(await failure(connect({ ...options(server), auth: loginAt(server) }))).toMatchObject({
      name: "AuthError",
      code: "auth.login-needed",
      hint: expect.stringContaining("orgtype login"),
    });
    expect(server.requests).toEqual([]);
  });

  it("begins with given tokens, and keeps the refresh token where none comes back", async () => {
    const server = tokenServer({ gives: "refresh" });
    server.tokenAnswer();
    const sf = await connect({ ...options(server), auth: loginAt(server).withTokens(tokens) });
    expect(server.requests).toEqual([]);
    for (let renewal = 0; renewal < 3; renewal++) {
      server.expire();
      await sf.limits.get();
    }
    expect(server.requests.map(({ form }) => form.refresh_token)).toEqual(Array(3).fill("r3fresh-0"));
  });

  it("uses the newest refresh token where they are rotated", async () => {
    const server = tokenServer({ gives: "refresh", rotates: true });
    const sf = await connect({ ...options(server), auth: loginAt(server).withTokens(tokens) });
    for (let renewal = 0; renewal < 3; renewal++) {
      server.expire();
      await sf.limits.get();
    }
    expect(server.requests.map(({ form }) => form.refresh_token)).toEqual([
      "r3fresh-0",
      "r3fresh-1",
      "r3fresh-2",
    ]);
  });

  it("a dead refresh token is one request and one AuthError; later calls ask nobody", async () => {
    const server = tokenServer({ gives: "refresh" });
    const spent = tokenSet({ accessToken: "dead", refreshToken: "other", instanceUrl: HOST });
    const sf = await connect({ ...options(server), auth: loginAt(server).withTokens(spent) });
    const refusal = { name: "AuthError", hint: expect.stringContaining("log in again") };
    for (let call = 0; call < 3; call++) expect(await failure(sf.limits.get())).toMatchObject(refusal);
    expect(server.requests).toHaveLength(1);
    expect(server.calls).toHaveLength(1);
  });

  it("tokens without a refresh token cannot be renewed: the error says which scope brings one", async () => {
    const server = tokenServer();
    const plain = tokenSet({ accessToken: "dead", instanceUrl: HOST });
    const sf = await connect({ ...options(server), auth: loginAt(server).withTokens(plain) });
    expect(await failure(sf.limits.get())).toMatchObject({
      name: "AuthError",
      code: "auth.no-refresh-token",
      hint: expect.stringContaining("`refresh_token`"),
    });
    expect(server.requests).toEqual([]);
  });

  it("follows the org to another instance at a renewal", async () => {
    const server = tokenServer({ gives: "refresh" });
    const sf = await connect({ ...options(server), auth: loginAt(server).withTokens(tokens) });
    server.instanceUrl = "https://acme-new.my.salesforce.com";
    await sf.limits.get();
    expect(sf.session.instanceUrl).toBe("https://acme-new.my.salesforce.com");
  });
});

describe("the signature of a token answer", () => {
  const login = async (secret: string, options: Partial<AuthorizationCodeOptions> = {}) => {
    const server = tokenServer({ secret });
    const grant = loginAt(server, options);
    return grant.callback(comingBack(await grant.authorizationUrl()));
  };

  it("is checked with the client secret", async () => {
    expect((await login(SECRET)).signature).toBe(
      sign(SECRET, "https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA1700000000000"),
    );
    const error = await failure(login("another secret"));
    expect(error).toMatchObject({ name: "AuthError", code: "auth.signature" });
    expect(inspect(error, { showHidden: true })).not.toContain(SECRET);
  });

  it("is not where the caller says so", async () => {
    expect((await login("another secret", { verifySignature: false })).accessToken).toBe("acc3ss-1");
  });
});

it("an environment of one's own host works without Salesforce's domains", async () => {
  const server = tokenServer();
  server.instanceUrl = "https://crm.example.org";
  const login = loginAt(server, { environment: custom("https://crm.example.org") });
  const tokens = await login.callback(comingBack(await login.authorizationUrl()));
  expect(server.requests[0]?.origin).toBe("https://crm.example.org");
  expect(tokens.instanceUrl).toBe("https://crm.example.org");
});
