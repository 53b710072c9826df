import {
  accessToken,
  authorizationCode,
  type ConnectOptions,
  clientCredentials,
  connect,
  custom,
  type Environment,
  memoryTokenStore,
  myDomain,
  production,
  type TokenSet,
  tokenSet,
  verifySignature,
} from "orgtype";
import { afterEach, describe, expect, it, vi } from "vitest";
import { json } from "../../../support/fake-org.js";
import {
  failure,
  HOST,
  html,
  IDENTITY,
  oauthError,
  SECRET,
  sign,
  type TokenServer,
  tokenServer,
} from "./token-server.js";

const credentials = clientCredentials({ clientId: "key", clientSecret: SECRET });

function client(server: TokenServer, options: Partial<ConnectOptions> = {}) {
  return connect({
    environment: myDomain("acme"),
    auth: credentials,
    transport: server.transport,
    apiVersion: "66.0",
    retry: { times: 0 },
    ...options,
  });
}

const sentTo = (server: TokenServer, name: string) =>
  server.requests.filter(({ path }) => path === `/services/oauth2/${name}`);

afterEach(() => {
  vi.useRealTimers();
});

describe("logout", () => {
  it("revokes the refresh token, empties the store, and then says that nobody is logged in", async () => {
    const server = tokenServer({ gives: "refresh" });
    const tokenStore = memoryTokenStore();
    const tokens = tokenSet({ accessToken: "dead", refreshToken: "r3fresh-0", instanceUrl: HOST });
    const environment = myDomain("acme");
    const login = authorizationCode({ environment, clientId: "key", redirectUri: HOST });
    const sf = await client(server, { auth: login.withTokens(tokens), tokenStore, tokenKey: "mine" });
    expect(await tokenStore.get("mine")).toBeDefined();
    await sf.session.logout();
    expect(sentTo(server, "revoke").map(({ form, origin }) => [form.token, origin])).toEqual([
      ["r3fresh-0", HOST],
    ]);
    expect(await tokenStore.get("mine")).toBeUndefined();
    expect(sf.session.instanceUrl).toBeUndefined();
    expect(await failure(sf.limits.get())).toMatchObject({ name: "AuthError", code: "auth.logged-out" });
    expect(server.calls).toEqual([]);
  });

  it("revokes the access token where there is no other; a later call logs in anew", async () => {
    const server = tokenServer();
    const sf = await client(server);
    await sf.session.logout();
    expect(sentTo(server, "revoke")[0]?.form).toEqual({
      token: "acc3ss-1",
      client_id: "key",
      client_secret: SECRET,
    });
    await sf.limits.get();
    expect(server.calls).toEqual(["acc3ss-2"]);
  });

  it("revokes the newest tokens, which another process may have got", async () => {
    const server = tokenServer({ gives: "refresh", rotates: true });
    const tokenStore = memoryTokenStore();
    const environment = myDomain("acme");
    const login = authorizationCode({ environment, clientId: "key", redirectUri: HOST });
    const tokens = tokenSet({ accessToken: "dead", refreshToken: "r3fresh-0", instanceUrl: HOST });
    const one = await client(server, { auth: login.withTokens(tokens), tokenStore });
    const two = await client(server, { auth: login, tokenStore });
    await two.limits.get();
    await one.session.logout();
    expect(sentTo(server, "revoke").map(({ form }) => form.token)).toEqual(["r3fresh-1"]);
    expect(await failure(client(server, { auth: login, tokenStore }))).toMatchObject({
      code: "auth.login-needed",
    });
  });

  it("twice is as once; before a login it asks nobody", async () => {
    const server = tokenServer();
    const sf = await client(server);
    await sf.session.logout();
    await sf.session.logout();
    expect(sentTo(server, "revoke")).toHaveLength(1);
  });

  it.each(["invalid_token", "unsupported_token_type"])(
    "a token that has ended (%s) is no error",
    async (code) => {
      const server = tokenServer();
      const sf = await client(server);
      server.scripted.push(() => oauthError("it has ended", code));
      await sf.session.logout();
      expect(sf.session.instanceUrl).toBeUndefined();
    },
  );

  it.each([
    [() => html(503), "ConnectionError"],
    [() => Promise.reject(new TypeError("fetch failed")), "ConnectionError"],
    [() => oauthError("invalid client credentials", "invalid_client", 401), "AuthError"],
  ])("that fails forgets nothing, so that it can be asked again (%#)", async (answer, name) => {
    const server = tokenServer();
    const tokenStore = memoryTokenStore();
    const sf = await client(server, { tokenStore, tokenKey: "mine" });
    server.scripted.push(answer);
    expect(await failure(sf.session.logout())).toMatchObject({ name });
    expect(await tokenStore.get("mine")).toContain("acc3ss-1");
    expect(sf.session.instanceUrl).toBe(HOST);
    await sf.session.logout();
    expect(await tokenStore.get("mine")).toBeUndefined();
  });

  it("waits for a renewal that is under way, and ends what it brings", async () => {
    const server = tokenServer();
    const sf = await client(server);
    server.expire();
    let answer = () => {};
    server.scripted.push(
      () => new Promise((resolve) => (answer = () => resolve(json(server.tokenAnswer())))),
    );
    const call = sf.limits.get();
    while (server.requests.length < 2) await new Promise((soon) => setTimeout(soon, 1));
    const ending = sf.session.logout();
    answer();
    await Promise.all([call, ending]);
    expect(sentTo(server, "revoke").map(({ form }) => form.token)).toEqual(["acc3ss-2"]);
  });
});

describe("introspection", () => {
  it("asks as the app, and gives milliseconds", async () => {
    const server = tokenServer();
    const sf = await client(server);
    server.scripted.push(() =>
      json({
        active: true,
        scope: "api",
        client_id: "key",
        username: "ada@acme.com",
        exp: 1_700_000_000,
        iat: 1,
      }),
    );
    expect(await sf.session.introspect()).toEqual({
      active: true,
      scope: "api",
      clientId: "key",
      username: "ada@acme.com",
      expiresAt: 1_700_000_000_000,
    });
    expect(sentTo(server, "introspect")[0]?.form).toEqual({
      token: "acc3ss-1",
      token_type_hint: "access_token",
      client_id: "key",
      client_secret: SECRET,
    });
  });

  it("says of a dead token that it is dead, and renews nothing", async () => {
    const server = tokenServer();
    const sf = await client(server);
    server.expire();
    expect(await sf.session.introspect()).toEqual({ active: false });
    expect(server.tokenRequests()).toHaveLength(1);
  });

  it("a grant without an app cannot", async () => {
    const sf = await client(tokenServer(), { auth: accessToken({ accessToken: "a", instanceUrl: HOST }) });
    expect(await failure(sf.session.introspect())).toMatchObject({
      name: "SettingsError",
      message: expect.stringContaining('"access_token"'),
    });
  });
});

describe("who is logged in", () => {
  it("userInfo and identity go to the org's own host, whatever host the identity URL names", async () => {
    const server = tokenServer();
    const sf = await client(server);
    expect(await sf.session.userInfo()).toMatchObject({ at: `${HOST}/services/oauth2/userinfo` });
    expect(await sf.session.identity()).toMatchObject({
      at: `${HOST}/id/00D000000000001AAA/005000000000001AAA`,
      user_id: "005000000000001AAA",
    });
    expect(sf.session.identityUrl).toBe(IDENTITY);
  });

  it("an ended session is renewed there, too", async () => {
    const server = tokenServer();
    const sf = await client(server);
    server.expire();
    expect(await sf.session.userInfo()).toMatchObject({ user_id: "005000000000001AAA" });
    expect(server.calls).toEqual(["acc3ss-1", "acc3ss-2"]);
  });

  it.each([undefined, "https://login.salesforce.com", "https://evil.example/id/../../services/x/y"])(
    "an identity URL that is none (%s) is refused",
    async (id) => {
      const tokens = { accessToken: "a", instanceUrl: HOST, ...(id !== undefined && { id }) };
      const sf = await client(tokenServer(), { auth: { name: "own", start: async () => tokenSet(tokens) } });
      expect(await failure(sf.session.identity())).toMatchObject({
        name: "SettingsError",
        hint: expect.stringContaining("userInfo"),
      });
    },
  );
});

describe("renewAhead", () => {
  const MINUTE = 60_000;

  /** A server whose tokens are good for so long. */
  function timed(lifeMs: number, extended = false) {
    vi.useFakeTimers({ toFake: ["Date"] });
    const server = tokenServer();
    const ends = new Map<string, number>();
    const transport: TokenServer["transport"] = async (url, init) => {
      const { pathname } = new URL(url);
      const token = new URLSearchParams(String(init.body)).get("token") ?? "";
      if (pathname.endsWith("/introspect")) {
        server.requests.push({ path: pathname, origin: "", form: { token }, signal: undefined });
        if (extended) ends.set(token, Date.now() + lifeMs);
        const endsAt = ends.get(token) ?? Date.now() + lifeMs;
        ends.set(token, endsAt);
        return json(endsAt > Date.now() ? { active: true, exp: endsAt / 1000 } : { active: false });
      }
      return server.transport(url, init);
    };
    return { server, transport };
  }

  const counts = (server: TokenServer) => [
    sentTo(server, "introspect").length,
    server.tokenRequests().length,
  ];

  it("renews before the end, so that no call meets a 401", async () => {
    const { server, transport } = timed(120 * MINUTE);
    const sf = await client(server, { transport, renewAhead: {} });
    await sf.limits.get();
    await sf.limits.get();
    expect(counts(server)).toEqual([1, 1]);
    vi.setSystemTime(Date.now() + 114 * MINUTE);
    await sf.limits.get();
    expect(counts(server)).toEqual([1, 1]);
    vi.setSystemTime(Date.now() + 2 * MINUTE);
    await Promise.all(Array.from({ length: 20 }, () => sf.limits.get()));
    expect(counts(server)).toEqual([2, 2]);
    expect(new Set(server.calls)).toEqual(new Set(["acc3ss-1", "acc3ss-2"]));
  });

  it("a session that use puts off is not renewed", async () => {
    const { server, transport } = timed(120 * MINUTE, true);
    const sf = await client(server, { transport, renewAhead: { marginMs: 10 * MINUTE } });
    for (let hour = 0; hour < 10; hour++) {
      await sf.limits.get();
      vi.setSystemTime(Date.now() + 60 * MINUTE);
    }
    expect(server.tokenRequests()).toHaveLength(1);
    expect(sentTo(server, "introspect").length).toBeGreaterThan(3);
  });

  it("a session shorter than the margin is renewed at its half, not at each call", async () => {
    const { server, transport } = timed(10 * MINUTE);
    const sf = await client(server, { transport, renewAhead: { marginMs: 30 * MINUTE } });
    for (let minute = 0; minute < 20; minute++) {
      await sf.limits.get();
      vi.setSystemTime(Date.now() + MINUTE);
    }
    expect(server.tokenRequests().length).toBeGreaterThanOrEqual(4);
    expect(server.tokenRequests().length).toBeLessThanOrEqual(6);
  });

  it("where the server cannot be asked, calls go on", async () => {
    const server = tokenServer();
    server.scripted.push(
      () => json(server.tokenAnswer()),
      () => html(503),
    );
    const sf = await client(server, { renewAhead: {} });
    await sf.limits.get();
    await sf.limits.get();
    expect(counts(server)).toEqual([1, 1]);
    expect(server.calls).toEqual(["acc3ss-1", "acc3ss-1"]);
  });
});

describe("where tokens may go", () => {
  const withInstance = (instanceUrl: string, environment: Environment) => {
    const server = tokenServer();
    server.instanceUrl = instanceUrl;
    return { server, connecting: client(server, { environment }) };
  };

  it.each([
    "https://evil.example",
    "https://salesforce.com.evil.example",
    "https://notsalesforce.com",
    "http://127.0.0.1:80",
  ])("a login at Salesforce does not send them to %s", async (instanceUrl) => {
    for (const environment of [production(), myDomain("acme"), custom("https://acme.my.salesforce.mil")]) {
      const { server, connecting } = withInstance(instanceUrl, environment);
      expect(await failure(connecting)).toMatchObject({ name: "AuthError", code: "auth.instance" });
      expect(server.calls).toEqual([]);
    }
  });

  it.each([
    ["https://acme.my.salesforce.com", production()],
    ["https://na1.salesforce.com", production()],
    ["https://acme.my.salesforce.mil", custom("https://acme.my.salesforce.mil")],
    ["https://acme.my.site.com", custom("https://acme.my.site.com/partners")],
    ["https://crm.example", custom("https://crm.example")],
    ["http://127.0.0.1:8080", custom("http://127.0.0.1:8080")],
  ])("but to %s", async (instanceUrl, environment) => {
    const { connecting } = withInstance(instanceUrl, environment);
    expect((await connecting).session.instanceUrl).toBe(instanceUrl);
  });
});

describe("verifySignature", () => {
  const tokens = (parts: Partial<TokenSet>) =>
    tokenSet({
      accessToken: "a",
      instanceUrl: HOST,
      id: IDENTITY,
      issuedAt: 1_700_000_000_000,
      signature: sign(SECRET, `${IDENTITY}1700000000000`),
      ...parts,
    });

  it("says whether the tokens are of the app", async () => {
    expect(await verifySignature(tokens({}), SECRET)).toBe(true);
    expect(await verifySignature(tokens({}), "another")).toBe(false);
    expect(await verifySignature(tokens({ id: `${IDENTITY}x` }), SECRET)).toBe(false);
    expect(await verifySignature(tokens({ issuedAt: 1 }), SECRET)).toBe(false);
    expect(await verifySignature(tokens({ signature: "not base64!" }), SECRET)).toBe(false);
    expect(await verifySignature(tokens({ signature: "" }), SECRET)).toBe(false);
    expect(await verifySignature(tokenSet({ accessToken: "a", instanceUrl: HOST }), SECRET)).toBe(false);
  });
});
