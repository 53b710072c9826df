import { inspect } from "node:util";
import {
  authorizationCode,
  type ConnectOptions,
  clientCredentials,
  connect,
  keepTokens,
  memoryTokenStore,
  myDomain,
  type TokenSet,
  type TokenStore,
  tokenSet,
} from "orgtype";
import { describe, expect, it } from "vitest";
import { json } from "../../../support/fake-org.js";
import {
  failure,
  HOST,
  IDENTITY,
  oauthError,
  SECRET,
  type TokenServer,
  tokenServer,
} from "./token-server.js";

const environment = myDomain("acme");
const KEY = "acme.my.salesforce.com/authorization_code/key";

const login = () => authorizationCode({ environment, clientId: "key", redirectUri: `${HOST}/callback` });
const dead = (parts: Partial<TokenSet> = {}) =>
  tokenSet({ accessToken: "dead", refreshToken: "r3fresh-0", instanceUrl: HOST, id: IDENTITY, ...parts });

function client(server: TokenServer, options: Partial<ConnectOptions>) {
  return connect({
    environment,
    auth: login(),
    transport: server.transport,
    apiVersion: "66.0",
    retry: { times: 0 },
    concurrency: 100,
    ...options,
  });
}

/** A store that holds a login whose access token has ended. */
async function storeWith(tokens = dead()): Promise<TokenStore> {
  const tokenStore = memoryTokenStore();
  await keepTokens({ environment, auth: login(), tokenStore }, tokens);
  return tokenStore;
}

const hundred = <T>(work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: 100 }, (_, index) => work(index)));

describe("a login in a store", () => {
  it("is kept, and a later run goes on with it", async () => {
    const tokenStore = memoryTokenStore();
    const server = tokenServer();
    const auth = clientCredentials({ clientId: "key", clientSecret: SECRET });
    await client(server, { auth, tokenStore });
    const later = await client(server, { auth, tokenStore });
    await later.limits.get();
    expect(server.requests).toHaveLength(1);
    expect(server.calls).toEqual(["acc3ss-1"]);
    expect(JSON.parse((await tokenStore.get("acme.my.salesforce.com/client_credentials/key")) ?? "")).toEqual(
      {
        format: 1,
        accessToken: "acc3ss-1",
        instanceUrl: HOST,
        id: IDENTITY,
        issuedAt: 1700000000000,
      },
    );
  });

  it.each([
    "",
    "nonsense",
    "{}",
    '{"format":2,"accessToken":"a"}',
    '{"format":1,"accessToken":"a","instanceUrl":"http://x.example"}',
    "null",
  ])("text that cannot be read (%s) is as nothing, and replaced", async (text) => {
    const tokenStore = memoryTokenStore();
    await tokenStore.compareAndSet("mine", undefined, text);
    const server = tokenServer();
    const auth = clientCredentials({ clientId: "key", clientSecret: SECRET });
    const sf = await client(server, { auth, tokenStore, tokenKey: "mine" });
    await sf.limits.get();
    expect(server.requests).toHaveLength(1);
    expect(await tokenStore.get("mine")).toContain("acc3ss-1");
  });

  it("of an authorization code works without logging in", async () => {
    const server = tokenServer({ gives: "refresh" });
    const tokenStore = await storeWith(dead({ accessToken: String(server.tokenAnswer().access_token) }));
    await (await client(server, { tokenStore })).limits.get();
    expect(server.requests).toEqual([]);
  });

  it("of another host is not used", async () => {
    const server = tokenServer({ gives: "refresh" });
    const tokenStore = await storeWith(dead({ instanceUrl: "https://evil.example" }));
    expect(await failure(client(server, { tokenStore }))).toMatchObject({
      name: "AuthError",
      code: "auth.instance",
    });
    expect(server.calls).toEqual([]);
  });
});

describe("two sessions with one store and a refresh token that rotates", () => {
  it("live on together for 50 renewals", async () => {
    const server = tokenServer({ gives: "refresh", rotates: true });
    const tokenStore = await storeWith();
    const [one, two] = await Promise.all([client(server, { tokenStore }), client(server, { tokenStore })]);
    for (let renewal = 0; renewal < 50; renewal++) {
      server.expire();
      await Promise.all([one.limits.get(), two.limits.get()]);
    }
    expect(server.requests).toHaveLength(50);
    expect(server.requests.map(({ form }) => form.refresh_token)).toEqual(
      Array.from({ length: 50 }, (_, index) => `r3fresh-${index}`),
    );
  });

  it("take over what the other renewed, without a request", async () => {
    const server = tokenServer({ gives: "refresh", rotates: true });
    const tokenStore = await storeWith();
    const [one, two] = [await client(server, { tokenStore }), await client(server, { tokenStore })];
    await one.limits.get();
    await two.limits.get();
    expect(server.requests).toHaveLength(1);
    expect(server.calls).toEqual(["dead", "acc3ss-1", "dead", "acc3ss-1"]);
  });

  it("where what the other renewed has ended, too, a call still renews", async () => {
    const server = tokenServer({ gives: "refresh", rotates: true });
    const tokenStore = await storeWith();
    const [one, two] = [await client(server, { tokenStore }), await client(server, { tokenStore })];
    await one.limits.get();
    server.expire();
    await two.limits.get();
    expect(server.calls).toEqual(["dead", "acc3ss-1", "dead", "acc3ss-1", "acc3ss-2"]);
    expect(server.requests).toHaveLength(2);
  });

  it("100 calls in each are one token request", async () => {
    const server = tokenServer({ gives: "refresh", rotates: true });
    const tokenStore = await storeWith();
    const clients = [await client(server, { tokenStore }), await client(server, { tokenStore })];
    await Promise.all(clients.map((sf) => hundred(() => sf.limits.get())));
    expect(server.requests).toHaveLength(1);
  });

  it("a renewal that never helps is at most one renewal a call, without a wait", async () => {
    const server = tokenServer({ gives: "refresh", rotates: true });
    server.refusesAll = true;
    const tokenStore = await storeWith();
    const sf = await client(server, { tokenStore, retry: { firstDelayMs: 60_000 } });
    expect(await failure(sf.limits.get())).toMatchObject({ name: "SessionExpiredError" });
    expect(server.requests).toHaveLength(1);
  });

  it("rotated tokens are in the store before anybody uses them", async () => {
    const server = tokenServer({ gives: "refresh", rotates: true });
    const tokenStore = await storeWith();
    const order: string[] = [];
    const sf = await client(server, {
      tokenStore: {
        ...tokenStore,
        compareAndSet: async (key, expected, next) => {
          await new Promise((soon) => setTimeout(soon, 10));
          order.push(`store ${/acc3ss-\d/.exec(next ?? "")}`);
          return tokenStore.compareAndSet(key, expected, next);
        },
      },
      transport: (url, init) => {
        const token = new Headers(init.headers).get("authorization");
        if (token !== null) order.push(token.replace("Bearer", "use"));
        return server.transport(url, init);
      },
    });
    await sf.limits.get();
    expect(order).toEqual(["use dead", "store acc3ss-1", "use acc3ss-1"]);
  });

  it("rotated tokens that could not be written are not lost: the next call writes and uses them", async () => {
    const server = tokenServer({ gives: "refresh", rotates: true });
    const tokenStore = await storeWith();
    let isDown = true;
    const sf = await client(server, {
      tokenStore: {
        ...tokenStore,
        compareAndSet: async (...change) => {
          if (isDown) throw new Error("store is down");
          return tokenStore.compareAndSet(...change);
        },
      },
    });
    expect(await failure(sf.limits.get())).toMatchObject({ message: "store is down" });
    isDown = false;
    await sf.limits.get();
    expect(server.requests).toHaveLength(1);
    expect(await tokenStore.get(KEY)).toContain("r3fresh-1");
  });
});

describe("a refusal", () => {
  it("takes dead tokens out of the store, and is one request", async () => {
    const server = tokenServer({ gives: "refresh" });
    const tokenStore = await storeWith(dead({ refreshToken: "rotated out" }));
    const sf = await client(server, { tokenStore });
    expect(await failure(sf.limits.get())).toMatchObject({ name: "AuthError", code: "auth.refused" });
    expect(await tokenStore.get(KEY)).toBeUndefined();
    expect(await failure(sf.limits.get())).toMatchObject({ code: "auth.login-needed" });
    expect(server.requests).toHaveLength(1);
  });

  it("takes nothing out that somebody else has put there meanwhile", async () => {
    const server = tokenServer({ gives: "refresh" });
    const tokenStore = await storeWith();
    const sf = await client(server, { tokenStore });
    server.scripted.push(async () => {
      const accessToken = String(server.tokenAnswer().access_token);
      await keepTokens({ environment, auth: login(), tokenStore }, dead({ accessToken }));
      return oauthError("expired access/refresh token");
    });
    expect(await failure(sf.limits.get())).toMatchObject({ name: "AuthError" });
    await sf.limits.get();
    expect(server.calls).toEqual(["dead", "acc3ss-1"]);
  });

  it.each([
    oauthError("ip restricted"),
    oauthError("inactive user"),
    oauthError("invalid client credentials", "invalid_client"),
    json({ ok: true }),
  ])("that says nothing of the refresh token leaves it in the store", async (answer) => {
    const server = tokenServer({ gives: "refresh" });
    const tokenStore = await storeWith();
    const sf = await client(server, { tokenStore });
    server.scripted.push(() => answer);
    expect(await failure(sf.limits.get())).toMatchObject({ name: "AuthError" });
    expect(await tokenStore.get(KEY)).toContain("r3fresh-0");
    await sf.limits.get();
    expect(server.requests).toHaveLength(2);
  });

  it("a new login in the store ends it, without a new client", async () => {
    const server = tokenServer({ gives: "refresh" });
    const tokenStore = await storeWith(dead({ refreshToken: "rotated out" }));
    const sf = await client(server, { tokenStore });
    await failure(sf.limits.get());
    const accessToken = String(server.tokenAnswer().access_token);
    await keepTokens({ environment, auth: login(), tokenStore }, dead({ accessToken }));
    await sf.limits.get();
    expect(server.calls).toEqual(["dead", "acc3ss-1"]);
  });
});

describe("a store with the tokens of several users under one key", () => {
  it("never gives one the session of another", async () => {
    const server = tokenServer({ gives: "refresh" });
    const other = "https://login.salesforce.com/id/00D000000000001AAA/005000000000002AAA";
    const tokenStore = await storeWith(
      dead({ accessToken: String(server.tokenAnswer().access_token), id: other }),
    );
    const mine = dead({ accessToken: "mine" });
    const sf = await client(server, { auth: login().withTokens(mine), tokenStore });
    await sf.limits.get();
    expect(server.calls).toEqual(["mine", "acc3ss-2"]);
  });
});

describe("settings of a store", () => {
  it.each<[Partial<ConnectOptions>, string]>([
    [{ tokenStore: {} as TokenStore }, "`tokenStore` is no token store"],
    [{ tokenStore: memoryTokenStore(), tokenKey: "" }, "`tokenKey` is missing"],
    [{ tokenStore: memoryTokenStore(), auth: { name: "own", start: async () => dead() } }, '"own"'],
    [{ renewAhead: {}, auth: { name: "own", start: async () => dead() } }, "`renewAhead` cannot be had"],
    [{ renewAhead: { marginMs: -1 } }, "`renewAhead.marginMs`"],
  ])("%o is refused before anything is sent", async (options, message) => {
    const server = tokenServer();
    const error = await failure(() => client(server, options));
    expect(error).toMatchObject({ name: "SettingsError", message: expect.stringContaining(message) });
    expect(server.requests).toEqual([]);
  });

  it("no secret of the tokens shows in a client that is printed", async () => {
    const server = tokenServer({ gives: "refresh" });
    const tokenStore = await storeWith();
    const sf = await client(server, { tokenStore });
    await sf.limits.get();
    const seen = inspect(sf, { depth: 10 }) + inspect(sf.session, { depth: 10 }) + JSON.stringify(sf.session);
    expect(seen).not.toMatch(/acc3ss|r3fresh/);
  });
});
