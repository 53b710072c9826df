import {
  ApiError,
  type ConnectOptions,
  clientCredentials,
  custom,
  NotFoundError,
  SettingsError,
} from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { createClient } from "orgtype/standard";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

let org: Org;
let server: Listening;

beforeAll(async () => {
  org = createOrg();
  server = await org.listen();
});
afterEach(() => org.faults.clear());
afterAll(() => server.close());

const missing = "001000000000000AAA";

function client(options: Partial<ConnectOptions> = {}) {
  return createClient({
    environment: custom(server.url),
    auth: clientCredentials(org.credentials),
    ...options,
  });
}

const names = () => org.records("Account").map(({ Name }) => Name);
const requestsTo = (path: string, since: number) =>
  org.requests.slice(since).filter((request) => request.path.endsWith(path)).length;

describe("sf.batch", () => {
  it("gives the outcome of each request in the shape of the plan", async () => {
    const sf = client();
    const [id = ""] = org.seed({ Account: [{ Name: "Batched", Phone: "1" }] }).Account ?? [];
    const [made, read, gone] = await sf.batch((b) => [
      b.Account.create({ Name: "Made" }),
      b.Account.retrieve(id, { fields: ["Name", "Phone"] }),
      b.Account.delete(missing),
    ]);
    expect(made).toEqual({ success: true, value: expect.stringMatching(/^001/) });
    expect(read).toEqual({ success: true, value: { Name: "Batched", Phone: "1" } });
    expect(gone.success === false && gone.error).toBeInstanceOf(ApiError);
    const named = await sf.batch((b) => ({ changed: b.Account.update(id, { Phone: "2" }) }));
    expect(named).toEqual({ changed: { success: true, value: undefined } });
    const alone = await sf.batch((b) => b.Account.retrieve(missing, { fields: ["Id"] }));
    expect(alone.success === false && alone.error).toBeInstanceOf(NotFoundError);
  });

  it("is split at 25 requests", async () => {
    const before = org.requests.length;
    const outcomes = await client().batch((b) =>
      Array.from({ length: 60 }, (_, n) => b.Account.create({ Name: `Many ${n}` })),
    );
    expect(outcomes).toHaveLength(60);
    expect(outcomes.every(({ success }) => success)).toBe(true);
    expect(requestsTo("/composite/batch", before)).toBe(3);
  });

  it("stops at the first failure where it is told to", async () => {
    const before = org.requests.length;
    const outcomes = await client().batch(
      (b) => [
        b.Account.create({ Name: "Before" }),
        b.Account.delete(missing),
        b.Account.create({ Name: "After" }),
        ...Array.from({ length: 30 }, () => b.Account.create({ Name: "Long after" })),
      ],
      { haltOnError: true },
    );
    expect(outcomes.filter(({ success }) => success)).toHaveLength(1);
    for (const outcome of outcomes.slice(2)) {
      expect(outcome).toMatchObject({ success: false, error: { code: "BATCH_PROCESSING_HALTED" } });
    }
    expect(requestsTo("/composite/batch", before)).toBe(1);
    expect(names()).not.toContain("After");
  });

  it("tells of a request that failed as a whole at each of its parts, and goes on", async () => {
    const sf = client({ retry: { times: 0 } });
    org.faults.next({ path: "/composite/batch", resetAfterBytes: 0 });
    const outcomes = await sf.batch((b) =>
      Array.from({ length: 30 }, (_, n) => b.Account.create({ Name: `Cut ${n}` })),
    );
    expect(outcomes.slice(0, 25).every((each) => !each.success && each.error.code === "connection")).toBe(
      true,
    );
    expect(outcomes.slice(25).every(({ success }) => success)).toBe(true);
  });

  it("is sent again only where all of it may be", async () => {
    const sf = client({ retry: { firstDelayMs: 1 } });
    const [id = ""] = org.seed({ Account: [{ Name: "Again" }] }).Account ?? [];
    org.faults.next({ path: "/composite/batch", resetAfterBytes: 0, after: true });
    const [read] = await sf.batch((b) => [b.Account.retrieve(id, { fields: ["Name"] })]);
    expect(read.success).toBe(true);
    org.faults.next({ path: "/composite/batch", resetAfterBytes: 0, after: true });
    const [made] = await sf.batch((b) => [b.Account.create({ Name: "Written once" })]);
    expect(made.success).toBe(false);
    expect(names().filter((name) => name === "Written once")).toHaveLength(1);
  });

  it("refuses plans that make no sense", async () => {
    const sf = client();
    await expect(sf.batch(() => [])).rejects.toThrow("The plan holds 0 requests.");
    await expect(sf.batch((async () => []) as never)).rejects.toThrow("The plan is async.");
    await expect(sf.batch(undefined as never)).rejects.toThrow("The plan is no function.");
    await expect(
      sf.batch((b) => [b.Account.create({ Name: "x", AnnualRevenue: Number.NaN })]),
    ).rejects.toThrow(SettingsError);
  });
});

describe("sf.graphs", () => {
  const orders = (count: number, bad: (n: number) => boolean = () => false) =>
    Array.from({ length: count }, (_, n) => ({ customer: `Order ${n}`, contact: bad(n) ? "" : `C${n}` }));

  it("makes a transaction of each item, in the order of the items", async () => {
    const sf = client();
    const outcomes = await sf.graphs(
      orders(3, (n) => n === 1),
      (c, { customer, contact }) => {
        const account = c.Account.create({ Name: customer });
        const person = c.Contact.create({ LastName: contact, AccountId: account.id });
        return { account, person };
      },
    );
    expect(outcomes.map(({ success }) => success)).toEqual([true, false, true]);
    const [first, second] = outcomes;
    expect(
      first?.success && org.records("Contact").find(({ Id }) => Id === first.value.person),
    ).toMatchObject({
      LastName: "C0",
      AccountId: first?.success && first.value.account,
    });
    expect(second?.success === false && second.error.errorCode).toBe("REQUIRED_FIELD_MISSING");
    expect(names().filter((name) => String(name).startsWith("Order"))).toEqual(["Order 0", "Order 2"]);
  });

  it("shares requests: 75 graphs and 500 nodes at most", async () => {
    let before = org.requests.length;
    await client().graphs(orders(160), (c, { customer }) => c.Account.create({ Name: customer }));
    expect(requestsTo("/composite/graph", before)).toBe(3);
    before = org.requests.length;
    await client().graphs([1, 2, 3], (c, n) =>
      Array.from({ length: 200 }, (_, m) => c.Account.create({ Name: `Wide ${n}.${m}` })),
    );
    expect(requestsTo("/composite/graph", before)).toBe(2);
  });

  it("sends graphs again that Salesforce did not come to after failures of others", async () => {
    const before = org.requests.length;
    const outcomes = await client().graphs(
      orders(40, (n) => n < 20),
      (c, { customer, contact }) => {
        const account = c.Account.create({ Name: `Halting ${customer}` });
        c.Contact.create({ LastName: contact, AccountId: account.id });
        return account;
      },
    );
    expect(outcomes.map(({ success }) => success)).toEqual(Array.from({ length: 40 }, (_, n) => n >= 20));
    expect(outcomes.every((each) => each.success || each.error.errorCode === "REQUIRED_FIELD_MISSING")).toBe(
      true,
    );
    expect(requestsTo("/composite/graph", before)).toBeGreaterThan(1);
    expect(names().filter((name) => String(name).startsWith("Halting"))).toHaveLength(20);
  });

  it("sends nothing of no items", async () => {
    const before = org.requests.length;
    expect(await client().graphs([], (c) => c.Account.create({ Name: "x" }))).toEqual([]);
    expect(org.requests.length).toBe(before);
  });
});
