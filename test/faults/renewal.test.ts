import {
  type Client,
  type ConnectOptions,
  clientCredentials,
  custom,
  type Grant,
  memoryTokenStore,
  tokenSet,
} from "orgtype";
import { afterEach, describe, expect, it } from "vitest";
import { json, tokenAnswer } from "../support/fake-org.js";
import { type NodeServer, nodeServer, sendJson, sendSessionEnded } from "../support/node-server.js";
import { type SmallSchema, smallOrg } from "../support/small-org.js";

const EMPTY = { totalSize: 0, done: true, records: [] };
const SOQL = "SELECT Id FROM Account";
let server: NodeServer;

afterEach(() => server?.close());

function clientOf({ url }: NodeServer, options: Partial<ConnectOptions> = {}): Client<SmallSchema> {
  return smallOrg.createClient({
    environment: custom(url),
    auth: clientCredentials({ clientId: "key", clientSecret: "secret" }),
    concurrency: 100,
    retry: { firstDelayMs: 1 },
    ...options,
  });
}

const ask = (sf: Client<SmallSchema>, signal?: AbortSignal) => sf.query(SOQL, signal && { signal }).all();
const hundred = <T>(work: (index: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: 100 }, (_, index) => work(index)));
const failed = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === "rejected");

/** An org in which only the given token is good. */
function orgWith(good: { token: string }) {
  return nodeServer({
    answer: (response, { token }) =>
      token === good.token ? sendJson(response, 200, EMPTY) : sendSessionEnded(response),
  });
}

// What tells of failures is loaded with the first one: these tests measure time, or stop it.
await Promise.all([import("../../src/http/api-error.js"), import("../../src/auth/kept-tokens.js")]);

describe("a session that ends", () => {
  it("100 calls at once log in once, and renew once when the token dies", async () => {
    const good = { token: "token-1" };
    server = await orgWith(good);
    const sf = clientOf(server);
    expect(failed(await hundred(() => ask(sf)))).toEqual([]);
    expect(server.logins()).toBe(1);
    good.token = "token-2";
    expect(failed(await hundred(() => ask(sf)))).toEqual([]);
    expect(server.logins()).toBe(2);
  });

  it("a 401 that comes late, for the old token, causes no second renewal", async () => {
    const late: (() => void)[] = [];
    server = await nodeServer({
      answer: (response, { token, count }) => {
        if (token === "token-2") return sendJson(response, 200, EMPTY);
        if (count === 1) late.push(() => sendSessionEnded(response));
        else sendSessionEnded(response);
      },
    });
    const sf = clientOf(server);
    const slow = ask(sf);
    while (late.length === 0) await new Promise((soon) => setTimeout(soon, 5));
    await ask(sf);
    expect(server.logins()).toBe(2);
    for (const answer of late) answer();
    await slow;
    expect(server.logins()).toBe(2);
  });

  it("a renewal that never helps is tried once a call, then the error comes, without a wait", async () => {
    server = await nodeServer({ answer: (response) => sendSessionEnded(response) });
    const sf = clientOf(server, { retry: { firstDelayMs: 60_000 } });
    await expect(ask(sf)).rejects.toMatchObject({
      name: "SessionExpiredError",
      errorCode: "INVALID_SESSION_ID",
      status: 401,
    });
    expect(server.logins()).toBe(2);
    expect(server.requests).toHaveLength(2);
  });

  it("100 calls for which renewal never helps renew once together", async () => {
    server = await nodeServer({ answer: (response) => setTimeout(() => sendSessionEnded(response), 20) });
    const sf = clientOf(server);
    expect(failed(await hundred(() => ask(sf)))).toHaveLength(100);
    expect(server.logins()).toBe(2);
    expect(server.requests).toHaveLength(200);
  });

  it("a server that gives the same token again is not asked again for the calls that waited", async () => {
    server = await nodeServer({
      answer: (response) => sendSessionEnded(response),
      login: (response) =>
        sendJson(response, 200, { access_token: "same", token_type: "Bearer", instance_url: server.url }),
    });
    const sf = clientOf(server);
    expect(failed(await hundred(() => ask(sf)))).toHaveLength(100);
    expect(server.logins()).toBe(2);
  });

  it("a caller that gives up does not end the renewal of the others", async () => {
    const good = { token: "token-2" };
    const renewals: (() => void)[] = [];
    server = await nodeServer({
      answer: (response, { token }) =>
        token === good.token ? sendJson(response, 200, EMPTY) : sendSessionEnded(response),
      login: (response, count) => {
        const send = () =>
          sendJson(response, 200, {
            access_token: `token-${count}`,
            token_type: "Bearer",
            instance_url: server.url,
          });
        if (count === 1) send();
        else renewals.push(send);
      },
    });
    const sf = clientOf(server);
    const impatient = new AbortController();
    const first = ask(sf, impatient.signal);
    while (renewals.length === 0) await new Promise((soon) => setTimeout(soon, 5));
    const second = ask(sf);
    impatient.abort(new Error("enough"));
    await expect(first).rejects.toThrow("enough");
    for (const send of renewals) send();
    expect(await second).toEqual([]);
    expect(server.logins()).toBe(2);
  });

  it("a renewal that is refused is one AuthError for all who wait, and no loop", async () => {
    server = await nodeServer({
      answer: (response) => setTimeout(() => sendSessionEnded(response), 20),
      login: (response, count) =>
        count === 1
          ? sendJson(response, 200, {
              access_token: "token-1",
              token_type: "Bearer",
              instance_url: server.url,
            })
          : sendJson(response, 400, { error: "invalid_grant", error_description: "inactive user" }),
    });
    const sf = clientOf(server);
    const results = await hundred(() => ask(sf));
    const reasons = new Set(
      results.map((result) => (result.status === "rejected" ? result.reason : undefined)),
    );
    expect(reasons.size).toBe(1);
    expect([...reasons][0]).toMatchObject({
      name: "AuthError",
      oauthError: "invalid_grant",
      hint: expect.any(String),
    });
    expect(server.logins()).toBe(2);
  });

  it.each(["This session is not valid for use with the REST API", "Connected app is not attached to Agent"])(
    "a 401 that no new token can help is not renewed: %s",
    async (message) => {
      server = await nodeServer({
        answer: (response) => sendJson(response, 401, [{ message, errorCode: "INVALID_SESSION_ID" }]),
      });
      await expect(ask(clientOf(server))).rejects.toMatchObject({
        name: "ForbiddenError",
        hint: expect.stringContaining("`api`"),
      });
      expect([server.logins(), server.requests.length]).toEqual([1, 1]);
    },
  );

  it("a create is sent again after a renewal: the first was not let in", async () => {
    server = await nodeServer({
      answer: (response, { token }) =>
        token === "token-2"
          ? sendJson(response, 201, { id: "001000000000001AAA", success: true, errors: [] })
          : sendSessionEnded(response),
    });
    expect(await clientOf(server).Account.create({ Name: "x" })).toBe("001000000000001AAA");
    expect(server.requests).toHaveLength(2);
  });
});

describe("clients that share a token store", () => {
  it("100 calls in each of three log in once, and renew once", async () => {
    const good = { token: "token-1" };
    server = await orgWith(good);
    const tokenStore = memoryTokenStore();
    const clients = Array.from({ length: 3 }, () => clientOf(server, { tokenStore }));
    const askAll = async () => (await Promise.all(clients.map((sf) => hundred(() => ask(sf))))).flat();
    expect(failed(await askAll())).toEqual([]);
    expect(server.logins()).toBe(1);
    good.token = "token-2";
    expect(failed(await askAll())).toEqual([]);
    expect(server.logins()).toBe(2);
  });

  it("a renewal that never helps is one for all three, then each call has its error", async () => {
    server = await nodeServer({ answer: (response) => setTimeout(() => sendSessionEnded(response), 20) });
    const tokenStore = memoryTokenStore();
    const clients = Array.from({ length: 3 }, () => clientOf(server, { tokenStore }));
    await ask(clients[0]!).catch(() => {});
    expect(server.logins()).toBe(2);
    const results = (await Promise.all(clients.map((sf) => hundred(() => ask(sf))))).flat();
    expect(failed(results)).toHaveLength(300);
    for (const result of results) expect(result).toMatchObject({ reason: { name: "SessionExpiredError" } });
    // Each client tries what the others got, and renews at most once a call; calls at once share that.
    expect(server.logins()).toBeLessThanOrEqual(2 + 3 + 3);
  });

  it("one that timed out at a renewal goes on with what the renewal brought the others", async () => {
    const good = { token: "token-1" };
    let renew = () => {};
    server = await nodeServer({
      answer: (response, { token }) =>
        token === good.token ? sendJson(response, 200, EMPTY) : sendSessionEnded(response),
      login: (response, count) => {
        const answer = () => sendJson(response, 200, tokenAnswer(`token-${count}`, server.url));
        if (count === 2) renew = answer;
        else answer();
      },
    });
    const tokenStore = memoryTokenStore();
    const [hasty, patient] = [clientOf(server, { tokenStore }), clientOf(server, { tokenStore })];
    await Promise.all([ask(hasty), ask(patient)]);
    good.token = "token-2";
    const renewing = ask(patient);
    while (server.logins() < 2) await new Promise((soon) => setTimeout(soon, 1));
    const late = hasty.query(SOQL, { timeout: 100 }).all();
    await expect(late).rejects.toMatchObject({ name: "TimeoutError" });
    renew();
    await renewing;
    expect(await ask(hasty)).toEqual([]);
    expect(server.logins()).toBe(2);
  });
});

describe("a grant of one's own", () => {
  it("renews by its refresh token; a rotated one is used the next time", async () => {
    server = await nodeServer({ answer: (response) => sendJson(response, 200, EMPTY) });
    const used: (string | undefined)[] = [];
    const grant: Grant = {
      name: "refresh_token",
      start: async () => tokenSet({ accessToken: "a0", refreshToken: "r0", instanceUrl: server.url }),
      renew: async ({ refreshToken }) => {
        used.push(refreshToken);
        const next = used.length;
        return tokenSet({ accessToken: `a${next}`, refreshToken: `r${next}`, instanceUrl: server.url });
      },
    };
    const good = new Set(["Bearer a1"]);
    const sf = smallOrg.createClient({
      environment: custom(server.url),
      auth: grant,
      transport: async (_, init) =>
        good.has(new Headers(init.headers).get("authorization") ?? "")
          ? json(EMPTY)
          : json([{ message: "Session expired or invalid", errorCode: "INVALID_SESSION_ID" }], 401),
    });
    await ask(sf);
    good.clear();
    good.add("Bearer a2");
    await ask(sf);
    expect(used).toEqual(["r0", "r1"]);
  });
});
