import { clientCredentials, custom, NotFoundError, ValidationError } from "orgtype";
import { createOrg, type Listening } from "orgtype/mock";
import { type Client, type createClient as Create, createClient } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const org = createOrg();
let server: Listening;

beforeAll(async () => {
  server = await org.listen();
});
afterAll(() => server.close());

function client(options: Partial<Parameters<typeof Create>[0]> = {}): Client {
  return createClient({
    environment: custom(server.url),
    auth: clientCredentials(org.credentials),
    coalesce: {},
    ...options,
  });
}

/** Method and path of the data requests that work makes. */
async function requestsOf(work: () => Promise<unknown>): Promise<string[]> {
  const before = org.requests.length;
  await work();
  return org.requests
    .slice(before)
    .filter(({ path }) => path.startsWith("/services/data"))
    .map(({ method, path }) => `${method} ${path.replace("/services/data/v66.0", "")}`);
}

describe("calls that are coalesced", () => {
  it("are 5 requests for 1,000 creates, each with its own id", async () => {
    const sf = client();
    const names = Array.from({ length: 1_000 }, (_, index) => `Coalesced ${index}`);
    let ids: string[] = [];
    const requests = await requestsOf(async () => {
      ids = await Promise.all(names.map((Name) => sf.Account.create({ Name })));
    });
    expect(requests).toEqual(Array.from({ length: 5 }, () => "POST /composite/sobjects"));
    const read = await sf.Account.retrieveMany(ids as never[], { fields: ["Name"] });
    expect(read.map((account) => account?.Name)).toEqual(names);
  });

  it("settle with the outcome of their own record", async () => {
    const sf = client();
    const outcomes = await Promise.allSettled([
      sf.Account.create({ Name: "Good" }),
      sf.Account.create({ Name: "x".repeat(300) }),
      sf.Account.create({ Name: "Bad", AnnualRevenue: Number.NaN }),
      sf.Account.create({ Name: "Good, too" }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
    expect(outcomes[1]).toMatchObject({ reason: expect.any(ValidationError) });
    expect(outcomes[2]).toMatchObject({ reason: { code: "settings.record" } });
  });

  it("share a request with calls of the same object and options only", async () => {
    const sf = client();
    const assigned = { assignmentRule: false } as const;
    const requests = await requestsOf(() =>
      Promise.all([
        sf.Account.create({ Name: "One" }),
        sf.Account.create({ Name: "Two" }),
        sf.Account.create({ Name: "Three" }, assigned),
        sf.Account.create({ Name: "Four" }, { ...assigned }),
        sf.Account.create({ Name: "Five" }, { headers: { "Sforce-Mru": "updateMru=false" } }),
        sf.Account.create({ Name: "Six" }, { allowDuplicates: true }),
        sf.Contact.create({ LastName: "Alone" }),
      ]),
    );
    expect(requests.sort()).toEqual([
      "POST /composite/sobjects",
      "POST /composite/sobjects",
      "POST /sobjects/Account",
      "POST /sobjects/Account",
      "POST /sobjects/Contact",
    ]);
  });

  it("read what has the same fields in one request", async () => {
    const sf = client();
    const [one = "", two = ""] = org.seed({ Account: [{ Name: "R1" }, { Name: "R2" }] }).Account ?? [];
    const outcomes: unknown[] = [];
    const requests = await requestsOf(async () => {
      outcomes.push(
        ...(await Promise.allSettled([
          sf.Account.retrieve(one, { fields: ["Name"] }),
          sf.Account.retrieve(two, { fields: ["Name"] }),
          sf.Account.retrieve("001000000000000AAA", { fields: ["Name"] }),
          sf.Account.retrieve(two, { fields: ["Id"] }),
        ])),
      );
    });
    expect(requests.sort()).toEqual([`GET /sobjects/Account/${two}`, "POST /composite/sobjects/Account"]);
    expect(outcomes).toMatchObject([
      { value: { Name: "R1" } },
      { value: { Name: "R2" } },
      { reason: expect.any(NotFoundError) },
      { value: { Id: two } },
    ]);
  });

  it("wait for others within the window", async () => {
    const sf = client({ coalesce: { windowMs: 60 } });
    const requests = await requestsOf(async () => {
      const first = sf.Account.create({ Name: "Early" });
      await new Promise((resolve) => setTimeout(resolve, 10));
      await Promise.all([first, sf.Account.create({ Name: "Late" })]);
    });
    expect(requests).toEqual(["POST /composite/sobjects"]);
  });

  it("leave out who has gone before the request", async () => {
    const sf = client();
    const stop = new AbortController();
    const requests = await requestsOf(async () => {
      const gone = sf.Account.create({ Name: "Gone" }, { signal: stop.signal });
      const stays = sf.Account.create({ Name: "Stays" });
      stop.abort(new Error("changed my mind"));
      await expect(gone).rejects.toThrow("changed my mind");
      await stays;
    });
    expect(requests).toEqual(["POST /sobjects/Account"]);
    expect(await sf.Account.count({ where: { Name: "Gone" } })).toBe(0);
  });

  it("are not told to wait for what is no time", () => {
    expect(() => client({ coalesce: { windowMs: -1 } })).toThrow("`coalesce.windowMs` is -1.");
  });
});
