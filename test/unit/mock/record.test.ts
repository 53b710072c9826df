import { createOrg, type Org } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api, DATA } from "./api.js";
import { describeOf, field } from "./tiny-describes.js";

function acme(options: Parameters<typeof createOrg>[0] = {}) {
  const org = createOrg(options);
  const ids = org.seed({ Account: [{ Name: "Acme", BillingCity: "Bern", BillingCountry: "CH" }] });
  return { org, ...api(org), id: ids.Account?.[0] ?? "" };
}

const missing = "001Ot0000zzzzzzIAA";

describe("reading a record", () => {
  it("gives every field with exact names, addresses put together", async () => {
    const { get, id } = acme();
    const { status, body } = await get(`/sobjects/account/${id}`);
    expect(status).toBe(200);
    expect(body.attributes).toEqual({ type: "Account", url: `${DATA}/sobjects/Account/${id}` });
    expect(body).toMatchObject({ Id: id, Name: "Acme", BillingCity: "Bern", Phone: null });
    expect(body.BillingAddress).toMatchObject({ city: "Bern", country: "CH", street: null });
    expect(body.ShippingAddress).toBeNull();
  });

  it("gives the fields asked for, and the id", async () => {
    const { get, id } = acme();
    const { body } = await get(`/sobjects/Account/${id}?fields=name,BILLINGCITY`);
    expect(Object.keys(body)).toEqual(["attributes", "Name", "BillingCity", "Id"]);
    const wrong = await get(`/sobjects/Account/${id}?fields=Nmae`);
    expect(wrong.status).toBe(400);
    expect(wrong.body).toEqual([
      { errorCode: "INVALID_FIELD", message: "No such column 'Nmae' on sobject of type Account" },
    ]);
  });

  it("answers 304 where it has not changed since", async () => {
    let now = new Date("2026-01-01T10:00:00Z");
    const { get, patch, id } = acme({ now: () => now });
    const since = { "If-Modified-Since": "Thu, 01 Jan 2026 10:00:00 GMT" };
    expect((await get(`/sobjects/Account/${id}`, since)).status).toBe(304);
    now = new Date("2026-01-01T10:00:01Z");
    await patch(`/sobjects/Account/${id}`, { Phone: "1" });
    const changed = await get(`/sobjects/Account/${id}`, since);
    expect(changed.status).toBe(200);
    expect(changed.headers.get("Last-Modified")).toBe("Thu, 01 Jan 2026 10:00:01 GMT");
  });

  it("that is not there, deleted or of another object answers 404", async () => {
    const { get, delete: remove, id } = acme();
    const notFound = [{ errorCode: "NOT_FOUND", message: "The requested resource does not exist" }];
    expect(await get(`/sobjects/Account/${missing}`)).toMatchObject({ status: 404, body: notFound });
    expect(await get(`/sobjects/Contact/${id}`)).toMatchObject({ status: 404, body: notFound });
    await remove(`/sobjects/Account/${id}`);
    expect(await get(`/sobjects/Account/${id}`)).toMatchObject({ status: 404, body: notFound });
    expect(await get("/sobjects/Account/23foo")).toMatchObject({
      status: 404,
      body: [
        {
          errorCode: "NOT_FOUND",
          message: "Provided external ID field does not exist or is not accessible: 23foo",
        },
      ],
    });
  });

  it("gives a blob as the path of its content", async () => {
    const org = createOrg();
    const { id } = (await api(org).post("/sobjects/Account", { Name: "A" })).body;
    const [file] =
      org.seed({ Attachment: [{ Name: "a.txt", ParentId: id, Body: btoa("hello") }] }).Attachment ?? [];
    const { body } = await api(org).get(`/sobjects/Attachment/${file}`);
    expect(body.Body).toBe(`${DATA}/sobjects/Attachment/${file}/Body`);
  });
});

describe("changing a record", () => {
  it("answers 204, changes what is given, empties with null and moves the dates", async () => {
    let now = new Date("2026-01-01T10:00:00Z");
    const { org, patch, id } = acme({ now: () => now });
    now = new Date("2026-01-02T10:00:00Z");
    const { status, body } = await patch(`/sobjects/Account/${id}`, { Phone: "1", BillingCity: null });
    expect(status).toBe(204);
    expect(body).toBeUndefined();
    expect(org.records("Account")[0]).toMatchObject({
      Name: "Acme",
      Phone: "1",
      BillingCity: null,
      CreatedDate: "2026-01-01T10:00:00.000+0000",
      LastModifiedDate: "2026-01-02T10:00:00.000+0000",
    });
  });

  it("puts a person's name together anew", async () => {
    const org = createOrg();
    const [id] = org.seed({ Contact: [{ FirstName: "Ada", LastName: "Reed" }] }).Contact ?? [];
    await api(org).patch(`/sobjects/Contact/${id}`, { FirstName: null, LastName: "Lind" });
    expect(org.records("Contact")[0]?.Name).toBe("Lind");
  });

  it("keeps the same rules as creating", async () => {
    const { patch, id } = acme();
    const code = async (changes: object) =>
      (await patch(`/sobjects/Account/${id}`, changes)).body[0].errorCode;
    expect(await code({ Nmae: "x" })).toBe("INVALID_FIELD");
    expect(await code({ Id: id })).toBe("INVALID_FIELD");
    expect(await code({ Name: null })).toBe("REQUIRED_FIELD_MISSING");
    expect(await code({ CreatedDate: "2020-01-01T00:00:00Z" })).toBe("INVALID_FIELD_FOR_INSERT_UPDATE");
    expect(await code({ Name: "x".repeat(300) })).toBe("STRING_TOO_LONG");
    expect(await code({ ParentId: missing })).toBe("INVALID_CROSS_REFERENCE_KEY");
  });

  it("leaves its own unique value alone", async () => {
    const org = createOrg();
    const [id] = org.seed({ Invoice__c: [{ External_Key__c: "K1" }] }).Invoice__c ?? [];
    const { patch } = api(org);
    expect((await patch(`/sobjects/Invoice__c/${id}`, { External_Key__c: "k1" })).status).toBe(204);
    org.seed({ Invoice__c: [{ External_Key__c: "K2" }] });
    expect((await patch(`/sobjects/Invoice__c/${id}`, { External_Key__c: "K2" })).body[0].errorCode).toBe(
      "DUPLICATE_VALUE",
    );
  });

  it("that is not there is 404, and one in the recycle bin says so", async () => {
    const { patch, delete: remove, id } = acme();
    expect(await patch(`/sobjects/Account/${missing}`, { Phone: "1" })).toMatchObject({
      status: 404,
      body: [{ errorCode: "NOT_FOUND" }],
    });
    await remove(`/sobjects/Account/${id}`);
    expect(await patch(`/sobjects/Account/${id}`, { Phone: "1" })).toMatchObject({
      status: 404,
      body: [{ errorCode: "ENTITY_IS_DELETED", message: "entity is deleted", fields: [] }],
    });
  });
});

describe("deleting a record", () => {
  it("answers 204 and moves it to the recycle bin", async () => {
    const { org, delete: remove, get, id } = acme();
    expect((await remove(`/sobjects/Account/${id}`)).status).toBe(204);
    expect(org.records("Account")).toEqual([]);
    const all = await get(`/queryAll?q=${encodeURIComponent("SELECT Id, IsDeleted FROM Account")}`);
    expect(all.body.records).toEqual([{ attributes: expect.anything(), Id: id, IsDeleted: true }]);
  });

  it("twice, or of nothing, is refused", async () => {
    const { delete: remove, id } = acme();
    await remove(`/sobjects/Account/${id}`);
    expect(await remove(`/sobjects/Account/${id}`)).toMatchObject({
      status: 404,
      body: [{ errorCode: "ENTITY_IS_DELETED" }],
    });
    expect(await remove(`/sobjects/Account/${missing}`)).toMatchObject({
      status: 404,
      body: [{ errorCode: "INVALID_CROSS_REFERENCE_KEY" }],
    });
  });

  it("takes details along, to any depth", async () => {
    const org = createOrg();
    const [invoice, other] = org.seed({ Invoice__c: [{}, {}] }).Invoice__c ?? [];
    const line = (parent?: string) => ({ Invoice__c: parent, Quantity__c: 1, Unit_Price__c: 2 });
    org.seed({ Invoice_Line__c: [line(invoice), line(invoice), line(other)] });
    await api(org).delete(`/sobjects/Invoice__c/${invoice}`);
    expect(org.records("Invoice_Line__c").map((record) => record.Invoice__c)).toEqual([other]);
  });

  it("empties lookups to it", async () => {
    const { org, delete: remove, id } = acme();
    org.seed({ Account: [{ Name: "Child", ParentId: id }], Invoice__c: [{ Account__c: id }] });
    await remove(`/sobjects/Account/${id}`);
    expect(org.records("Account")).toMatchObject([{ Name: "Child", ParentId: null }]);
    expect(org.records("Invoice__c")[0]?.Account__c).toBeNull();
  });

  it("is refused, and nothing changed, where a child forbids it", async () => {
    const parent = describeOf("Parent__c", [field("Name", "string")], {
      keyPrefix: "a0p",
      childRelationships: [
        { childSObject: "Loose__c", field: "Parent__c", cascadeDelete: true },
        { childSObject: "Tied__c", field: "Parent__c", restrictedDelete: true },
      ],
    });
    const child = (name: string, keyPrefix: string) =>
      describeOf(name, [field("Parent__c", "reference", { referenceTo: ["Parent__c"] })], { keyPrefix });
    const org: Org = createOrg({ describes: [parent, child("Loose__c", "a0l"), child("Tied__c", "a0t")] });
    const [id] = org.seed({ Parent__c: [{ Name: "P" }] }).Parent__c ?? [];
    org.seed({ Loose__c: [{ Parent__c: id }], Tied__c: [{ Parent__c: id }] });
    const refused = await api(org).delete(`/sobjects/Parent__c/${id}`);
    expect(refused.status).toBe(400);
    expect(refused.body[0].errorCode).toBe("DELETE_FAILED");
    expect([org.records("Parent__c"), org.records("Loose__c")].map((rows) => rows.length)).toEqual([1, 1]);
  });
});

describe("seeding", () => {
  it("creates all or none, and says which record was refused", () => {
    const org = createOrg();
    const seed = () => org.seed({ Account: [{ Name: "Good" }, { Nmae: "Bad" }] });
    expect(seed).toThrow(/INVALID_FIELD: No such column 'Nmae'.*seed Account\[1\]/);
    expect(org.records("Account")).toEqual([]);
    expect(() => org.seed({ Nothing__c: [{}] })).toThrow(/NOT_FOUND/);
  });
});
