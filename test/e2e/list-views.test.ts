import { Connection } from "@jsforce/jsforce-node";
import { clientCredentials, custom } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** List views over a real socket. */
describe("the client", () => {
  let org: Org;
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    org = createOrg({
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
});
