import { Connection } from "@jsforce/jsforce-node";
import { accessToken, clientCredentials, custom, jsDates } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { type Client, connect, createClient } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** List views over a real socket. */
describe("the client", () => {
  let org: Org;
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    org = createOrg({
      profiles: { Sales: { fields: { "Account.AnnualRevenue": { read: false } } } },
      listViews: {
        "Account.Hot_Accounts": {
          columns: ["Name", "Type", "AnnualRevenue", "Owner.Alias"],
          where: "Rating = 'Hot' AND (NumberOfEmployees > 10 OR NumberOfEmployees = NULL)",
          orderBy: "AnnualRevenue DESC NULLS LAST",
        },
        "Account.Odd": { soqlCompatible: false },
        "Task.Calls": { columns: ["Subject", "Who.Name", "What.Name"] },
      },
    });
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
    const ids = await sf.Account.createMany([
      { Name: "Cold", Rating: "Cold", AnnualRevenue: 9 },
      { Name: "Small", Rating: "Hot", AnnualRevenue: 1, Type: "Prospect" },
      { Name: "Large", Rating: "Hot", AnnualRevenue: 5, Type: "Customer - Direct" },
      { Name: "Tiny", Rating: "Hot", NumberOfEmployees: 3 },
    ]);
    const large = ids[2];
    if (large?.success !== true) throw new Error("not created");
    await sf.Contact.create({ LastName: "Reed", AccountId: large.id });
    await sf.Task.create({ Subject: "Call", WhatId: large.id });
  });
  afterAll(() => server.close());

  it("lists the views of an object, those that every org has among them", async () => {
    const views = await sf.Account.listViews().all();
    expect(views.map(({ developerName }) => developerName)).toEqual([
      "AllAccounts",
      "Hot_Accounts",
      "MyAccounts",
      "Odd",
      "RecentlyViewedAccounts",
    ]);
    expect(views[1]).toEqual({
      id: expect.stringMatching(/^00B\w{15}$/),
      developerName: "Hot_Accounts",
      label: "Hot Accounts",
      soqlCompatible: true,
    });
    expect((await sf.Account.listViews().first())?.developerName).toBe("AllAccounts");
  });

  it("reads the rows of a view as records", async () => {
    const rows = await sf.Account.listView("Hot_Accounts").rows().all();
    expect(rows).toEqual([
      {
        Name: "Large",
        Type: "Customer - Direct",
        AnnualRevenue: 5,
        Owner: { Alias: "embed" },
        Id: expect.stringMatching(/^001/),
        CreatedDate: expect.any(String),
        LastModifiedDate: expect.any(String),
        SystemModstamp: expect.any(String),
      },
      expect.objectContaining({ Name: "Small" }),
    ]);
  });

  it("reads them with other fields, parents and children", async () => {
    const view = sf.Account.listView("Hot_Accounts");
    const query = view.find({
      select: { Name: true, Owner: { select: { Username: true } }, Contacts: { select: { LastName: true } } },
      limit: 1,
    });
    const username = org.credentials.username;
    expect(await query.all()).toEqual([
      { Name: "Large", Owner: { Username: username }, Contacts: [{ LastName: "Reed" }] },
    ]);
    expect(await view.find({ select: { Name: true } }).first()).toEqual({ Name: "Large" });
    const pages: string[][] = [];
    for await (const page of view.find({ select: { Name: true } }).pages())
      pages.push(page.map(({ Name }) => Name));
    expect(pages).toEqual([["Large", "Small"]]);
    const names: string[] = [];
    for await (const { Name } of view.find({ select: { Name: true } })) names.push(Name);
    expect(names).toEqual(["Large", "Small"]);
  });

  it("decodes them, with parents of several kinds", async () => {
    const rows = await sf.with({ decode: jsDates }).Task.listView("Calls").rows().all();
    expect(rows).toMatchObject([
      { Subject: "Call", Who: null, What: { Name: "Large" }, CreatedDate: expect.any(Date) },
    ]);
    expect(rows[0]).not.toHaveProperty("attributes");
    expect(rows[0]?.What).toEqual({ Name: "Large" });
  });

  it("finds the id of a view once, and sends what was selected when it was called", async () => {
    const view = sf.Account.listView("Hot_Accounts");
    org.forgetRequests();
    const select: { Name?: true; Site?: true } = { Name: true };
    const rows = view.find({ select }).all();
    delete select.Name;
    select.Site = true;
    expect(await rows).toEqual([{ Name: "Large" }, { Name: "Small" }]);
    await view.describe();
    expect(org.requests.map(({ path }) => path.replace(/00B\w+/, "ID").split("v66.0")[1])).toEqual([
      "/query",
      "/sobjects/Account/listviews/ID/describe",
      "/query",
      "/sobjects/Account/listviews/ID/describe",
    ]);
  });

  it("shows the results of a view as users see them", async () => {
    const view = sf.Account.listView("Hot_Accounts");
    const { columns, rows, label, done } = await view.results({ limit: 1 });
    expect([label, done, rows.length]).toEqual(["Hot Accounts", false, 1]);
    expect(columns.filter(({ hidden }) => !hidden).map(({ fieldNameOrPath }) => fieldNameOrPath)).toEqual([
      "Name",
      "Type",
      "AnnualRevenue",
      "Owner.Alias",
    ]);
    expect(rows[0]).toMatchObject({ Name: "Large", AnnualRevenue: "5", "Owner.Alias": "embed" });
    expect(rows[0]?.CreatedDate).toMatch(/^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d [\d:]{8} GMT \d{4}$/);
    const second = await view.results({ limit: 1, offset: 2 });
    expect([second.rows[0]?.Name, second.done]).toEqual(["Small", true]);
  });

  it("lists the views that were looked at last", async () => {
    await sf.Contact.listView("AllContacts").results();
    const recent = await sf.Contact.listViews({ recent: true }).all();
    expect(recent.map(({ developerName }) => developerName)).toEqual(["AllContacts"]);
    const [all] = recent;
    expect(await sf.Contact.listView(all!).rows().first()).toMatchObject({ Name: "Reed" });
    expect(await sf.Contact.listView("RecentlyViewedContacts").rows().all()).toHaveLength(1);
    expect(await sf.Contact.listView("MyContacts").rows().all()).toHaveLength(1);
  });

  it("describes a view: columns, conditions, order", async () => {
    const described = await sf.Account.listView("Hot_Accounts").describe();
    expect(described).toMatchObject({
      sobjectType: "Account",
      scope: null,
      orderBy: [
        { fieldNameOrPath: "AnnualRevenue", nullsPosition: "last", sortDirection: "descending" },
        { fieldNameOrPath: "Id", nullsPosition: "first", sortDirection: "ascending" },
      ],
      whereCondition: {
        conjunction: "and",
        conditions: [
          { field: "Rating", operator: "equals", values: ["'Hot'"] },
          {
            conjunction: "or",
            conditions: [
              { field: "NumberOfEmployees", operator: "greaterThan", values: ["10"] },
              { field: "NumberOfEmployees", operator: "equals", values: ["NULL"] },
            ],
          },
        ],
      },
    });
    expect(described.columns[1]).toMatchObject({ selectListItem: "toLabel(Type)", type: "picklist" });
    expect(described.columns[2]).toMatchObject({ sortIndex: 0, sortDirection: "descending" });
    expect(described.query).toMatch(
      /^SELECT name, tolabel\(type\), .* FROM Account WHERE Rating = 'Hot' AND /,
    );
    expect(await sf.Account.listView("MyAccounts").describe()).toMatchObject({ scope: "mine" });
  });

  it("leaves out columns that the user may not see", async () => {
    const user = org.addUser({ profile: "Sales" });
    const auth = accessToken({ accessToken: user.accessToken, instanceUrl: server.url });
    const theirs = createClient({ environment: custom(server.url), auth });
    const view = theirs.Account.listView("AllAccounts");
    expect(await view.rows().all()).toHaveLength(4);
    const { columns } = await theirs.Account.listView("Odd").describe();
    expect(columns.map(({ fieldNameOrPath }) => fieldNameOrPath)).not.toContain("AnnualRevenue");
    expect(await theirs.Account.listView("MyAccounts").rows().all()).toEqual([]);
  });

  it("tells how the query of a view would be run", async () => {
    const { id } = await sf.Account.listView("Hot_Accounts").describe();
    const [plan] = await sf.explain(id);
    expect(plan).toMatchObject({ sobjectType: "Account", cardinality: 2, leadingOperationType: "TableScan" });
  });

  it("says what there is not, and what cannot be", async () => {
    await expect(sf.Account.listView("No_Such").describe()).rejects.toMatchObject({
      name: "SettingsError",
      code: "settings.list-view",
      message: expect.stringContaining('Account has no list view "No_Such" that the user may see.'),
    });
    await expect(sf.Account.listView("00BOt0000000099IAA").describe()).rejects.toMatchObject({
      name: "NotFoundError",
    });
    await expect(sf.Account.listView("Odd").rows().all()).rejects.toMatchObject({
      message: expect.stringContaining("SOQL cannot say what the list view shows."),
    });
    expect((await sf.Account.listView("Odd").results()).rows).toHaveLength(4);
  });

  it("refuses bad input before anything is sent", async () => {
    org.forgetRequests();
    const view = sf.Account.listView("Hot_Accounts");
    const wrong = { name: "SettingsError", code: "settings.list-view" };
    await expect(sf.Account.listView("It's").describe()).rejects.toMatchObject(wrong);
    await expect(sf.Account.listView(undefined as never).describe()).rejects.toMatchObject(wrong);
    await expect(view.rows({ limit: 1.5 }).all()).rejects.toMatchObject({
      ...wrong,
      message: expect.stringContaining("`limit` is 1.5."),
    });
    await expect(view.results({ limit: 2_001 })).rejects.toMatchObject(wrong);
    await expect(view.results({ page: 1 } as object)).rejects.toMatchObject(wrong);
    await expect(view.rows({ where: {} } as object).all()).rejects.toMatchObject(wrong);
    await expect(sf.Account.listViews({ all: true } as object).all()).rejects.toMatchObject(wrong);
    await expect(view.find({ select: "Name" as never }).all()).rejects.toMatchObject({
      name: "SettingsError",
    });
    expect(org.requests).toEqual([]);
  });

  it("answers jsforce the same", async () => {
    const jsforce = new Connection({
      instanceUrl: server.url,
      accessToken: org.credentials.accessToken,
      version: "66.0",
    });
    const account = jsforce.sobject("Account");
    const listed = (await account.listviews()) as { listviews: { id: string; developerName: string }[] };
    const hot = listed.listviews.find(({ developerName }) => developerName === "Hot_Accounts");
    const view = account.listview(hot?.id ?? "");
    expect(await view.describe()).toMatchObject({ id: hot?.id, sobjectType: "Account" });
    expect(await view.results()).toMatchObject({ size: 2, done: true, developerName: "Hot_Accounts" });
    const found = await jsforce.query(`SELECT Name FROM ListView WHERE Id = '${hot?.id}'`);
    expect(found.records).toMatchObject([{ Name: "Hot Accounts" }]);
  });
});
