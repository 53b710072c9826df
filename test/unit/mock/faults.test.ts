import { http } from "msw";
import { setupServer } from "msw/node";
import {
  ConnectionError,
  type ConnectOptions,
  clientCredentials,
  custom,
  LimitError,
  LockedError,
  SessionExpiredError,
  TimeoutError,
} from "orgtype";
import { createOrg, type FaultRule, type Listening, mswHandlers, type Org } from "orgtype/mock";
import { createClient } from "orgtype/standard";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let org: Org;
let server: Listening;

beforeEach(async () => {
  org = createOrg();
  server = await org.listen();
});
afterEach(() => server.close());

const quick = { retry: { firstDelayMs: 1, maxDelayMs: 1_500 } };

function client(options: Partial<ConnectOptions> = {}) {
  return createClient({
    environment: custom(server.url),
    auth: clientCredentials(org.credentials),
    ...quick,
    ...options,
  });
}

/** A bare request over the socket. */
async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(`${server.url}/services/data/v66.0${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${org.credentials.accessToken}`, "Content-Type": "application/json" },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const statuses = () =>
  org.requests.filter(({ path }) => path.startsWith("/services/data")).map(({ status }) => status);

describe("faults", () => {
  it.each<[FaultRule, number, string, string]>([
    [{ status: 401 }, 401, "INVALID_SESSION_ID", "Session expired or invalid"],
    [{ status: 403 }, 403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."],
    [{ status: 500 }, 500, "UNKNOWN_EXCEPTION", "An unexpected error occurred"],
    [{ status: 503 }, 503, "SERVER_UNAVAILABLE", "The server is temporarily unavailable"],
    [
      { code: "UNABLE_TO_LOCK_ROW" },
      400,
      "UNABLE_TO_LOCK_ROW",
      "unable to obtain exclusive access to this record",
    ],
    [{ status: 409, code: "OWN_CODE", message: "own words" }, 409, "OWN_CODE", "own words"],
  ])("%j is answered once, in Salesforce's form", async (rule, status, errorCode, message) => {
    org.faults.next(rule);
    const answer = await ask("/limits");
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual([{ errorCode, message }]);
    expect((await ask("/limits")).status).toBe(200);
  });

  it("fit by path and method, as often as they say, until they are cleared", async () => {
    org.faults.next({ path: "/sobjects", method: "post", status: 500, times: 2 });
    org.faults.always({ path: /\/limits$/, status: 503 });
    expect((await ask("/sobjects")).status).toBe(200);
    const create = () => ask("/sobjects/Account", { method: "POST", body: '{"Name":"A"}' });
    expect([(await create()).status, (await create()).status, (await create()).status]).toEqual([
      500, 500, 201,
    ]);
    for (let times = 0; times < 3; times++) expect((await ask("/limits")).status).toBe(503);
    org.faults.clear();
    expect((await ask("/limits")).status).toBe(200);
  });

  it("answer pages that are no API's, and times to wait", async () => {
    org.faults.next({ html: true, message: "Down for maintenance", retryAfter: 7 });
    const { status, headers, text } = await ask("/limits");
    expect([status, headers.get("content-type"), headers.get("retry-after")]).toEqual([
      503,
      "text/html;charset=UTF-8",
      "7",
    ]);
    expect(text).toContain("<title>Down for maintenance</title>");
  });

  it("lose the answer of what was done all the same", async () => {
    org.faults.next({ status: 500, after: true });
    expect((await ask("/sobjects/Account", { method: "POST", body: '{"Name":"Done"}' })).status).toBe(500);
    expect(org.records("Account")).toMatchObject([{ Name: "Done" }]);
    org.faults.next({ status: 500 });
    await ask("/sobjects/Account", { method: "POST", body: '{"Name":"Not done"}' });
    expect(org.records("Account")).toHaveLength(1);
  });

  it("cut the connection: before the answer, after the work, in the middle of the body", async () => {
    const create = () => ask("/sobjects/Account", { method: "POST", body: '{"Name":"A"}' });
    org.faults.next({ resetAfterBytes: 0 });
    await expect(create()).rejects.toThrow("fetch failed");
    expect(org.records("Account")).toEqual([]);
    org.faults.next({ resetAfterBytes: 0, after: true });
    await expect(create()).rejects.toThrow("fetch failed");
    expect(org.records("Account")).toHaveLength(1);
    org.faults.next({ resetAfterBytes: 20 });
    await expect(ask("/sobjects")).rejects.toThrow(TypeError);
    expect(statuses()).toEqual([0, 0, 200]);
  });

  it("do the same to fetch in process and to msw", async () => {
    org.faults.next({ resetAfterBytes: 0 });
    await expect(org.fetch(`${org.url}/services/data`)).rejects.toThrow("fetch failed");
    const mocked = createOrg({ url: "https://acme.my.salesforce.test" });
    const msw = setupServer(...mswHandlers(mocked, http));
    msw.listen({ onUnhandledRequest: "bypass" });
    try {
      mocked.faults.next({ resetAfterBytes: 0 });
      await expect(fetch(`${mocked.url}/services/data`)).rejects.toThrow(TypeError);
      expect((await fetch(`${mocked.url}/services/data`)).status).toBe(200);
    } finally {
      msw.close();
    }
  });

  it("delay answers, and go silent", async () => {
    org.faults.next({ delayMs: 80 });
    const began = performance.now();
    expect((await ask("/limits")).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(70);
    org.faults.next({ delayMs: Number.POSITIVE_INFINITY });
    await expect(ask("/limits", { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    org.faults.next({ silentAfterBytes: 5 });
    await expect(ask("/limits", { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  });

  it.each([
    [{ stauts: 500 }, "Faults have no `stauts`"],
    [{}, "A fault must say what goes wrong"],
    [{ status: 200 }, "`status` of a fault must be"],
    [{ status: 500, times: 0 }, "`times` of a fault must be"],
    [{ delayMs: -1 }, "`delayMs` of a fault must be"],
    [{ delayMs: 5, after: true }, "`after` of a fault needs"],
  ])("are refused where they make no sense: %j", (rule, message) => {
    expect(() => org.faults.next(rule as FaultRule)).toThrow(message);
  });
});

describe("a client and the faults of its org", () => {
  it("repeats what waits for a lock, and gives up in the end", async () => {
    const sf = client();
    org.faults.next({ method: "POST", path: "/sobjects", code: "UNABLE_TO_LOCK_ROW", times: 2 });
    await sf.Account.create({ Name: "Patience" });
    org.faults.always({ method: "POST", path: "/sobjects", code: "UNABLE_TO_LOCK_ROW" });
    await expect(sf.Account.create({ Name: "No" })).rejects.toThrow(LockedError);
    expect(org.records("Account")).toHaveLength(1);
  });

  it("waits as long as Retry-After says", async () => {
    const sf = client();
    await sf.versions();
    org.faults.next({ path: "/limits", status: 429, retryAfter: 1 });
    const began = performance.now();
    await sf.limits.get();
    expect(performance.now() - began).toBeGreaterThan(950);
  });

  it("logs in anew when its session has ended", async () => {
    const sf = client();
    await sf.limits.get();
    org.faults.next({ path: "/limits", status: 401 });
    await sf.limits.get();
    org.faults.always({ path: "/limits", status: 401 });
    await expect(sf.limits.get()).rejects.toThrow(SessionExpiredError);
  });

  it("does not write twice where an answer is lost", async () => {
    const sf = client();
    org.faults.next({ method: "POST", path: "/sobjects", resetAfterBytes: 0, after: true });
    await expect(sf.Account.create({ Name: "Once" })).rejects.toThrow(ConnectionError);
    expect(org.records("Account")).toHaveLength(1);
  });

  it("reads again where a connection is cut in the middle of an answer", async () => {
    org.faults.next({ path: "/limits", resetAfterBytes: 30 });
    expect((await client().limits.get()).DailyApiRequests?.Max).toBeGreaterThan(0);
  });

  it("is ended by its own timeout where the org goes silent", async () => {
    const sf = client({ retry: { times: 0 } });
    await sf.versions();
    org.faults.next({ path: "/limits", silentAfterBytes: 10 });
    await expect(sf.limits.get({ timeout: 100 })).rejects.toThrow(TimeoutError);
  });

  it("tells that the org's limit is reached", async () => {
    org.faults.next({ path: "/limits", status: 403 });
    await expect(client().limits.get()).rejects.toThrow(LimitError);
  });
});
