import { createOrg, type Org } from "orgtype/mock";
import Papa from "papaparse";
import { beforeEach, describe, expect, it } from "vitest";
import { bulkApi } from "./bulk-api.js";

let org: Org;
let bulk: ReturnType<typeof bulkApi>;

beforeEach(() => {
  org = createOrg();
  bulk = bulkApi(org);
  const [acme = ""] =
    org.seed({
      Account: [
        { Name: 'Acme, "the" one', AnnualRevenue: 12, Description: "two\nlines" },
        { Name: "Bolt", NumberOfEmployees: 0 },
      ],
    }).Account ?? [];
  org.seed({ Contact: [{ LastName: "Reed", AccountId: acme }, { LastName: "Lind" }] });
});

/** Makes a query job and polls it to its end. */
async function finished(query: string, more: object = {}): Promise<string> {
  const { status, body } = await bulk.post("/jobs/query", { operation: "query", query, ...more });
  expect({ status, body }).toMatchObject({ status: 200 });
  for (;;) {
    const { state } = (await bulk.get(`/jobs/query/${body.id}`)).body;
    if (state === "JobComplete") return body.id;
  }
}

describe("a bulk query", () => {
  it("goes through its states as one looks", async () => {
    const { body } = await bulk.post("/jobs/query", { operation: "query", query: "SELECT Id FROM Account" });
    expect(body).toMatchObject({
      id: expect.stringMatching(/^750\w{15}$/),
      object: "Account",
      state: "UploadComplete",
      apiVersion: 66,
      concurrencyMode: "Parallel",
      contentType: "CSV",
      columnDelimiter: "COMMA",
      lineEnding: "LF",
    });
    const path = `/jobs/query/${body.id}`;
    const early = await bulk.get(`${path}/results`);
    expect(early).toMatchObject({ status: 412, body: [{ errorCode: "JOB_NOT_COMPLETE" }] });
    expect(early.body[0].message).toBe(
      "can only download query results of successfully completed bulk job with status: JOB_COMPLETE. Current status: UPLOAD_COMPLETE",
    );
    expect((await bulk.get(path)).body).toMatchObject({ state: "InProgress", jobType: "V2Query" });
    expect((await bulk.get(path)).body).toMatchObject({ state: "JobComplete", numberRecordsProcessed: 2 });
    expect((await bulk.delete(path)).status).toBe(204);
    expect((await bulk.get(path)).status).toBe(404);
  });

  it("answers its rows as CSV, each value between quotes", async () => {
    const id = await finished(
      "SELECT id, name, annualrevenue, NumberOfEmployees, Description, IsDeleted FROM Account ORDER BY Name",
    );
    const { text, headers } = await bulk.get(`/jobs/query/${id}/results`);
    const [acme, bolt] = org.records("Account");
    expect(text).toBe(
      '"Id","Name","AnnualRevenue","NumberOfEmployees","Description","IsDeleted"\n' +
        `"${acme?.Id}","Acme, ""the"" one","12","","two\nlines","false"\n` +
        `"${bolt?.Id}","Bolt","","0","","false"\n`,
    );
    expect(headers.get("content-type")).toBe("text/csv");
    expect(headers.get("sforce-locator")).toBe("null");
    expect(headers.get("sforce-numberofrecords")).toBe("2");
  });

  it("reads parents, and writes moments with Z", async () => {
    const id = await finished(
      "SELECT c.LastName, Account.Name, account.owner.name, CreatedDate FROM Contact c",
    );
    const { text } = await bulk.get(`/jobs/query/${id}/results`);
    const [header, reed, lind] = Papa.parse<string[]>(text).data;
    expect(header).toEqual(["LastName", "Account.Name", "Account.Owner.Name", "CreatedDate"]);
    expect(reed?.slice(0, 3)).toEqual(["Reed", 'Acme, "the" one', "Embedded User"]);
    expect(reed?.[3]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
    expect(lind?.slice(0, 3)).toEqual(["Lind", "", ""]);
  });

  it.each([
    ["TAB", "\t"],
    ["SEMICOLON", ";"],
    ["PIPE", "|"],
    ["CARET", "^"],
    ["BACKQUOTE", "`"],
  ])("takes the delimiter %s", async (columnDelimiter, delimiter) => {
    const id = await finished("SELECT Name, IsDeleted FROM Account WHERE Name = 'Bolt'", {
      columnDelimiter,
      lineEnding: "CRLF",
    });
    const { text } = await bulk.get(`/jobs/query/${id}/results`);
    expect(text).toBe(`"Name"${delimiter}"IsDeleted"\r\n"Bolt"${delimiter}"false"\r\n`);
  });

  it("gives its rows page by page, each with the header, and any page again", async () => {
    org.seed({ Lead: Array.from({ length: 25 }, (_, n) => ({ LastName: `L${n}`, Company: "C" })) });
    const id = await finished("SELECT LastName FROM Lead");
    const pages: string[][] = [];
    const locators: string[] = [];
    for (let locator = ""; locator !== "null"; ) {
      const query = locator === "" ? "" : `&locator=${locator}`;
      const { text, headers } = await bulk.get(`/jobs/query/${id}/results?maxRecords=10${query}`);
      pages.push(text.trim().split("\n"));
      locator = headers.get("sforce-locator") ?? "";
      locators.push(locator);
    }
    expect(pages.map((page) => page.length)).toEqual([11, 11, 6]);
    expect(new Set(pages.map(([header]) => header))).toEqual(new Set(['"LastName"']));
    expect(pages.flatMap((page) => page.slice(1))).toEqual(Array.from({ length: 25 }, (_, n) => `"L${n}"`));
    const again = await bulk.get(`/jobs/query/${id}/results?maxRecords=10&locator=${locators[0]}`);
    expect(again.text.trim().split("\n")).toEqual(pages[1]);
    expect(await bulk.get(`/jobs/query/${id}/results?locator=zzz`)).toMatchObject({
      status: 400,
      body: [{ errorCode: "INVALID_QUERY_LOCATOR" }],
    });
  });

  it("holds the rows of the moment it was made", async () => {
    const id = await finished("SELECT Name FROM Account");
    org.seed({ Account: [{ Name: "Later" }] });
    expect((await bulk.get(`/jobs/query/${id}/results`)).headers.get("sforce-numberofrecords")).toBe("2");
  });

  it("tells where its pages are", async () => {
    const small = await finished("SELECT Id FROM Account");
    expect((await bulk.get(`/jobs/query/${small}/resultPages`)).body).toEqual({
      resultPages: [{ resultUrl: `/services/data/v66.0/jobs/query/${small}/results` }],
      nextRecordsUrl: null,
      done: true,
    });
  });

  it("sees deleted records where it is asked to", async () => {
    const [first] = org.records("Account");
    await bulk.delete(`/sobjects/Account/${first?.Id}`);
    const query = "SELECT Name, IsDeleted FROM Account";
    const rows = async (operation: string) => {
      const id = await finished(query, { operation });
      return (await bulk.get(`/jobs/query/${id}/results`)).headers.get("sforce-numberofrecords");
    };
    expect([await rows("query"), await rows("queryAll")]).toEqual(["1", "2"]);
  });

  it("is aborted, and has no results then", async () => {
    const { body } = await bulk.post("/jobs/query", { operation: "query", query: "SELECT Id FROM Account" });
    expect((await bulk.patch(`/jobs/query/${body.id}`, { state: "Aborted" })).body.state).toBe("Aborted");
    expect((await bulk.get(`/jobs/query/${body.id}`)).body.state).toBe("Aborted");
    expect((await bulk.get(`/jobs/query/${body.id}/results`)).status).toBe(412);
    expect(await bulk.patch(`/jobs/query/${body.id}`, { state: "Aborted" })).toMatchObject({
      status: 400,
      body: [{ errorCode: "INVALIDJOBSTATE" }],
    });
  });

  it("is listed, and gives results under its own version only", async () => {
    const id = await finished("SELECT Id FROM Account");
    expect((await bulk.get("/jobs/query")).body).toMatchObject({ done: true, records: [{ id }] });
    expect((await bulk.get("/jobs/query?jobType=V2Ingest")).body.records).toEqual([]);
    expect((await bulkApi(org, "62.0").get(`/jobs/query/${id}/results`)).status).toBe(409);
  });

  it.each([
    ["SELECT COUNT(Id) FROM Account", "API_ERROR", "Aggregate functions"],
    ["SELECT Name, COUNT(Id) FROM Account GROUP BY Name", "API_ERROR", "GROUP BY"],
    ["SELECT Id FROM Account LIMIT 5 OFFSET 1", "API_ERROR", "OFFSET"],
    [
      "SELECT Id, (SELECT Id FROM Contacts) FROM Account",
      "API_ERROR",
      "Aggregate Relationships not supported in Bulk V2 Query",
    ],
    ["SELECT TYPEOF What WHEN Account THEN Name END FROM Task", "API_ERROR", "TYPEOF"],
    [
      "SELECT BillingAddress FROM Account",
      "API_ERROR",
      "Selecting compound data not supported in Bulk Query",
    ],
    ["SELECT Body FROM Attachment", "API_ERROR", "Blob field not supported in Bulk V2 Query"],
    ["SELECT FIELDS(ALL) FROM Account LIMIT 5", "API_ERROR", "FIELDS(ALL)"],
    ["SELECT FIELDS(STANDARD) FROM Account", "API_ERROR", "Selecting compound data"],
    ["SELECT Nmae FROM Account", "INVALID_FIELD", "Nmae"],
    ["SELECT Id FROM Nothing__c", "INVALID_TYPE", "Nothing__c"],
    ["SELECT", "MALFORMED_QUERY", ""],
  ])("is refused where it cannot be: %s", async (query, errorCode, message) => {
    const answer = await bulk.post("/jobs/query", { operation: "query", query });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode }] });
    expect(answer.body[0].message).toContain(message);
  });

  it("counts against the limit of query jobs", async () => {
    const few = bulkApi(createOrg({ limits: { DailyBulkV2QueryJobs: 1 } }));
    const job = { operation: "query", query: "SELECT Id FROM Account" };
    await few.post("/jobs/query", { ...job, query: "SELECT" });
    expect((await few.post("/jobs/query", job)).status).toBe(200);
    expect(await few.post("/jobs/query", job)).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: "LIMIT_EXCEEDED",
          message: "Max bulk v2 query jobs (1) per 24 hrs has been reached",
        },
      ],
    });
  });

  it("is told in three forms: made or changed, listed, looked at", async () => {
    const made = await bulk.post("/jobs/query", { operation: "query", query: "SELECT Id FROM Account" });
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
    const form = {
      id: made.body.id,
      operation: "query",
      object: "Account",
      createdById: org.records("User")[0]?.Id,
      createdDate: time,
      systemModstamp: time,
      state: "UploadComplete",
      concurrencyMode: "Parallel",
      contentType: "CSV",
      apiVersion: 66,
      lineEnding: "LF",
      columnDelimiter: "COMMA",
    };
    expect(made.body).toEqual(form);
    const listed = (await bulk.get("/jobs/query")).body.records;
    expect(listed).toEqual([{ ...form, jobType: "V2Query" }]);
    await bulk.get(`/jobs/query/${made.body.id}`);
    expect((await bulk.get(`/jobs/query/${made.body.id}`)).body).toEqual({
      ...form,
      state: "JobComplete",
      jobType: "V2Query",
      numberRecordsProcessed: 2,
      retries: 0,
      totalProcessingTime: expect.any(Number),
      isPkChunkingSupported: true,
    });
  });

  it("tells when it came into its state", async () => {
    org.clock.set("2030-05-01T10:00:00Z");
    org.clock.freeze();
    const { body } = await bulk.post("/jobs/query", { operation: "query", query: "SELECT Id FROM Account" });
    org.clock.advance(5_000);
    expect((await bulk.get(`/jobs/query/${body.id}`)).body).toMatchObject({
      createdDate: "2030-05-01T10:00:00.000+0000",
      systemModstamp: "2030-05-01T10:00:05.000+0000",
    });
  });

  it("is as the API version has it", async () => {
    const body = { operation: "query", query: "SELECT Name, Id FROM Account" };
    expect((await bulkApi(org, "46.0").post("/jobs/query", body)).status).toBe(404);
    const older = bulkApi(org, "48.0");
    const { id } = (await older.post("/jobs/query", body)).body;
    for (let polls = 0; polls < 2; polls++) await older.get(`/jobs/query/${id}`);
    const page = await older.get(`/jobs/query/${id}/results?maxRecords=1`);
    expect(page.text.split("\n")[0]).toBe('"Id","Name"');
    expect(page.headers.get("sforce-locator")).toBe("1");
    const rest = await older.get(`/jobs/query/${id}/results?locator=1`);
    expect(rest.headers.get("sforce-locator")).toBe("null");
    expect(rest.headers.get("sforce-numberofrecords")).toBe("1");
    expect((await older.get(`/jobs/query/${id}/resultPages`)).status).toBe(404);
  });

  it("selects the standard fields of an object without compound ones", async () => {
    org.seed({ Invoice__c: [{ External_Key__c: "K" }] });
    const id = await finished("SELECT FIELDS(STANDARD) FROM Invoice__c");
    const { data } = Papa.parse<Record<string, string>>((await bulk.get(`/jobs/query/${id}/results`)).text, {
      header: true,
    });
    expect(data[0]).toMatchObject({ Id: org.records("Invoice__c")[0]?.Id, IsDeleted: "false" });
    expect(Object.keys(data[0] ?? {})).not.toContain("External_Key__c");
  });

  it("is no part of a composite request", async () => {
    const body = {
      compositeRequest: [{ method: "GET", url: "/services/data/v66.0/jobs/query", referenceId: "a" }],
    };
    const answer = await bulk.post("/composite", body);
    expect(answer.body.compositeResponse[0].httpStatusCode).toBe(404);
  });
});
