import { clientCredentials, custom, isType, lastNDays } from "orgtype";
import { createOrg, type Listening } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Reads beyond plain rows, over a real socket. */
describe("the client", () => {
  const org = createOrg();
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    const { Account } = org.seed({ Account: [{ Name: "Acme", Industry: "Banking" }, { Name: "Bolt" }] });
    const [acme, bolt] = Account!;
    org.seed({
      Contact: [{ LastName: "Reed", AccountId: acme, Email: "reed@example.com" }, { LastName: "Lind" }],
      Opportunity: [
        { Name: "One", StageName: "Prospecting", CloseDate: "2029-03-01", Amount: 10, AccountId: acme },
        { Name: "Two", StageName: "Prospecting", CloseDate: "2030-04-01", Amount: 30, AccountId: acme },
        { Name: "Three", StageName: "Qualification", CloseDate: "2030-05-01", AccountId: bolt },
      ],
    });
    const { Opportunity } = org.seed({
      Opportunity: [{ Name: "Four", StageName: "Qualification", CloseDate: "2030-06-01", Amount: 5 }],
    });
    org.seed({
      Task: [
        { Subject: "Call", WhatId: acme },
        { Subject: "Send", WhatId: Opportunity![0] },
        { Subject: "Rest" },
      ],
    });
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
  });
  afterAll(() => server.close());

  it("groups, sums and sorts", async () => {
    const rows = await sf.Opportunity.aggregate({
      groupBy: { StageName: true, year: { calendarYear: "CloseDate" } },
      select: { n: { count: true }, total: { sum: "Amount" }, last: { max: "CloseDate" } },
      orderBy: [{ StageName: "asc" }, { year: "asc" }],
    }).all();
    expect(rows).toEqual([
      { StageName: "Prospecting", year: 2029, n: 1, total: 10, last: "2029-03-01" },
      { StageName: "Prospecting", year: 2030, n: 1, total: 30, last: "2030-04-01" },
      { StageName: "Qualification", year: 2030, n: 2, total: 5, last: "2030-06-01" },
    ]);
  });

  it("groups by parents, and keeps the groups that fit", async () => {
    const rows = await sf.Opportunity.aggregate({
      groupBy: { Account: { Name: true } },
      select: { n: { count: true } },
      where: { AccountId: { ne: null } },
      having: { n: { gte: 2 } },
    }).all();
    expect(rows).toEqual([{ Account: { Name: "Acme" }, n: 2 }]);
    expect(await sf.Opportunity.aggregate({ select: { mean: { avg: "Amount" } } }).first()).toEqual({
      mean: 15,
    });
  });

  it("counts", async () => {
    expect(await sf.Opportunity.count()).toBe(4);
    expect(await sf.Opportunity.count({ where: { Amount: { gt: 5 } } })).toBe(2);
  });

  it("looks for ids among others", async () => {
    const names = async (where: Parameters<typeof sf.Account.count>[0]) =>
      (await sf.Account.find({ select: { Name: true }, ...where }).all()).map(({ Name }) => Name);
    expect(await names({ where: { Id: { in: sf.Contact.subquery("AccountId") } } })).toEqual(["Acme"]);
    const rich = sf.Opportunity.subquery("AccountId", { where: { Amount: { gt: 0 } } });
    expect(await names({ where: { Id: { notIn: rich } } })).toEqual(["Bolt"]);
  });

  it("tells what a polymorphic parent is", async () => {
    const tasks = await sf.Task.find({
      select: {
        Subject: true,
        What: {
          on: { Account: { select: { Name: true, Industry: true } } },
          else: { select: { Name: true } },
        },
      },
      orderBy: { Subject: "asc" },
    }).all();
    expect(tasks).toEqual([
      { Subject: "Call", What: { $type: "Account", Name: "Acme", Industry: "Banking" } },
      { Subject: "Rest", What: null },
      { Subject: "Send", What: { $type: "Opportunity", Name: "Four" } },
    ]);
  });

  it("tells what a parent is of which nothing was asked", async () => {
    const tasks = await sf.Task.find({
      select: { What: { on: { Account: { select: { Name: true } } } } },
      orderBy: { Subject: "asc" },
    }).all();
    expect(tasks).toEqual([
      { What: { $type: "Account", Name: "Acme" } },
      { What: null },
      { What: { $type: "Opportunity" } },
    ]);
    expect(tasks.map(({ What }) => isType(What, "Account") && What.Name)).toEqual(["Acme", false, false]);
    const rows = await sf
      .query("SELECT TYPEOF What WHEN Account THEN Name ELSE Type END FROM Task ORDER BY Subject")
      .all();
    expect(rows.map(({ What }) => isType(What, "Account"))).toEqual([true, false, false]);
  });

  it("groups by a parent of several objects", async () => {
    const rows = await sf.Task.aggregate({
      groupBy: { What: { Name: true } },
      select: { n: { count: true } },
      orderBy: { What: { Name: { direction: "asc", nulls: "last" } } },
    }).all();
    expect(rows).toEqual([
      { What: { Name: "Acme" }, n: 1 },
      { What: { Name: "Four" }, n: 1 },
      { What: { Name: null }, n: 1 },
    ]);
  });

  it("follows parents five levels up, in what it selects, filters and sorts by", async () => {
    const [top] = org.seed({ Account: [{ Name: "Level 5" }] }).Account!;
    let parent = top;
    for (const level of [4, 3, 2, 1, 0]) {
      [parent] = org.seed({ Account: [{ Name: `Level ${level}`, ParentId: parent }] }).Account!;
    }
    const name = { select: { Name: true } } as const;
    const select = {
      Name: true,
      Parent: {
        select: { Parent: { select: { Parent: { select: { Parent: { select: { Parent: name } } } } } } },
      },
    } as const;
    const rows = await sf.Account.find({
      select,
      where: { Parent: { Parent: { Parent: { Parent: { Parent: { Name: "Level 5" } } } } } },
      orderBy: { Parent: { Parent: { Parent: { Parent: { Parent: { Name: "asc" } } } } } },
    }).all();
    expect(rows).toEqual([
      { Name: "Level 0", Parent: { Parent: { Parent: { Parent: { Parent: { Name: "Level 5" } } } } } },
    ]);
    const missing = await sf.Account.find({ select, where: { Name: "Level 2" } }).first();
    expect(missing).toEqual({ Name: "Level 2", Parent: { Parent: { Parent: { Parent: null } } } });
    await sf.Account.deleteWhere({ Name: { startsWith: "Level " } });
  });

  it("gives children by their own filter, order and limit", async () => {
    const account = await sf.Account.find({
      select: {
        Name: true,
        Opportunities: {
          select: { Name: true, Account: { select: { Name: true } } },
          where: { Amount: { gt: 5 } },
          orderBy: { Amount: { direction: "desc", nulls: "last" } },
          limit: 1,
        },
      },
      where: { Name: "Acme" },
    }).first();
    expect(account).toEqual({ Name: "Acme", Opportunities: [{ Name: "Two", Account: { Name: "Acme" } }] });
  });

  it("adds subtotals", async () => {
    const rows = await sf.Opportunity.aggregate({
      groupBy: { StageName: true },
      subtotals: "rollup",
      select: { n: { count: true }, isTotal: { grouping: "StageName" } },
      orderBy: { isTotal: "asc" },
    }).all();
    expect(rows.at(-1)).toEqual({ StageName: null, n: 4, isTotal: 1 });
  });

  it("sees deleted records where asked", async () => {
    const id = await sf.Account.create({ Name: "Gone" });
    await sf.Account.delete(id);
    const find = { select: { IsDeleted: true }, where: { Id: id } } as const;
    expect(await sf.Account.find(find).all()).toEqual([]);
    expect(await sf.Account.find({ ...find, allRows: true }).all()).toEqual([{ IsDeleted: true }]);
    expect(await sf.Account.count({ where: { Id: id }, allRows: true })).toBe(1);
  });

  it("sees the user's own records", async () => {
    const all = await sf.Account.find({ select: { Id: true }, scope: "mine" }).all();
    expect(all).toHaveLength(await sf.Account.count());
  });

  it("compares days with Dates and date literals", async () => {
    const count = (where: NonNullable<Parameters<typeof sf.Account.count>[0]>["where"]) =>
      sf.Account.count({ ...(where && { where }) });
    expect(await count({ CreatedDate: "TODAY" })).toBe(await sf.Account.count());
    expect(await count({ CreatedDate: { gt: new Date(Date.now() + 3_600_000) } })).toBe(0);
    expect(await count({ CreatedDate: lastNDays(2) })).toBe(await sf.Account.count());
    expect(await count({ CreatedDate: { lt: lastNDays(2) } })).toBe(0);
    const found = sf.query("SELECT Id FROM Account WHERE CreatedDate >= :since", { since: lastNDays(2) });
    expect(await found.all()).toHaveLength(await sf.Account.count());
  });
});
