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

  it("tells where its pages are, five at a time", async () => {
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
    ["SELECT Id, (SELECT Id FROM Contacts) FROM Account", "API_ERROR", "Nested queries"],
    ["SELECT TYPEOF What WHEN Account THEN Name END FROM Task", "API_ERROR", "TYPEOF"],
    ["SELECT BillingAddress FROM Account", "API_ERROR", "Compound fields"],
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
    expect((await few.post("/jobs/query", job)).status).toBe(200);
    expect((await few.post("/jobs/query", job)).status).toBe(403);
  });

  it("is no part of a composite request", async () => {
    const body = {
      compositeRequest: [{ method: "GET", url: "/services/data/v66.0/jobs/query", referenceId: "a" }],
    };
    const answer = await bulk.post("/composite", body);
    expect(answer.body.compositeResponse[0].httpStatusCode).toBe(404);
  });
});
