import { readFileSync } from "node:fs";
import { composeOrg } from "orgtype/compose";
import { listViews } from "orgtype/features";
import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { hasOrgdata, orgdata } from "../../../support/orgdata.js";
import { metadata, optionsFor, type SmallSchema } from "../../../support/small-org.js";

const VIEW = "00B000000000001AAA";
const base = "/services/data/v66.0/sobjects/Account/listviews";

type Answer = Parameters<typeof fakeOrg>[0];
/** A client that has list views, and nothing else. */
function clientOf(answer: Answer) {
  const org = fakeOrg(answer);
  const definition = { contract: 1, apiVersion: "66.0", metadata } as const;
  const { createClient } = composeOrg<SmallSchema, "listViews">({ ...definition, features: { listViews } });
  return { org, account: createClient(optionsFor(org, { retry: { times: 0 } })).Account };
}

const summary = (name: string) => ({
  id: VIEW,
  developerName: name,
  label: name,
  soqlCompatible: true,
  url: `${base}/${VIEW}`,
  describeUrl: `${base}/${VIEW}/describe`,
  resultsUrl: `${base}/${VIEW}/results`,
});
const listed = (name: string, nextRecordsUrl: string | null) =>
  json({
    done: nextRecordsUrl === null,
    listviews: [summary(name)],
    nextRecordsUrl,
    size: 1,
    sobjectType: "Account",
  });

const column = (selectListItem: string) => ({
  fieldNameOrPath: selectListItem.replace(/^tolabel\((.*)\)$/i, "$1"),
  selectListItem,
  hidden: false,
});
const described = (query: string | null, items: string[]) =>
  json({ id: VIEW, columns: items.map(column), orderBy: [], query, scope: null, sobjectType: "Account" });
const page = (records: object[]) => json({ totalSize: records.length, done: true, records });

describe("the list views of an object", () => {
  it("are read to their end, as many at a time as there can be", async () => {
    const { org, account } = clientOf((_, count) =>
      count === 1 ? listed("First", `${base}?limit=2000&offset=2001`) : listed("Second", null),
    );
    const names: string[] = [];
    for await (const { developerName } of account.listViews()) names.push(developerName);
    expect(names).toEqual(["First", "Second"]);
    expect(org.sent.map(({ url }) => url.search)).toEqual(["?limit=2000", "?limit=2000&offset=2001"]);
  });

  it("are never followed to another host", async () => {
    const { account } = clientOf(() => listed("First", "https://evil.example/services/data"));
    await expect(account.listViews().all()).rejects.toMatchObject({ code: "decode.url" });
    const silent = clientOf(() => json({ done: false, listviews: [], nextRecordsUrl: null })).account;
    await expect(silent.listViews().all()).rejects.toMatchObject({ code: "decode.page" });
  });

  it("are found by their API names, those of packages too", async () => {
    const { org, account } = clientOf(({ path }) =>
      path.endsWith("/query") ? page([{ attributes: { type: "ListView" }, Id: VIEW }]) : described(null, []),
    );
    await account.listView("ns__Hot_Ones").describe();
    await account.listView("Hot").describe();
    await account.listView({ id: VIEW }).describe();
    const soql = "SELECT Id FROM ListView WHERE SobjectType = 'Account' AND DeveloperName =";
    expect(org.sent.map(({ url, path }) => url.searchParams.get("q") ?? path)).toEqual([
      `${soql} 'Hot_Ones' AND NamespacePrefix = 'ns'`,
      `${base}/${VIEW}/describe`,
      `${soql} 'Hot' AND NamespacePrefix = null`,
      `${base}/${VIEW}/describe`,
      `${base}/${VIEW}/describe`,
    ]);
  });

  it("are looked for again after a failure", async () => {
    const { account } = clientOf((_, count) => {
      if (count === 1) return json([{ errorCode: "UNKNOWN_EXCEPTION", message: "no" }], 500);
      return count === 2 ? page([{ attributes: { type: "ListView" }, Id: VIEW }]) : described(null, []);
    });
    const view = account.listView("Hot");
    await expect(view.describe()).rejects.toMatchObject({ status: 500 });
    expect((await view.describe()).id).toBe(VIEW);
  });
});

describe("the rows of a list view", () => {
  const query =
    "SELECT name, tolabel(type), owner.alias FROM Account USING SCOPE mine WHERE Name != ' FROM ' ORDER BY Name";
  const items = ["Name", "toLabel(Type)", "Owner.Alias"];

  it("are asked for by the query of the view, with values for labels and always with their ids", async () => {
    const record = {
      attributes: { type: "Account", url: "/x" },
      Name: "Acme",
      Type: "Other",
      Owner: { attributes: { type: "User", url: "/y" }, Alias: "me" },
      Id: "001",
    };
    const { org, account } = clientOf((_, count) => (count === 1 ? described(query, items) : page([record])));
    expect(await account.listView(VIEW).rows({ limit: 5 }).all()).toEqual([
      { Name: "Acme", Type: "Other", Owner: { Alias: "me" }, Id: "001" },
    ]);
    expect(org.sent[1]?.url.searchParams.get("q")).toBe(
      "SELECT Id, Name, Type, Owner.Alias FROM Account USING SCOPE mine WHERE Name != ' FROM ' ORDER BY Name LIMIT 5",
    );
  });

  it("are asked for with what is selected, children too", async () => {
    const { org, account } = clientOf((_, count) => (count === 1 ? described(query, items) : page([])));
    const select = { Name: true, Contacts: { select: { LastName: true } } } as const;
    expect(await account.listView(VIEW).find({ select }).first()).toBeNull();
    expect(org.sent[1]?.url.searchParams.get("q")).toBe(
      "SELECT Name, (SELECT LastName FROM Contacts) FROM Account USING SCOPE mine WHERE Name != ' FROM ' ORDER BY Name LIMIT 1",
    );
  });

  it("cannot be asked for where SOQL cannot say them", async () => {
    for (const text of [null, "", "FIND {x}"]) {
      const { org, account } = clientOf(() => described(text, items));
      await expect(account.listView(VIEW).rows().all()).rejects.toMatchObject({ code: "settings.list-view" });
      expect(org.sent).toHaveLength(1);
    }
  });

  it("end with the signal of the call", async () => {
    const { org, account } = clientOf(() => described(query, items));
    const rows = account.listView(VIEW).rows({}, { signal: AbortSignal.abort(new Error("enough")) });
    await expect(rows.all()).rejects.toThrow("enough");
    expect(org.sent).toEqual([]);
  });
});

describe.skipIf(!hasOrgdata)("the recorded results of a list view (needs ../shared/orgdata)", () => {
  it("are read by their columns", async () => {
    const text = readFileSync(orgdata("responses/list-view-results-success--restforce.json"), "utf8");
    const { account } = clientOf(() => json(JSON.parse(text).body));
    const { rows, columns, ...results } = await account.listView(VIEW).results();
    expect(results).toEqual({
      id: "00BD0000005WcCN",
      developerName: "MyAccounts",
      label: "My Accounts",
      done: true,
    });
    expect(columns).toHaveLength(10);
    expect(rows).toMatchObject([
      { BillingState: "NC", Site: null, "Owner.Alias": "TUser", CreatedDate: "Fri Aug 01 21:15:46 GMT 2014" },
    ]);
  });
});
