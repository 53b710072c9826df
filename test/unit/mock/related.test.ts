import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api, DATA } from "./api.js";

function seeded() {
  const org = createOrg({ now: () => new Date("2026-01-01T00:00:00Z") });
  const [parent = "", child = ""] =
    org.seed({ Account: [{ Name: "Parent" }, { Name: "Alone" }] }).Account ?? [];
  const [contact = "", other = ""] =
    org.seed({
      Contact: [
        { LastName: "One", AccountId: parent, Email: "one@example.com" },
        { LastName: "Two", AccountId: parent },
      ],
    }).Contact ?? [];
  return { org, parent, alone: child, contact, other, ...api(org) };
}

describe("related records", () => {
  it("are read by the name of the relationship, as far as it leads", async () => {
    const { contact, parent, get } = seeded();
    const account = await get(`/sobjects/Contact/${contact}/Account?fields=Name`);
    expect(account.status).toBe(200);
    expect(account.body).toEqual({
      attributes: { type: "Account", url: `${DATA}/sobjects/Account/${parent}` },
      Name: "Parent",
      Id: parent,
    });
    const owner = await get(`/sobjects/contact/${contact.slice(0, 15)}/account/owner?fields=Username`);
    expect(owner.body.attributes.type).toBe("User");
    const siblings = await get(`/sobjects/Contact/${contact}/Account/Contacts?fields=LastName`);
    expect(siblings.body.records.map((record: { LastName: string }) => record.LastName)).toEqual([
      "One",
      "Two",
    ]);
  });

  it("of one to many answer as a query does, empty ones too", async () => {
    const { parent, alone, get } = seeded();
    const { body } = await get(`/sobjects/Account/${parent}/Contacts`);
    expect(body).toMatchObject({ totalSize: 2, done: true });
    expect(body.records[0]).toMatchObject({ LastName: "One", Email: "one@example.com", AccountId: parent });
    const none = await get(`/sobjects/Account/${alone}/Contacts`);
    expect([none.status, none.body]).toEqual([200, { totalSize: 0, done: true, records: [] }]);
  });

  it("come in pages", async () => {
    const { org, alone, get } = seeded();
    org.seed({ Contact: Array.from({ length: 450 }, (_, n) => ({ LastName: `P${n}`, AccountId: alone })) });
    const headers = { "Sforce-Query-Options": "batchSize=200" };
    const first = await get(`/sobjects/Account/${alone}/Contacts?fields=LastName`, headers);
    expect([first.body.records.length, first.body.done, first.body.totalSize]).toEqual([200, false, 450]);
    const second = await get(first.body.nextRecordsUrl);
    expect(second.body.records[0].LastName).toBe("P200");
  });

  it("that are not there answer 404", async () => {
    const { contact, parent, get } = seeded();
    for (const path of ["ReportsTo", "Nothing", "Account/Nothing", "Account/Contacts/Account"]) {
      const { status, body } = await get(`/sobjects/Contact/${contact}/${path}`);
      expect([path, status, body[0].errorCode]).toEqual([path, 404, "NOT_FOUND"]);
    }
    const deep = Array.from({ length: 7 }, () => "CreatedBy").join("/");
    expect((await get(`/sobjects/Account/${parent}/${deep}`)).status).toBe(404);
  });

  it("are refused fields they do not have", async () => {
    const { contact, parent, get } = seeded();
    for (const path of [`Contact/${contact}/Account`, `Account/${parent}/Contacts`]) {
      const { status, body } = await get(`/sobjects/${path}?fields=Nope`);
      expect([status, body[0].errorCode]).toEqual([400, "INVALID_FIELD"]);
    }
  });

  it("are changed and deleted where they are one", async () => {
    const { org, contact, parent, patch, delete: remove, get } = seeded();
    expect((await patch(`/sobjects/Contact/${contact}/Account`, { Name: "Renamed" })).status).toBe(204);
    expect((await get(`/sobjects/Account/${parent}`)).body.Name).toBe("Renamed");
    const many = await patch(`/sobjects/Account/${parent}/Contacts`, { LastName: "x" });
    expect([many.status, many.headers.get("Allow")]).toEqual([405, "HEAD,GET"]);
    expect((await remove(`/sobjects/Contact/${contact}/Account`)).status).toBe(204);
    expect(org.records("Account").map((account) => account.Name)).toEqual(["Alone"]);
  });

  it("do not stand in the way of external ids", async () => {
    const { org, get } = seeded();
    org.seed({ Invoice__c: [{ External_Key__c: "K/1" }] });
    const { status, body } = await get("/sobjects/Invoice__c/External_Key__c/K%2F1");
    expect([status, body.External_Key__c]).toEqual([200, "K/1"]);
  });
});

describe("recent items", () => {
  it("are those of every object, the latest first", async () => {
    const { org, get, alone } = seeded();
    const all = await get("/recent");
    expect(all.body.slice(0, 4).map((item: { Name: string }) => item.Name)).toEqual([
      "Two",
      "One",
      "Alone",
      "Parent",
    ]);
    expect(all.body[2]).toEqual({
      attributes: { type: "Account", url: `${DATA}/sobjects/Account/${alone}` },
      Id: alone,
      Name: "Alone",
    });
    expect((await get("/recent?limit=2")).body).toHaveLength(2);
    expect((await get("/recent?limit=x")).status).toBe(400);
    org.seed({ Contact: Array.from({ length: 250 }, (_, n) => ({ LastName: `C${n}` })) });
    expect((await get("/recent")).body).toHaveLength(200);
  });
});

describe("suggestions", () => {
  it("are records with words that begin as was typed", async () => {
    const { org, get } = seeded();
    org.seed({ Account: [{ Name: "Golden Gate Bridge" }, { Name: "Marigold" }, { Name: "Gold" }] });
    const { status, body } = await get("/search/suggestions?q=gol&sobject=Account");
    expect(status).toBe(200);
    expect(body.hasMoreResults).toBe(false);
    const names = (answer: { autoSuggestResults: { Name: string }[] }) =>
      answer.autoSuggestResults.map((record) => record.Name);
    expect(names(body)).toEqual(["Golden Gate Bridge", "Gold"]);
    const phrase = async (q: string) =>
      names((await get(`/search/suggestions?sobject=Account&q=${encodeURIComponent(q)}`)).body);
    expect(await phrase("golden ga")).toEqual(["Golden Gate Bridge"]);
    expect(await phrase('"gate" br*')).toEqual(["Golden Gate Bridge"]);
    expect(await phrase("gate gol")).toEqual([]);
    expect(await phrase("go")).toEqual([]);
    const one = await get("/search/suggestions?q=gol&sobject=Account,Contact&limit=1");
    expect([one.body.autoSuggestResults.length, one.body.hasMoreResults]).toEqual([1, true]);
    expect((await get("/search/suggestions?q=g")).body[0].errorCode).toBe("MISSING_ARGUMENT");
    expect((await get("/search/suggestions?q=g&sobject=Account&limit=0")).status).toBe(400);
  });
});
