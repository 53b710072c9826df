import { clientCredentials, custom } from "orgtype";
import { createOrg, type Listening } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Writes beyond single records, over a real socket. */
describe("the client", () => {
  const org = createOrg();
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
  });
  afterAll(() => server.close());

  const requestsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = org.requests.length;
    await work();
    return org.requests.length - before;
  };

  it("writes records that refer to each other in one request", async () => {
    let result: { account: string; row: { Name: string; Phone: string | null } } | undefined;
    const count = await requestsOf(async () => {
      result = await sf.composite((c) => {
        const account = c.Account.create({ Name: "Acme" });
        c.Contact.create({ LastName: "Coyote", AccountId: account.id });
        c.Account.update(account.id, { Phone: "12" });
        return { account, row: c.Account.retrieve(account.id, { fields: ["Name", "Phone"] }) };
      });
    });
    expect(count).toBe(1);
    expect(result?.row).toEqual({ Name: "Acme", Phone: "12" });
    expect(await sf.Contact.count({ where: { AccountId: result!.account } })).toBe(1);
  });

  it("writes all of them or none", async () => {
    const before = await sf.Account.count();
    const call = sf.composite((c) => [
      c.Account.create({ Name: "kept?" }),
      c.Contact.create({ LastName: "x".repeat(100) }),
    ]);
    await expect(call).rejects.toMatchObject({ name: "ValidationError", errorCode: "STRING_TOO_LONG" });
    expect(await sf.Account.count()).toBe(before);

    const [account, contact] = await sf.composite(
      (c) => [c.Account.create({ Name: "kept" }), c.Contact.create({ LastName: "x".repeat(100) })],
      { allOrNone: false },
    );
    expect([account.success, contact.success]).toEqual([true, false]);
    expect(await sf.Account.count()).toBe(before + 1);
  });

  it("writes more than 25 in one request, too", async () => {
    const count = await requestsOf(() =>
      sf.composite((c) => {
        const account = c.Account.create({ Name: "Graph" });
        const people = Array.from({ length: 60 }, (_, n) =>
          c.Contact.create({ LastName: `P${n}`, AccountId: account.id }),
        );
        return [account, ...people];
      }),
    );
    expect(count).toBe(1);
    expect(await sf.Contact.count({ where: { Account: { Name: "Graph" } } })).toBe(60);
  });

  it("finds a parent by an external id", async () => {
    const contact = await sf.Contact.create({ LastName: "Owner", Email: "owner@example.com" });
    const id = await sf.Asset.create({ Name: "Rocket", Contact: { Email: "owner@example.com" } });
    expect(await sf.Asset.retrieve(id, { fields: ["ContactId"] })).toEqual({ ContactId: contact });
    await expect(
      sf.Asset.create({ Name: "x", Contact: { Email: "nobody@example.com" } }),
    ).rejects.toMatchObject({ errorCode: "INVALID_FIELD" });
  });

  it("changes and deletes what fits, and never everything by mistake", async () => {
    const people = Array.from({ length: 230 }, (_, n) => ({
      LastName: `Fit ${n}`,
      Department: n < 210 ? "A" : "B",
    }));
    await sf.Contact.createMany(people);
    const changed = await sf.Contact.updateWhere({ Department: "A" }, { Title: "Moved" });
    expect(changed).toHaveLength(210);
    expect(changed.every(({ success }) => success)).toBe(true);
    expect(await sf.Contact.count({ where: { Title: "Moved" } })).toBe(210);

    const all = await sf.Contact.count();
    expect(await sf.Contact.deleteWhere({ Title: "Moved", Department: "A" })).toHaveLength(210);
    expect(await sf.Contact.count()).toBe(all - 210);

    const deleteWhere = sf.Contact.deleteWhere as (where?: unknown) => Promise<unknown>;
    const updateWhere = sf.Contact.updateWhere as (where: unknown, changes: unknown) => Promise<unknown>;
    const emptyFilters = [
      undefined,
      null,
      {},
      [],
      new Map([["Title", "Moved"]]),
      { Title: undefined },
      { Title: {} },
      { Title: { startsWith: "" } },
      { Id: { in: [] } },
      { Account: {} },
      { OR: [] },
      { OR: [{}] },
      { OR: new Array(1) },
      { AND: [] },
      { AND: [{ Title: "Moved" }, {}] },
      { NOT: {} },
      { NOT: { NOT: {} } },
      { NOT: { OR: [{}] } },
    ];
    const sent = org.requests.length;
    for (const where of emptyFilters) {
      await expect(deleteWhere(where)).rejects.toMatchObject({ name: "SettingsError" });
      await expect(updateWhere(where, { Title: "Gone" })).rejects.toMatchObject({ name: "SettingsError" });
    }
    await expect(deleteWhere({})).rejects.toMatchObject({ hint: expect.stringContaining("never means all") });
    expect(org.requests).toHaveLength(sent);
    expect(await sf.Contact.count()).toBe(all - 210);
  });
});
