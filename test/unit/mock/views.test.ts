import { createOrg, type ListViewDefinitions, type QuickActionDefinitions } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api, DATA } from "./api.js";

describe("list views", () => {
  const names = ({ listviews }: { listviews: { developerName: string }[] }) =>
    listviews.map(({ developerName }) => developerName);

  it("come in pages", async () => {
    const { get } = api(createOrg());
    const first = (await get("/sobjects/Account/listviews?limit=2")).body;
    expect(first).toMatchObject({ done: false, size: 2, sobjectType: "Account" });
    expect(names(first)).toEqual(["AllAccounts", "MyAccounts"]);
    const second = (await get(first.nextRecordsUrl)).body;
    expect(second).toMatchObject({ done: true, size: 1, nextRecordsUrl: null });
    expect(names(second)).toEqual(["RecentlyViewedAccounts"]);
    for (const query of ["limit=0", "limit=2001", "limit=x", "offset=0"]) {
      const { status, body } = await get(`/sobjects/Account/listviews?${query}`);
      expect([status, body[0].errorCode]).toEqual([400, "ILLEGAL_QUERY_PARAMETER_VALUE"]);
    }
  });

  it("are there for what has a page, the org's own objects too", async () => {
    const { get, query } = api(createOrg());
    expect(names((await get("/sobjects/Invoice__c/listviews")).body)).toEqual([
      "All",
      "My",
      "RecentlyViewed",
    ]);
    expect((await get("/sobjects/RecordType/listviews")).body.size).toBe(0);
    expect((await get("/sobjects/Nothing__c/listviews")).status).toBe(404);
    const { records } = (
      await query("SELECT Name, IsSoqlCompatible FROM ListView WHERE SobjectType = 'Lead' ORDER BY Name")
    ).body;
    expect(records).toMatchObject([
      { Name: "All Leads", IsSoqlCompatible: true },
      { Name: "My Leads" },
      { Name: "Recently Viewed Leads" },
    ]);
  });

  it("are found by their own object and id only", async () => {
    const { get } = api(createOrg());
    const [all] = (await get("/sobjects/Account/listviews")).body.listviews;
    expect((await get(all.url)).body).toEqual(all);
    expect((await get(`/sobjects/Account/listviews/${all.id.slice(0, 15)}/describe`)).body.id).toBe(all.id);
    expect((await get(`/sobjects/Contact/listviews/${all.id}`)).status).toBe(404);
    expect((await get("/sobjects/Account/listviews/AllAccounts")).status).toBe(404);
  });

  it("show what there is now, without what was deleted, and are undone with the rest", async () => {
    const org = createOrg();
    const { get, delete: remove } = api(org);
    const mark = org.snapshot();
    const [id] = org.seed({ Account: [{ Name: "One" }, { Name: "Two" }] }).Account ?? [];
    const [all] = (await get("/sobjects/Account/listviews")).body.listviews;
    expect((await get(all.resultsUrl)).body.size).toBe(2);
    await remove(`/sobjects/Account/${id}`);
    expect((await get(all.resultsUrl)).body.size).toBe(1);
    expect((await get("/sobjects/Account/listviews/recent")).body.size).toBe(1);
    org.restore(mark);
    expect((await get(all.resultsUrl)).body.size).toBe(0);
  });

  it("keep their ids where an org goes on with the records of another one", async () => {
    const listViews: ListViewDefinitions = { "Account.Hot": { where: "Rating = 'Hot'" } };
    const org = createOrg({ listViews });
    const before = (await api(org).get("/sobjects/Account/listviews")).body.listviews;
    const copy = createOrg({ listViews, data: org.export() });
    expect((await api(copy).get("/sobjects/Account/listviews")).body.listviews).toEqual(before);
    const without = createOrg({ data: org.export() });
    expect((await api(without).get("/sobjects/Account/listviews")).body.size).toBe(3);
  });

  it("are not among the recent items, nor in the way of searches", async () => {
    const org = createOrg();
    org.seed({ Account: [{ Name: "Acme" }] });
    const { body } = await api(org).get("/recent");
    expect(body.map(({ attributes }: { attributes: { type: string } }) => attributes.type)).not.toContain(
      "ListView",
    );
  });

  it.each([
    ["no object", { Hot: {} }, 'listViews["Hot"]: write object and API name'],
    ["an object that is not there", { "Nothing.Hot": {} }, 'listViews["Nothing.Hot"]: write object'],
    ["a column that is not there", { "Account.Hot": { columns: ["Nmae"] } }, "has no field `Nmae`"],
    ["a parent that is not there", { "Account.Hot": { columns: ["Boss.Name"] } }, "has no field `Boss.Name`"],
    ["an address", { "Account.Hot": { columns: ["BillingAddress"] } }, "has no field `BillingAddress`"],
    ["no SOQL", { "Account.Hot": { where: "Rating is hot" } }, "`where` or `orderBy` is no SOQL"],
  ])("are refused with %s", (_, listViews, message) => {
    expect(() => createOrg({ listViews })).toThrow(new RegExp(message.replaceAll(/[[\]]/g, "\\$&")));
  });
});

describe("layouts", () => {
  it("are there for what has a page only", async () => {
    const { get } = api(createOrg());
    for (const what of ["layouts", "compactLayouts", "approvalLayouts", "namedLayouts/x"]) {
      expect((await get(`/sobjects/RecordType/describe/${what}`)).status).toBe(404);
      expect((await get(`/sobjects/Nothing__c/describe/${what}`)).status).toBe(404);
    }
  });

  it("are linked to from the describe", async () => {
    const { get } = api(createOrg());
    const { urls, recordTypeInfos } = (await get("/sobjects/Account/describe")).body;
    const { layouts } = (await get(urls.layouts)).body;
    expect((await get(recordTypeInfos[0].urls.layout)).body).toEqual(layouts[0]);
    expect((await get(urls.compactLayouts)).body.urls.primary).toBe(`${urls.compactLayouts}/primary`);
    expect((await get(`${urls.compactLayouts}/primary`)).body.objectType).toBe("Account");
    expect((await get(urls.listviews)).status).toBe(200);
    expect((await get(urls.quickActions)).body).toEqual([]);
  });

  it("of several objects need their names", async () => {
    const { get } = api(createOrg());
    for (const path of ["/compactLayouts", "/search/layout", "/search/layout?q="]) {
      expect((await get(path)).body[0].errorCode).toBe("MISSING_ARGUMENT");
    }
    expect((await get("/compactLayouts?q=Account,Nothing")).status).toBe(404);
    expect(Object.keys((await get("/compactLayouts?q=Account,Contact")).body)).toEqual([
      "Account",
      "Contact",
    ]);
  });
});

describe("quick actions", () => {
  const actionsOf = (quickActions: QuickActionDefinitions) => {
    const org = createOrg({ quickActions });
    return { org, ...api(org) };
  };

  it("are listed with where they are", async () => {
    const { get } = actionsOf({
      "Account.New_Case": { targetObject: "Case", targetParentField: "AccountId" },
    });
    const [action] = (await get("/sobjects/Account/quickActions")).body;
    expect(action).toMatchObject({ name: "New_Case", label: "New Case", type: "Create" });
    expect(action.actionEnumOrId).toMatch(/^09D\w{12}$/);
    expect(action.urls.describe).toBe(`${DATA}/sobjects/Account/quickActions/New_Case/describe`);
    expect((await get(action.urls.quickAction)).body).toEqual(action);
    expect((await get("/quickActions")).body).toEqual([]);
    expect((await get("/quickActions/New_Case")).status).toBe(404);
  });

  it("let what the user gives win, and say what is wrong with a request", async () => {
    const { org, post } = actionsOf({
      NewLead: { targetObject: "Lead", fieldOverrides: { Company: "Acme", Status: "Open - Not Contacted" } },
      "Account.New_Contact": { targetObject: "Contact", targetParentField: "AccountId" },
    });
    const { status, body } = await post("/quickActions/NewLead", {
      record: { LastName: "Reed", Company: "Wool" },
    });
    expect([status, body.success, body.contextId]).toEqual([201, true, null]);
    expect(org.records("Lead")).toMatchObject([
      { LastName: "Reed", Company: "Wool", Status: "Open - Not Contacted" },
    ]);
    const path = "/sobjects/Account/quickActions/New_Contact";
    const codes = async (request: unknown) => (await post(path, request)).body[0].errorCode;
    expect(await codes({ record: { LastName: "x" } })).toBe("REQUIRED_FIELD_MISSING");
    expect(await codes({ contextId: "x", record: {} })).toBe("MALFORMED_ID");
    expect(await codes([])).toBe("JSON_PARSER_ERROR");
    expect(await codes({ record: [] })).toBe("JSON_PARSER_ERROR");
    expect((await post("/quickActions/None", { record: {} })).status).toBe(404);
  });

  it.each([
    ["no target", { New: {} }, 'the org has no object ""'],
    ["an object that is not there", { "Nothing.New": { targetObject: "Task" } }, 'no object "Nothing"'],
    [
      "a field that is not there",
      { New: { targetObject: "Task", fields: ["Nmae"] } },
      "Task has no field `Nmae`",
    ],
    ["a value of none", { New: { targetObject: "Task", fieldOverrides: { x: 1 } } }, "Task has no field `x`"],
    ["a lookup of none", { New: { targetObject: "Task", targetParentField: "y" } }, "Task has no field `y`"],
  ])("are refused with %s", (_, quickActions, message) => {
    expect(() => createOrg({ quickActions })).toThrow(message);
  });
});
