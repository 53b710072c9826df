import type { RetryOptions } from "orgtype";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
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
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** The milliseconds between the attempts of a call that is refused with 503, and at last answered. */
  async function waits(
    refusals: number,
    retry: RetryOptions,
    retryAfter: () => string | undefined = () => undefined,
  ): Promise<number[]> {
    const at: number[] = [];
    const org = fakeOrg((_, count) => {
      at.push(Date.now());
      const asked = retryAfter();
      return count > refusals ? json([]) : json([], 503, asked === undefined ? {} : { "retry-after": asked });
    });
    const call = smallClient(org, { retry })
      .versions()
      .catch(() => {});
    await vi.advanceTimersByTimeAsync(10_000);
    await call;
    return at.slice(1).map((time, index) => time - (at[index] ?? 0));
  }

  it("Retry-After is honoured, in seconds", async () => {
    expect(await waits(1, { firstDelayMs: 1 }, () => "1")).toEqual([1_000]);
  });

  it("Retry-After is honoured, as a date", async () => {
    vi.setSystemTime(Date.UTC(2026, 0, 15));
    const inTwoSeconds = () => new Date(Date.now() + 2_000).toUTCString();
    expect(await waits(1, { firstDelayMs: 1 }, inTwoSeconds)).toEqual([2_000]);
  });

  it("a server that asks for too long a wait is not waited for", async () => {
    expect(await waits(1, { maxDelayMs: 2_000 }, () => "3600")).toEqual([]);
  });

  it("a Retry-After that makes no sense is left aside", async () => {
    expect(await waits(1, { firstDelayMs: 1 }, () => "soon")).toHaveLength(1);
  });

  it("grow twice as long each time, with jitter, up to the longest", async () => {
    const bounds = [
      [200, 400],
      [400, 800],
      [500, 1_000],
      [500, 1_000],
    ] as const;
    const random = vi.spyOn(Math, "random");
    const waitsAt = async (value: number) => {
      random.mockReturnValue(value);
      return waits(4, { times: 4, firstDelayMs: 400, maxDelayMs: 1_000 });
    };
    expect(await waitsAt(0)).toEqual(bounds.map(([least]) => least));
    const longest = await waitsAt(1 - Number.EPSILON);
    for (const [index, [, most]] of bounds.entries()) expect(longest[index]).toBeCloseTo(most, -1);
  });
});
