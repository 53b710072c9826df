import { Connection } from "@jsforce/jsforce-node";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

let org: Org;
let server: Listening;
let connection: Connection;

beforeAll(async () => {
  org = createOrg();
  server = await org.listen();
});
afterAll(() => server.close());

beforeEach(() => {
  connection = new Connection({
    instanceUrl: server.url,
    accessToken: org.credentials.accessToken,
    version: "62.0",
  });
});

/** A name no other test uses. */
let made = 0;
const fresh = (what: string): string => `${what} ${++made}`;

async function createAccount(values: object = {}): Promise<string> {
  const result = await connection.sobject("Account").create({ Name: fresh("Account"), ...values });
  if (!result.success) throw new Error("not created");
  return result.id;
}

describe("jsforce, unmodified, against the embedded org: schema", () => {
  it("describes the whole org", async () => {
    const { sobjects, maxBatchSize } = await connection.describeGlobal();
    expect(maxBatchSize).toBe(200);
    expect(sobjects.map((entry) => entry.name)).toEqual(
      expect.arrayContaining(["Account", "Contact", "Invoice__c"]),
    );
  });

  it("describes an object, and keeps the answer", async () => {
    const account = await connection.describe("Account");
    expect(account.fields.find((field) => field.name === "Industry")?.picklistValues?.length).toBeGreaterThan(
      10,
    );
    const before = org.requests.length;
    const first = await connection.sobject("Contact").describe$();
    const second = await connection.sobject("Contact").describe$();
    expect(second).toEqual(first);
    expect(org.requests.length).toBe(before + 1);
    expect((await connection.describeGlobal$()).sobjects.length).toBeGreaterThan(20);
  });

  it("is told of objects that are not there", async () => {
    await expect(connection.describe("Nothing__c")).rejects.toMatchObject({ errorCode: "NOT_FOUND" });
  });
});

describe("jsforce: records", () => {
  it("creates one and reads it", async () => {
    const id = await createAccount({ Name: "Read me", BillingCity: "Bern" });
    const account = await connection.sobject("Account").retrieve(id);
    expect(account).toMatchObject({ Id: id, Name: "Read me", BillingAddress: { city: "Bern" } });
    expect(account.attributes?.type).toBe("Account");
  });

  it("creates and reads many", async () => {
    const names = Array.from({ length: 5 }, () => fresh("Many"));
    const results = await connection.sobject("Account").create(names.map((Name) => ({ Name })));
    expect(results.map((result) => result.success)).toEqual([true, true, true, true, true]);
    const ids = results.map((result) => result.id ?? "");
    const accounts = await connection.sobject("Account").retrieve(ids);
    expect(accounts.map((account) => account.Name)).toEqual(names);
  });

  it("creates more than a request may hold", async () => {
    const records = Array.from({ length: 450 }, () => ({ LastName: fresh("Bulk") }));
    const results = await connection.sobject("Contact").create(records, { allowRecursive: true });
    expect(results.filter((result) => result.success)).toHaveLength(450);
  });

  it("is told which of many are wrong", async () => {
    const results = await connection.sobject("Account").create([{ Name: fresh("Good") }, { Phone: "1" }]);
    expect(results[0]?.success).toBe(true);
    expect(results[1]).toMatchObject({ success: false, errors: [{ statusCode: "REQUIRED_FIELD_MISSING" }] });
  });

  it("updates one and many", async () => {
    const [a, b] = [await createAccount(), await createAccount()];
    const one = await connection.sobject("Account").update({ Id: a, Phone: "1" });
    expect(one).toMatchObject({ id: a, success: true });
    const many = await connection.sobject("Account").update([
      { Id: a, Phone: "2" },
      { Id: b, Phone: "3" },
    ]);
    expect(many.every((result) => result.success)).toBe(true);
    const phones = await connection.sobject("Account").retrieve([a, b], { fields: ["Phone"] });
    expect(phones.map((account) => account.Phone)).toEqual(["2", "3"]);
  });

  it("upserts one and many by an external id", async () => {
    const key = fresh("KEY");
    const invoices = connection.sobject("Invoice__c");
    const first = await invoices.upsert({ External_Key__c: key, Amount__c: 1 }, "External_Key__c");
    expect(first).toMatchObject({ success: true, created: true });
    const second = await invoices.upsert({ External_Key__c: key, Amount__c: 2 }, "External_Key__c");
    expect(second).toMatchObject({ success: true, created: false, id: first.id });
    const many = await invoices.upsert(
      [
        { External_Key__c: key, Amount__c: 3 },
        { External_Key__c: fresh("KEY"), Amount__c: 4 },
      ],
      "External_Key__c",
    );
    expect(many.map((result) => [result.success, result.created])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it("destroys one and many", async () => {
    const ids = [await createAccount(), await createAccount(), await createAccount()];
    expect(await connection.sobject("Account").destroy(ids[0] ?? "")).toMatchObject({
      id: ids[0],
      success: true,
    });
    const results = await connection.sobject("Account").destroy(ids.slice(1));
    expect(results.map((result) => result.success)).toEqual([true, true]);
    await expect(connection.sobject("Account").retrieve(ids[0] ?? "")).rejects.toMatchObject({
      errorCode: "NOT_FOUND",
    });
  });

  it("works through a record's own methods", async () => {
    const record = connection.sobject("Account").record(await createAccount());
    await record.update({ Phone: "77" });
    expect((await record.retrieve()).Phone).toBe("77");
    await record.destroy();
    await expect(record.retrieve()).rejects.toMatchObject({ errorCode: "NOT_FOUND" });
  });

  it.each([
    [{}, "REQUIRED_FIELD_MISSING", /missing: \[Name\]/],
    [{ Name: "x", Nmae: "y" }, "INVALID_FIELD", /^No such column 'Nmae' on sobject of type Account$/],
    [{ Name: "x".repeat(256) }, "STRING_TOO_LONG", /max length=255/],
    [{ Name: "x", NumberOfEmployees: "many" }, "JSON_PARSER_ERROR", /Cannot deserialize instance of int/],
  ])("is told what is wrong with %j", async (values, errorCode, message) => {
    const create = connection.sobject("Account").create(values as { Name: string });
    await expect(create).rejects.toMatchObject({ errorCode, message: expect.stringMatching(message) });
  });
});

describe("jsforce: queries", () => {
  it("answers SOQL with parents and children", async () => {
    const id = await createAccount({ Name: "With children" });
    await connection.sobject("Contact").create([
      { LastName: "One", AccountId: id },
      { LastName: "Two", AccountId: id },
    ]);
    const { records, totalSize, done } = await connection.query(
      `SELECT Name, Owner.Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account WHERE Id = '${id}'`,
    );
    expect([totalSize, done]).toEqual([1, true]);
    expect(records[0]).toMatchObject({
      Name: "With children",
      Owner: { Name: "Embedded User" },
      Contacts: { totalSize: 2, records: [{ LastName: "One" }, { LastName: "Two" }] },
    });
  });

  it("pages by hand and by itself", async () => {
    const title = fresh("Paged");
    org.seed({ Contact: Array.from({ length: 4100 }, (_, n) => ({ LastName: `P${n}`, Title: title })) });
    const soql = `SELECT Id, LastName FROM Contact WHERE Title = '${title}'`;
    const first = await connection.query(soql);
    expect([first.totalSize, first.records.length, first.done]).toEqual([4100, 2000, false]);
    const second = await connection.queryMore(first.nextRecordsUrl ?? "");
    expect([second.records.length, second.done]).toEqual([2000, false]);
    const all = await connection.query(soql, { autoFetch: true, maxFetch: 10_000 });
    expect(new Set(all.records.map((record) => record.Id)).size).toBe(4100);
    const seen: string[] = [];
    const stream = connection.query(soql, { autoFetch: true, maxFetch: 10_000 });
    await new Promise((resolve, reject) => {
      stream.on("record", (record) => seen.push(String(record.LastName)));
      stream.on("end", resolve).on("error", reject).run({ autoFetch: true, maxFetch: 10_000 });
    });
    expect(seen).toHaveLength(4100);
  });

  it("finds with its own builder", async () => {
    const name = fresh("Built");
    await createAccount({ Name: name, Industry: "Energy", AnnualRevenue: 5 });
    const found = await connection
      .sobject("Account")
      .find({ Name: name, AnnualRevenue: { $gt: 1 }, Industry: { $in: ["Energy", "Banking"] } }, "Id, Name")
      .sort({ Name: -1 })
      .limit(5)
      .execute();
    expect(found.map((account) => account.Name)).toEqual([name]);
    expect(await connection.sobject("Account").count({ Name: name })).toBe(1);
    const one = await connection.sobject("Account").findOne({ Name: { $like: `${name.slice(0, -1)}%` } });
    expect(one?.Name).toBe(name);
  });

  it("updates and destroys what a query finds", async () => {
    const name = fresh("Found");
    await createAccount({ Name: name });
    const found = () => connection.sobject("Account").find({ Name: name });
    expect(await found().update({ Phone: "9" })).toMatchObject([{ success: true }]);
    expect((await found().execute())[0]?.Phone).toBe("9");
    expect(await found().destroy()).toMatchObject([{ success: true }]);
    expect(await found().execute()).toEqual([]);
    const all = await connection.query(`SELECT Id FROM Account WHERE Name = '${name}'`, { scanAll: true });
    expect(all.totalSize).toBe(1);
  });

  it("is told what is wrong with a query", async () => {
    await expect(connection.query("SELECT Nmae FROM Account")).rejects.toMatchObject({
      errorCode: "INVALID_FIELD",
      message: expect.stringContaining("No such column 'Nmae' on entity 'Account'"),
    });
    await expect(connection.query("SELECT FROM Account")).rejects.toMatchObject({
      errorCode: "MALFORMED_QUERY",
    });
  });
});

describe("jsforce: the rest", () => {
  it("reads limits, and follows them through its own counter", async () => {
    const limits = await connection.limits();
    expect(limits.DailyApiRequests?.Max).toBeGreaterThan(limits.DailyApiRequests?.Remaining ?? Number.NaN);
    expect(connection.limitInfo.apiUsage?.used).toBeGreaterThan(0);
  });

  it("knows who it is", async () => {
    const identity = await connection.identity();
    expect(identity.username).toBe(org.credentials.username);
    expect(identity.user_id).toMatch(/^005/);
  });

  it("sends requests of its own making", async () => {
    const versions = await connection.request<{ version: string }[]>("/services/data");
    expect(versions.at(-1)?.version).toBe("67.0");
    const id = await createAccount({ Name: "Composite" });
    const answer = await connection.requestPost<{ compositeResponse: { httpStatusCode: number }[] }>(
      "/composite",
      {
        compositeRequest: [
          { method: "GET", url: `/services/data/v62.0/sobjects/Account/${id}`, referenceId: "a" },
          {
            method: "PATCH",
            url: "/services/data/v62.0/sobjects/Account/@{a.Id}",
            referenceId: "b",
            body: { Phone: "4" },
          },
        ],
      },
    );
    expect(answer.compositeResponse.map((response) => response.httpStatusCode)).toEqual([200, 204]);
  });

  it("logs in with client credentials, and anew when its session ends", async () => {
    const { clientId, clientSecret } = org.credentials;
    const login = new Connection({
      oauth2: { clientId, clientSecret, loginUrl: server.url },
      instanceUrl: server.url,
    });
    await login.authorize({ grant_type: "client_credentials" });
    expect((await login.identity()).username).toBe(org.credentials.username);
    const fixed = new Connection({
      instanceUrl: server.url,
      accessToken: "00Dxx0000000000!dead",
      refreshFn: (_connection, done) => done(null, login.accessToken ?? ""),
    });
    expect((await fixed.query("SELECT Id FROM User")).totalSize).toBe(1);
    const dead = new Connection({ instanceUrl: server.url, accessToken: "00Dxx0000000000!dead" });
    await expect(dead.query("SELECT Id FROM User")).rejects.toMatchObject({
      errorCode: "INVALID_SESSION_ID",
    });
  });
});
