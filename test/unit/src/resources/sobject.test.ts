import { describe, expect, it } from "vitest";
import { empty, fakeOrg, json, refusal } from "../../../support/fake-org.js";
import { smallClient } from "../../../support/small-org.js";

const DATA = "/services/data/v66.0";
const ID = "001000000000001AAA";

function ring(): object {
  const of: { self?: object } = {};
  of.self = of;
  return of;
}

describe("one record", () => {
  it("create sends the fields and gives the id", async () => {
    const org = fakeOrg(() => json({ id: ID, success: true, errors: [] }, 201));
    expect(await smallClient(org).Account.create({ Name: "Acme", Industry: null })).toBe(ID);
    expect(org.sent[0]).toMatchObject({
      method: "POST",
      path: `${DATA}/sobjects/Account`,
      body: { Name: "Acme", Industry: null },
    });
    expect(org.sent[0]?.headers.get("authorization")).toBe("Bearer token-1");
  });

  it("retrieve gives all fields without attributes, or exactly those asked for", async () => {
    const record = { attributes: { type: "Account" }, Id: ID, Name: "Acme" };
    const org = fakeOrg(() => json(record));
    const sf = smallClient(org);
    expect(await sf.Account.retrieve(ID)).toStrictEqual({ Id: ID, Name: "Acme" });
    expect(await sf.Account.retrieve(ID, { fields: ["Name"] })).toStrictEqual({ Name: "Acme" });
    expect(org.sent.map(({ path, url }) => path + url.search)).toEqual([
      `${DATA}/sobjects/Account/${ID}`,
      `${DATA}/sobjects/Account/${ID}?fields=Name`,
    ]);
  });

  it("an empty list of fields is refused: Salesforce would answer all", async () => {
    const org = fakeOrg(() => json({}));
    const sf = smallClient(org);
    await expect(sf.Account.retrieve(ID, { fields: [] })).rejects.toThrow("`fields` is empty");
    await expect(sf.Account.retrieveMany([ID], { fields: [] })).rejects.toThrow("`fields` is empty");
    expect(org.sent).toEqual([]);
  });

  it("retrieveBy and upsert percent-encode the external id", async () => {
    const org = fakeOrg(({ method }) =>
      method === "GET"
        ? json({ attributes: {}, Id: ID })
        : json({ id: ID, success: true, errors: [], created: true }, 201),
    );
    const sf = smallClient(org);
    expect(await sf.Account.retrieveBy("Key__c", "a/b?c d%2e")).toEqual({ Id: ID });
    expect(await sf.Account.upsert("Key__c", "a/b?c d%2e", { Name: "x" })).toEqual({ id: ID, created: true });
    for (const { path } of org.sent) expect(path).toBe(`${DATA}/sobjects/Account/Key__c/a%2Fb%3Fc%20d%252e`);
    expect(org.sent[1]).toMatchObject({ method: "PATCH", body: { Name: "x" } });
  });

  it("upsert tells created from updated, with and without the key in the answer", async () => {
    const answers = [
      json({ id: ID, success: true, errors: [], created: false }),
      json({ id: ID, success: true, errors: [] }),
      json({ id: ID, success: true, errors: [] }, 201),
    ];
    const org = fakeOrg((_, count) => answers[count - 1] ?? empty());
    const { Account } = smallClient(org);
    expect(await Account.upsert("Key__c", "1", { Name: "x" })).toEqual({ id: ID, created: false });
    expect(await Account.upsert("Key__c", "1", { Name: "x" })).toEqual({ id: ID, created: false });
    expect(await Account.upsert("Key__c", "1", { Name: "x" })).toEqual({ id: ID, created: true });
    await expect(Account.upsert("Key__c", "1", { Name: "x" })).rejects.toThrow("versions before 46.0");
  });

  it("several matches are an error that names them", async () => {
    const org = fakeOrg(() => json([`${DATA}/sobjects/Account/a`, `${DATA}/sobjects/Account/b`], 300));
    await expect(smallClient(org).Account.retrieveBy("Key__c", "1")).rejects.toMatchObject({
      name: "ApiError",
      status: 300,
      errorCode: "MULTIPLE_RECORDS_FOUND",
      message: expect.stringContaining("2 records match"),
    });
  });

  it("update and delete give nothing back", async () => {
    const org = fakeOrg(() => empty());
    const { Account } = smallClient(org);
    expect(await Account.update(ID, { Name: "x" })).toBeUndefined();
    expect(await Account.delete(ID)).toBeUndefined();
    expect(org.sent.map(({ method, path, body }) => [method, path, body])).toEqual([
      ["PATCH", `${DATA}/sobjects/Account/${ID}`, { Name: "x" }],
      ["DELETE", `${DATA}/sobjects/Account/${ID}`, undefined],
    ]);
  });

  it.each(["", ".", "..", undefined, null])("an id of %o cannot climb out of the path", async (id) => {
    const org = fakeOrg(() => empty());
    const { Account } = smallClient(org);
    const wrong = id as string;
    await expect(Account.delete(wrong)).rejects.toMatchObject({
      name: "SettingsError",
      message: expect.stringContaining("`id` is"),
    });
    await expect(Account.upsert("Key__c", wrong, { Name: "x" })).rejects.toMatchObject({
      name: "SettingsError",
    });
    expect(org.sent).toEqual([]);
  });

  it.each<[string, object]>([
    ["`record.AnnualRevenue` is NaN", { AnnualRevenue: Number.NaN }],
    ["`record.AnnualRevenue` is Infinity", { AnnualRevenue: Number.POSITIVE_INFINITY }],
    ["`record.CreatedDate` is an invalid Date", { CreatedDate: new Date("x") }],
    ["`record` is no record", [] as object],
    ["`record.Name` is a value of type bigint", { Name: 1n }],
    ["`record.Name` is a value of type function", { Name: () => "x" }],
    ["`record.Name` is a value of type symbol", { Name: Symbol("x") }],
    ["cannot be sent as JSON", { Name: ring() }],
  ])("a record that JSON would change is refused: %s", async (message, record) => {
    const org = fakeOrg(() => empty());
    await expect(smallClient(org).Account.create(record as { Name: string })).rejects.toThrow(message);
    expect(org.sent).toEqual([]);
  });

  it("a refusal tells what was asked, but no value", async () => {
    const org = fakeOrg(() =>
      refusal(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [Name]", ["Name"]),
    );
    await expect(smallClient(org).Account.create({ Name: "confidential" })).rejects.toMatchObject({
      name: "ValidationError",
      status: 400,
      errorCode: "REQUIRED_FIELD_MISSING",
      fields: ["Name"],
      request: `POST ${DATA}/sobjects/Account`,
      message: expect.not.stringContaining("confidential"),
    });
  });
});

describe("how a record is saved", () => {
  const created = () => json({ id: ID, success: true, errors: [] }, 201);

  it("stands in headers, of single records and of collections", async () => {
    const org = fakeOrg(({ path }) => (path.endsWith("/composite/sobjects") ? json([]) : created()));
    const sf = smallClient(org);
    await sf.Account.create({ Name: "x" }, { allowDuplicates: true, assignmentRule: false, recent: false });
    await sf.Account.update(ID, { Name: "y" }, { assignmentRule: "01Q000000000001AAA" });
    await sf.Account.create({ Name: "x" }, { recent: true, headers: { "Sforce-Mru": "updateMru=false" } });
    await sf.Account.create({ Name: "x" });
    const saving = org.sent.map(({ headers }) =>
      ["sforce-duplicate-rule-header", "sforce-auto-assign", "sforce-mru"].map((name) => headers.get(name)),
    );
    expect(saving).toEqual([
      ["allowSave=true", "FALSE", "updateMru=false"],
      [null, "01Q000000000001AAA", null],
      [null, null, "updateMru=false"],
      [null, null, null],
    ]);
    await sf.Account.createMany([{ Name: "x" }], { allowDuplicates: true }).catch(() => {});
    expect(org.sent.at(-1)?.headers.get("sforce-duplicate-rule-header")).toBe("allowSave=true");
  });

  it.each([
    [{ allowDuplicates: "yes" }, "allowDuplicates"],
    [{ assignmentRule: "the usual\r\nX: y" }, "assignmentRule"],
    [{ recent: 0 }, "recent"],
  ])("%j is refused", async (options, name) => {
    const org = fakeOrg(created);
    const create = smallClient(org).Account.create as (record: unknown, options: unknown) => Promise<unknown>;
    await expect(create({ Name: "x" }, options)).rejects.toThrow(`\`${name}\``);
    expect(org.sent).toEqual([]);
  });
});

describe("a compound value", () => {
  it.each([
    ["BillingAddress", { street: "1 Main", postalCode: "1" }, "Set BillingStreet, BillingPostalCode."],
    ["Address", { city: "Berlin" }, "Set City."],
    ["Position__c", { latitude: 1, longitude: 2 }, "Set Position__Latitude__s, Position__Longitude__s."],
  ])("of %s is refused with its components before anything is sent", async (field, value, hint) => {
    const org = fakeOrg(() => json({ id: "001000000000001AAA", success: true, errors: [] }, 201));
    const create = smallClient(org).Account.create as (record: object) => Promise<string>;
    await expect(create({ Name: "x", [field]: value })).rejects.toMatchObject({
      name: "SettingsError",
      message: expect.stringContaining(`\`record.${field}\` is compound.`),
      hint,
    });
    expect(org.sent).toHaveLength(0);
  });
});
