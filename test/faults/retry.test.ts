import type { RetryOptions } from "orgtype";
import { describe, expect, it } from "vitest";
import { empty, fakeOrg, json, refusal } from "../support/fake-org.js";
import { smallClient } from "../support/small-org.js";

const SOQL = "SELECT Id FROM Account";
const ID = "001000000000001AAA";
type Sf = ReturnType<typeof smallClient>;

const calls = {
  query: (sf: Sf) => sf.query(SOQL).all(),
  retrieveMany: (sf: Sf) => sf.Account.retrieveMany([ID], { fields: ["Name"] }),
  update: (sf: Sf) => sf.Account.update(ID, { Name: "x" }),
  upsert: (sf: Sf) => sf.Account.upsert("Key__c", "1", { Name: "x" }),
  updateMany: (sf: Sf) => sf.Account.updateMany([{ Id: ID, Name: "x" }]),
  create: (sf: Sf) => sf.Account.create({ Name: "x" }),
  createMany: (sf: Sf) => sf.Account.createMany([{ Name: "x" }]),
  delete: (sf: Sf) => sf.Account.delete(ID),
} as const;

/** How often a call is sent to an org that always answers so. */
async function attempts(
  call: (sf: Sf) => Promise<unknown>,
  answer: () => Response,
  retry: RetryOptions = {},
): Promise<number> {
  const org = fakeOrg(answer);
  await expect(call(smallClient(org, { retry: { firstDelayMs: 1, ...retry } }))).rejects.toThrow();
  return org.sent.length;
}

// What tells of failures is loaded with the first one: these tests measure time, or stop it.
await import("../../src/http/api-error.js");

describe("an error that passes", () => {
  const busy = () => refusal(503, "SERVER_UNAVAILABLE");
  const html = () =>
    new Response("<html><title>Busy</title></html>", {
      status: 502,
      headers: { "content-type": "text/html" },
    });

  it.each(["query", "retrieveMany", "update", "upsert", "updateMany"] as const)(
    "%s is repeated three times",
    async (call) => {
      expect(await attempts(calls[call], busy)).toBe(4);
      expect(await attempts(calls[call], html)).toBe(4);
    },
  );

  it.each(["create", "createMany", "delete"] as const)("%s is not: it may have been done", async (call) => {
    expect(await attempts(calls[call], busy)).toBe(1);
    expect(await attempts(calls[call], html)).toBe(1);
  });

  it.each(["query", "create", "delete"] as const)(
    "%s is repeated where Salesforce surely did nothing",
    async (call) => {
      expect(await attempts(calls[call], () => refusal(400, "UNABLE_TO_LOCK_ROW"))).toBe(4);
      expect(
        await attempts(calls[call], () =>
          refusal(
            403,
            "REQUEST_LIMIT_EXCEEDED",
            "ConcurrentRequests (Concurrent API Requests) Limit exceeded.",
          ),
        ),
      ).toBe(4);
      expect(await attempts(calls[call], () => json([], 429))).toBe(4);
    },
  );

  it.each([
    [400, "MALFORMED_QUERY"],
    [403, "REQUEST_LIMIT_EXCEEDED"],
    [404, "NOT_FOUND"],
    [500, "SOMETHING_NEW"],
  ])("%s %s is not repeated", async (status, code) => {
    expect(await attempts(calls.query, () => refusal(status, code, "TotalRequests Limit exceeded."))).toBe(1);
  });

  it.each(["UNKNOWN_EXCEPTION", "QUERY_TIMEOUT", "REQUEST_RUNNING_TOO_LONG"])(
    "%s is repeated for reads only",
    async (code) => {
      expect(await attempts(calls.query, () => refusal(500, code))).toBe(4);
      expect(await attempts(calls.create, () => refusal(500, code))).toBe(1);
    },
  );

  it("`times` says how often; 0 never", async () => {
    expect(await attempts(calls.query, busy, { times: 1 })).toBe(2);
    expect(await attempts(calls.query, busy, { times: 0 })).toBe(1);
  });

  it("the call succeeds when it has passed", async () => {
    const org = fakeOrg((_, count) => (count < 3 ? busy() : empty()));
    await smallClient(org).Account.update(ID, { Name: "x" });
    expect(org.sent.map(({ body }) => body)).toEqual([{ Name: "x" }, { Name: "x" }, { Name: "x" }]);
  });
});

describe("waits", () => {
  async function waited(
    retryAfter: string | undefined,
    retry: RetryOptions,
  ): Promise<{ ms: number; sent: number }> {
    const headers = retryAfter === undefined ? {} : { "retry-after": retryAfter };
    const org = fakeOrg((_, count) =>
      count === 1 ? json([], 503, headers) : json({ totalSize: 0, done: true, records: [] }),
    );
    const sf = smallClient(org, { retry });
    await sf.versions().catch(() => {});
    const startedAt = performance.now();
    return { ms: performance.now() - startedAt, sent: org.sent.length };
  }

  it("Retry-After is honoured, in seconds", async () => {
    const startedAt = performance.now();
    expect((await waited("1", { firstDelayMs: 1 })).sent).toBe(2);
    expect(performance.now() - startedAt).toBeGreaterThan(950);
  });

  it("Retry-After is honoured, as a date", async () => {
    const startedAt = performance.now();
    expect((await waited(new Date(Date.now() + 2000).toUTCString(), { firstDelayMs: 1 })).sent).toBe(2);
    expect(performance.now() - startedAt).toBeGreaterThan(900);
  });

  it("a server that asks for too long a wait is not waited for", async () => {
    const startedAt = performance.now();
    expect((await waited("3600", { maxDelayMs: 2_000 })).sent).toBe(1);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it("a Retry-After that makes no sense is left aside", async () => {
    expect((await waited("soon", { firstDelayMs: 1 })).sent).toBe(2);
  });

  it("grow twice as long each time, with jitter, up to the longest", async () => {
    const at: number[] = [];
    const org = fakeOrg(() => {
      at.push(performance.now());
      return json([], 503);
    });
    await expect(
      smallClient(org, { retry: { times: 4, firstDelayMs: 40, maxDelayMs: 100 } }).versions(),
    ).rejects.toThrow();
    const gaps = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    const bounds: [number, number][] = [
      [20, 40],
      [40, 80],
      [50, 100],
      [50, 100],
    ];
    for (const [index, [least, most]] of bounds.entries()) {
      expect(gaps[index]).toBeGreaterThan(least - 3);
      expect(gaps[index]).toBeLessThan(most + 60);
    }
  });
});
