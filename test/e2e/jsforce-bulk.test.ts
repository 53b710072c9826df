import { Connection } from "@jsforce/jsforce-node";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let org: Org;
let server: Listening;
let connection: Connection;

beforeAll(async () => {
  org = createOrg();
  server = await org.listen();
  connection = new Connection({
    instanceUrl: server.url,
    accessToken: org.credentials.accessToken,
    version: "62.0",
  });
  connection.bulk2.pollInterval = 10;
  connection.bulk2.pollTimeout = 10_000;
});
afterAll(() => server.close());

let made = 0;
const fresh = (what: string): string => `${what} ${++made}`;
const namesLike = (prefix: string): unknown[] =>
  org
    .records("Account")
    .map((account) => account.Name)
    .filter((name) => String(name).startsWith(prefix));

describe("jsforce against the embedded org: bulk queries", () => {
  it("reads records", async () => {
    const name = fresh("Read");
    org.seed({ Account: [{ Name: name, Industry: "Energy" }, { Name: `${name}, "too"` }] });
    const stream = await connection.bulk2.query(
      `SELECT Name, Industry FROM Account WHERE Name LIKE '${name}%'`,
    );
    const records = await stream.toArray();
    expect(records).toEqual([
      { Name: name, Industry: "Energy" },
      { Name: `${name}, "too"`, Industry: "" },
    ]);
  });

  it("reads deleted ones, too", async () => {
    const name = fresh("Deleted");
    const [id = ""] = org.seed({ Account: [{ Name: name }] }).Account ?? [];
    await connection.sobject("Account").destroy(id);
    const soql = `SELECT Name FROM Account WHERE Name = '${name}'`;
    expect(await (await connection.bulk2.query(soql)).toArray()).toEqual([]);
    const all = await connection.bulk2.query(soql, { scanAll: true });
    expect(await all.toArray()).toEqual([{ Name: name }]);
  });

  it("reads parents, with another delimiter and line end", async () => {
    const name = fresh("Parent, of");
    const [id = ""] = org.seed({ Account: [{ Name: name }] }).Account ?? [];
    org.seed({ Contact: [{ LastName: "Child", AccountId: id }] });
    const stream = await connection.bulk2.query(
      `SELECT LastName, Account.Name FROM Contact WHERE AccountId = '${id}'`,
      { columnDelimiter: "PIPE", lineEnding: "CRLF" },
    );
    const text = await new Promise<string>((resolve, reject) => {
      let read = "";
      stream
        .stream()
        .on("data", (part: Buffer) => {
          read += part.toString();
        })
        .on("end", () => resolve(read))
        .on("error", reject);
    });
    expect(text).toBe(`"LastName"|"Account.Name"\r\n"Child"|"${name}"\r\n`);
  });

  it("goes through a query job by hand: its states, its results, its end", async () => {
    const name = fresh("Job");
    org.seed({ Account: [{ Name: name }] });
    const { id } = await connection.requestPost<{ id: string }>("/jobs/query", {
      operation: "query",
      query: `SELECT Name FROM Account WHERE Name = '${name}'`,
    });
    const job = connection.bulk2.job("query", { id });
    const states: string[] = [];
    job.on("inProgress", ({ state }: { state: string }) => states.push(state));
    await job.poll(10, 10_000);
    expect(states).toEqual(["InProgress"]);
    expect(await job.check()).toMatchObject({ state: "JobComplete", numberRecordsProcessed: 1 });
    expect(await (await job.result()).toArray()).toEqual([{ Name: name }]);
    await job.delete();
    await expect(job.check()).rejects.toMatchObject({ errorCode: "NOT_FOUND" });
  });

  it("is told of queries that bulk does not take", async () => {
    await expect(connection.bulk2.query("SELECT COUNT(Id) FROM Account")).rejects.toMatchObject({
      errorCode: "API_ERROR",
    });
    await expect(connection.bulk2.query("SELECT Nmae FROM Account")).rejects.toMatchObject({
      errorCode: "INVALID_FIELD",
    });
  });

  it("opens a query job, looks at it and aborts it", async () => {
    const info = await connection.requestPost<{ id: string; state: string }>("/jobs/query", {
      operation: "query",
      query: "SELECT Id FROM Account",
    });
    expect(info.state).toBe("UploadComplete");
    const aborted = await connection.requestPatch<{ state: string }>(`/jobs/query/${info.id}`, {
      state: "Aborted",
    });
    expect(aborted.state).toBe("Aborted");
  });
});

describe("jsforce against the embedded org: bulk ingest", () => {
  it("inserts", async () => {
    const prefix = fresh("Insert");
    const { successfulResults, failedResults, unprocessedRecords } =
      await connection.bulk2.loadAndWaitForResults({
        object: "Account",
        operation: "insert",
        input: [{ Name: `${prefix} a`, Site: 'x,"y"' }, { Name: `${prefix} b` }],
      });
    expect(successfulResults).toMatchObject([
      { sf__Created: "true", Name: `${prefix} a`, Site: 'x,"y"' },
      { sf__Created: "true", Name: `${prefix} b` },
    ]);
    expect([failedResults, unprocessedRecords]).toEqual([[], []]);
    expect(namesLike(prefix)).toEqual([`${prefix} a`, `${prefix} b`]);
  });

  it("inserts CSV text", async () => {
    const prefix = fresh("Csv");
    const { successfulResults } = await connection.bulk2.loadAndWaitForResults({
      object: "Account",
      operation: "insert",
      input: `Name\n${prefix}\n`,
    });
    expect(successfulResults).toHaveLength(1);
    expect(namesLike(prefix)).toEqual([prefix]);
  });

  it("is told which rows are wrong", async () => {
    const { successfulResults, failedResults } = await connection.bulk2.loadAndWaitForResults({
      object: "Contact",
      operation: "insert",
      input: [
        { LastName: "Good", Email: "" },
        { LastName: "Bad", Email: "no address" },
      ],
    });
    expect(successfulResults).toHaveLength(1);
    expect(failedResults).toMatchObject([
      { LastName: "Bad", sf__Error: expect.stringContaining("INVALID_EMAIL_ADDRESS") },
    ]);
  });

  it("updates and empties", async () => {
    const [id = ""] = org.seed({ Account: [{ Name: fresh("Update"), Phone: "1" }] }).Account ?? [];
    await connection.bulk2.loadAndWaitForResults({
      object: "Account",
      operation: "update",
      input: [{ Id: id, Phone: "#N/A", Site: "West" }],
    });
    expect(org.records("Account").find(({ Id }) => Id === id)).toMatchObject({ Phone: null, Site: "West" });
  });

  it("upserts by an external id", async () => {
    const key = fresh("KEY");
    const load = (amount: number) =>
      connection.bulk2.loadAndWaitForResults({
        object: "Invoice__c",
        operation: "upsert",
        externalIdFieldName: "External_Key__c",
        input: [{ External_Key__c: key, Amount__c: String(amount) }],
      });
    const [first, second] = [await load(1), await load(2)];
    expect(first.successfulResults).toMatchObject([{ sf__Created: "true" }]);
    expect(second.successfulResults).toMatchObject([{ sf__Created: "false" }]);
    expect(org.records("Invoice__c").find((invoice) => invoice.External_Key__c === key)?.Amount__c).toBe(2);
  });

  it("deletes", async () => {
    const name = fresh("Delete");
    const [id = ""] = org.seed({ Account: [{ Name: name }] }).Account ?? [];
    const { successfulResults } = await connection.bulk2.loadAndWaitForResults({
      object: "Account",
      operation: "delete",
      input: [{ Id: id }],
    });
    expect(successfulResults).toMatchObject([{ sf__Id: id, sf__Created: "false" }]);
    expect(namesLike(name)).toEqual([]);
  });

  it("deletes for good", async () => {
    const name = fresh("Hard delete");
    const [id = ""] = org.seed({ Account: [{ Name: name }] }).Account ?? [];
    const input = [{ Id: id }];
    await connection.bulk2.loadAndWaitForResults({ object: "Account", operation: "hardDelete", input });
    const soql = `SELECT Id FROM Account WHERE Name = '${name}'`;
    expect((await connection.query(soql, { scanAll: true })).totalSize).toBe(0);
  });

  it("is told why rows cannot be updated or deleted", async () => {
    const input = [{ Id: "001000000000000AAA", Site: "x" }];
    const update = await connection.bulk2.loadAndWaitForResults({
      object: "Account",
      operation: "update",
      input,
    });
    expect(update.failedResults).toMatchObject([
      {
        sf__Id: "001000000000000AAA",
        sf__Error: "INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--",
      },
    ]);
    const [id = ""] = org.seed({ Account: [{ Name: fresh("Twice") }] }).Account ?? [];
    const deleted = await connection.bulk2.loadAndWaitForResults({
      object: "Account",
      operation: "delete",
      input: [{ Id: id }, { Id: id }],
    });
    expect(deleted.successfulResults).toHaveLength(1);
    expect(deleted.failedResults).toMatchObject([{ sf__Error: "ENTITY_IS_DELETED:entity is deleted:--" }]);
  });

  it("finds a parent by its external id", async () => {
    const key = fresh("PARENT");
    const [invoice] = org.seed({ Invoice__c: [{ External_Key__c: key }] }).Invoice__c ?? [];
    const { failedResults } = await connection.bulk2.loadAndWaitForResults({
      object: "Invoice_Line__c",
      operation: "insert",
      input: [{ Quantity__c: "2", Unit_Price__c: "9.5", "Invoice__r.External_Key__c": key }],
    });
    expect(failedResults).toEqual([]);
    expect(org.records("Invoice_Line__c")).toContainEqual(expect.objectContaining({ Invoice__c: invoice }));
  });

  it("loads ten thousand rows", async () => {
    const prefix = fresh("Load");
    const { successfulResults } = await connection.bulk2.loadAndWaitForResults({
      object: "Account",
      operation: "insert",
      input: Array.from({ length: 10_000 }, (_, n) => ({ Name: `${prefix}-${n}` })),
    });
    expect(successfulResults).toHaveLength(10_000);
    expect(namesLike(`${prefix}-`)).toHaveLength(10_000);
  });

  it("reads CSV by another delimiter and line end", async () => {
    const name = fresh("Tab");
    const { successfulResults } = await connection.bulk2.loadAndWaitForResults({
      object: "Account",
      operation: "insert",
      columnDelimiter: "TAB",
      lineEnding: "CRLF",
      input: `Name\tSite\r\n${name}\t"a\tb"\r\n`,
    });
    expect(successfulResults).toHaveLength(1);
    expect(org.records("Account").find(({ Name }) => Name === name)?.Site).toBe("a\tb");
  });

  it("is refused a second upload", async () => {
    const job = connection.bulk2.createJob({ object: "Account", operation: "insert" });
    const { id = "" } = await job.open();
    await job.uploadData([{ Name: fresh("Once") }]);
    const again = connection.bulk2.job("ingest", { id });
    await again.check();
    await expect(again.uploadData([{ Name: fresh("Twice") }])).rejects.toMatchObject({
      errorCode: "INVALIDJOB",
    });
    await job.abort();
  });

  it("goes through a job by hand, and deletes it", async () => {
    const name = fresh("By hand");
    const job = connection.bulk2.createJob({ object: "Account", operation: "insert" });
    const { id } = await job.open();
    await job.uploadData([{ Name: name }]);
    await job.close();
    await job.poll(10, 10_000);
    expect(await job.check()).toMatchObject({ id, state: "JobComplete", numberRecordsProcessed: 1 });
    expect(await job.getSuccessfulResults()).toMatchObject([{ Name: name }]);
    await job.delete();
    await expect(job.check()).rejects.toMatchObject({ errorCode: "NOT_FOUND" });
  });

  it("aborts a job, whose rows are not looked at", async () => {
    const name = fresh("Aborted");
    const job = connection.bulk2.createJob({ object: "Account", operation: "insert" });
    await job.open();
    await job.uploadData([{ Name: name }]);
    await job.abort();
    expect(await job.check()).toMatchObject({ state: "Aborted" });
    expect(await job.getUnprocessedRecords()).toEqual([{ Name: name }]);
    expect(namesLike(name)).toEqual([]);
  });

  it("is told of a header that is wrong", async () => {
    const load = connection.bulk2.loadAndWaitForResults({
      object: "Account",
      operation: "insert",
      input: [{ Nmae: "x" }],
    });
    await expect(load).rejects.toThrow(/did not complete|Nmae|Failed/i);
  });
});
