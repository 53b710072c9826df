import { createOrg, type Org, standardDescribes } from "orgtype/mock";
import Papa from "papaparse";
import { beforeEach, describe, expect, it } from "vitest";
import { bulkApi } from "./bulk-api.js";
import { describeOf, field } from "./tiny-describes.js";

const keyed = describeOf("Keyed__c", [
  field("Name", "string", { length: 80 }),
  field("Key__c", "string", { length: 20, externalId: true, unique: true, idLookup: true }),
  field("Amount__c", "double", { scale: 2, precision: 18 }),
  field("Due__c", "date"),
  field("Done__c", "boolean"),
  field("Account__c", "reference", { referenceTo: ["Account"], relationshipName: "Account__r" }),
  field("Parent__c", "reference", { referenceTo: ["Keyed__c"], relationshipName: "Parent__r" }),
]);
const event = {
  name: "Placed__e",
  keyPrefix: "e01",
  fields: [
    { name: "Id", type: "id", createable: false },
    { name: "Number__c", type: "string", createable: true, nillable: false, length: 20 },
  ],
};

let org: Org;
let bulk: ReturnType<typeof bulkApi>;

beforeEach(() => {
  org = createOrg({ describes: [...standardDescribes(), keyed, event] });
  bulk = bulkApi(org);
});

interface Ended {
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: a job has many members
  readonly job: any;
  /** Rows of each result, by column. */
  readonly successful: Record<string, string>[];
  readonly failed: Record<string, string>[];
  readonly unprocessed: Record<string, string>[];
}

async function open(job: object): Promise<string> {
  const { status, body } = await bulk.post("/jobs/ingest", job);
  expect({ status, body }).toMatchObject({ status: 200, body: { state: "Open" } });
  return body.id;
}

async function polled(id: string): Promise<Ended> {
  for (;;) {
    const { body: job } = await bulk.get(`/jobs/ingest/${id}`);
    if (!["JobComplete", "Failed", "Aborted"].includes(job.state)) continue;
    const results = async (name: string) => {
      const { text } = await bulk.get(`/jobs/ingest/${id}/${name}`);
      return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
    };
    return {
      id,
      job,
      successful: await results("successfulResults"),
      failed: await results("failedResults"),
      unprocessed: await results("unprocessedrecords"),
    };
  }
}

async function run(job: object, csv: string): Promise<Ended> {
  const id = await open(job);
  expect((await bulk.putCsv(`/jobs/ingest/${id}/batches`, csv)).status).toBe(201);
  const closed = await bulk.patch(`/jobs/ingest/${id}`, { state: "UploadComplete" });
  expect(closed.body.state).toBe("UploadComplete");
  return polled(id);
}

describe("a bulk ingest job", () => {
  it("goes through its states as one looks", async () => {
    const { body } = await bulk.post("/jobs/ingest", { object: "account", operation: "insert" });
    expect(body).toMatchObject({
      id: expect.stringMatching(/^750\w{15}$/),
      object: "Account",
      operation: "insert",
      state: "Open",
      apiVersion: 66,
      contentUrl: `services/data/v66.0/jobs/ingest/${body.id}/batches`,
    });
    const path = `/jobs/ingest/${body.id}`;
    expect((await bulk.get(path)).body.state).toBe("Open");
    expect((await bulk.putCsv(`${path}/batches`, "Name\nAcme\n")).text).toBe("");
    expect((await bulk.patch(path, { state: "UploadComplete" })).body.state).toBe("UploadComplete");
    expect((await bulk.get(`${path}/successfulResults`)).status).toBe(412);
    expect((await bulk.get(path)).body).toMatchObject({ state: "InProgress" });
    expect((await bulk.get(path)).body).toMatchObject({
      state: "JobComplete",
      jobType: "V2Ingest",
      numberRecordsProcessed: 1,
      numberRecordsFailed: 0,
    });
    expect((await bulk.delete(path)).status).toBe(204);
    expect((await bulk.get(path)).status).toBe(404);
  });

  it("inserts what is right and says why of what is wrong", async () => {
    const { job, successful, failed } = await run(
      { object: "Contact", operation: "insert" },
      'LastName,Email\n"Reed, the",reed@example.com\n,lost@example.com\nLind,no address\n',
    );
    expect(job).toMatchObject({ state: "JobComplete", numberRecordsProcessed: 3, numberRecordsFailed: 2 });
    const [reed] = org.records("Contact");
    expect(successful).toEqual([
      { sf__Id: reed?.Id, sf__Created: "true", LastName: "Reed, the", Email: "reed@example.com" },
    ]);
    expect(failed).toEqual([
      {
        sf__Id: "",
        sf__Error: "REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --",
        LastName: "",
        Email: "lost@example.com",
      },
      {
        sf__Id: "",
        sf__Error: expect.stringMatching(/^INVALID_EMAIL_ADDRESS:/),
        LastName: "Lind",
        Email: "no address",
      },
    ]);
  });

  it("updates: an empty text leaves alone, #N/A empties", async () => {
    const [id = ""] = org.seed({ Account: [{ Name: "Acme", Phone: "1", Industry: "Energy" }] }).Account ?? [];
    const { successful, failed } = await run(
      { object: "Account", operation: "update" },
      `Id,Phone,Industry,Site\n${id},#N/A,,West\n001000000000000AAA,1,,\n`,
    );
    expect(successful).toMatchObject([{ sf__Id: id, sf__Created: "false" }]);
    expect(failed).toMatchObject([
      { sf__Id: "001000000000000AAA", sf__Error: expect.stringMatching(/^INVALID_CROSS_REFERENCE_KEY/) },
    ]);
    expect(org.records("Account")[0]).toMatchObject({ Phone: null, Industry: "Energy", Site: "West" });
  });

  it("upserts by an external id, with values of every kind", async () => {
    org.seed({ Keyed__c: [{ Key__c: "K1", Name: "old", Amount__c: 1 }] });
    const { successful } = await run(
      { object: "Keyed__c", operation: "upsert", externalIdFieldName: "Key__c" },
      "Key__c,Name,Amount__c,Due__c,Done__c\nK1,new,2.5,2030-01-31,true\nK2,second,#N/A,,false\n",
    );
    expect(successful.map((row) => [row.sf__Created, row.Key__c])).toEqual([
      ["false", "K1"],
      ["true", "K2"],
    ]);
    expect(org.records("Keyed__c")).toMatchObject([
      { Key__c: "K1", Name: "new", Amount__c: 2.5, Due__c: "2030-01-31", Done__c: true },
      { Key__c: "K2", Name: "second", Amount__c: null, Due__c: null, Done__c: false },
    ]);
  });

  it("finds parents by their external ids, of one object or of several", async () => {
    org.seed({ Keyed__c: [{ Key__c: "P1", Name: "parent" }] });
    const keyedRun = await run(
      { object: "Keyed__c", operation: "insert" },
      "Name,Parent__r.Key__c\nchild,P1\norphan,#N/A\nlost,P9\n",
    );
    const [parent, child, orphan] = org.records("Keyed__c");
    expect(child).toMatchObject({ Name: "child", Parent__c: parent?.Id });
    expect(orphan).toMatchObject({ Name: "orphan", Parent__c: null });
    expect(keyedRun.failed).toMatchObject([{ Name: "lost", sf__Error: expect.stringContaining("P9") }]);
    const username = org.records("User")[0]?.Username;
    const typed = await run(
      { object: "Task", operation: "insert" },
      `Subject,User:Owner.Username\nCall,${username}\n`,
    );
    expect(typed.successful).toHaveLength(1);
  });

  it("deletes, to the recycle bin or for good", async () => {
    const [soft = "", hard = ""] = org.seed({ Account: [{ Name: "a" }, { Name: "b" }] }).Account ?? [];
    await run({ object: "Account", operation: "delete" }, `Id\n${soft}\n`);
    await run({ object: "Account", operation: "hardDelete" }, `Id\n${hard}\n`);
    const all = await bulk.get("/queryAll?q=SELECT+Id,IsDeleted+FROM+Account");
    expect(all.body.records).toMatchObject([{ Id: soft, IsDeleted: true }]);
  });

  it("publishes platform events", async () => {
    await run({ object: "Placed__e", operation: "insert" }, "Number__c\n17\n");
    expect(org.events).toMatchObject([{ type: "Placed__e", fields: { Number__c: "17" } }]);
  });

  it.each([
    ["COMMA", ",", "LF", "\n"],
    ["TAB", "\t", "LF", "\n"],
    ["SEMICOLON", ";", "CRLF", "\r\n"],
    ["PIPE", "|", "LF", "\n"],
    ["CARET", "^", "CRLF", "\r\n"],
    ["BACKQUOTE", "`", "LF", "\n"],
  ])("reads %s", async (columnDelimiter, delimiter, lineEnding, newline) => {
    const csv = [`Name${delimiter}Site`, `"A${delimiter}""x"""${delimiter}"two${newline}lines"`].join(
      newline,
    );
    const { successful } = await run(
      { object: "Account", operation: "insert", columnDelimiter, lineEnding },
      csv + newline,
    );
    expect(successful).toHaveLength(1);
    expect(org.records("Account")[0]).toMatchObject({
      Name: `A${delimiter}"x"`,
      Site: `two${newline}lines`,
    });
  });

  it("takes job and data in one request", async () => {
    const boundary = "b";
    const body = [
      `--${boundary}`,
      'Content-Type: application/json\r\nContent-Disposition: form-data; name="job"',
      "",
      '{"object":"Account","operation":"insert"}',
      `--${boundary}`,
      'Content-Type: text/csv\r\nContent-Disposition: form-data; name="content"; filename="content"',
      "",
      "Name\nAcme\n",
      `--${boundary}--`,
    ].join("\r\n");
    const response = await org.fetch(`${org.url}/services/data/v66.0/jobs/ingest`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${org.credentials.accessToken}`,
        "Content-Type": `multipart/form-data; boundary=${boundary}`,
      },
      body,
    });
    const job = (await response.json()) as { id: string; state: string };
    expect(job.state).toBe("UploadComplete");
    expect((await polled(job.id)).successful).toHaveLength(1);
  });

  it("leaves the rows of a job that is aborted, or that fails, unprocessed", async () => {
    const id = await open({ object: "Account", operation: "insert" });
    await bulk.putCsv(`/jobs/ingest/${id}/batches`, "Name\nAcme\nBolt\n");
    expect((await bulk.patch(`/jobs/ingest/${id}`, { state: "Aborted" })).body.state).toBe("Aborted");
    expect((await polled(id)).unprocessed).toEqual([{ Name: "Acme" }, { Name: "Bolt" }]);
    const { job, unprocessed } = await run({ object: "Account", operation: "insert" }, "Nmae\nAcme\n");
    expect(job).toMatchObject({
      state: "Failed",
      errorMessage: "InvalidBatch : Field name not found : Nmae",
    });
    expect(unprocessed).toEqual([{ Nmae: "Acme" }]);
    expect(org.records("Account")).toEqual([]);
  });

  it.each([
    ["update", "Name\nx\n", "Field name not found : Id"],
    ["delete", "Id,Name\n001000000000000AAA,x\n", "Only the column Id"],
    ["insert", "Name,name\nx,y\n", "Duplicate column : name"],
    ["insert", "Name,Site\nx\n", "Found a row of 1 fields"],
    ["insert", "Name\r\nx\r\n", "LineEnding is invalid on user data"],
    ["insert", "", "Must not be null or empty"],
    ["insert", 'Name\n"x\n', "Failed to parse CSV"],
  ])("fails as a whole: %s of %j", async (operation, csv, message) => {
    const { job } = await run({ object: "Account", operation }, csv);
    expect(job.state).toBe("Failed");
    expect(job.errorMessage).toMatch(/^InvalidBatch : /);
    expect(job.errorMessage).toContain(message);
  });

  it("takes its data once, as CSV, while it is open", async () => {
    const id = await open({ object: "Account", operation: "insert" });
    const batches = `/jobs/ingest/${id}/batches`;
    expect((await bulk.putCsv(batches, "{}", "application/json")).status).toBe(415);
    expect((await bulk.putCsv(batches, "Name\nAcme\n")).status).toBe(201);
    const again = await bulk.putCsv(batches, "Name\nBolt\n");
    expect(again.status).toBe(400);
    expect(again.body[0].message).toContain("Found multiple contents for job");
    await bulk.patch(`/jobs/ingest/${id}`, { state: "UploadComplete" });
    expect((await bulk.putCsv(batches, "Name\nBolt\n")).status).toBe(400);
    expect((await bulk.patch(`/jobs/ingest/${id}`, { state: "UploadComplete" })).status).toBe(400);
    const empty = await open({ object: "Account", operation: "insert" });
    expect((await bulk.delete(`/jobs/ingest/${empty}`)).status).toBe(400);
    expect((await bulk.patch(`/jobs/ingest/${empty}`, { state: "UploadComplete" })).body.state).toBe(
      "Failed",
    );
  });

  it.each([
    [{ object: "Nothing__c", operation: "insert" }, "INVALIDENTITY"],
    [{ object: "Account", operation: "explode" }, "INVALIDJOB"],
    [{ object: "Account", operation: "upsert" }, "INVALIDJOB"],
    [{ object: "Account", operation: "upsert", externalIdFieldName: "Phone" }, "INVALIDJOB"],
    [{ object: "Account", operation: "insert", columnDelimiter: "COLON" }, "INVALIDJOB"],
    [{ object: "Account", operation: "insert", contentType: "XML" }, "INVALIDJOB"],
  ])("is refused where it cannot be: %j", async (job, errorCode) => {
    expect(await bulk.post("/jobs/ingest", job)).toMatchObject({ status: 400, body: [{ errorCode }] });
  });

  it("is listed", async () => {
    const id = await open({ object: "Account", operation: "insert" });
    expect((await bulk.get("/jobs/ingest")).body).toMatchObject({
      done: true,
      records: [{ id, state: "Open" }],
    });
    expect((await bulk.get("/jobs/ingest?jobType=Classic")).body.records).toEqual([]);
  });

  it("works on 100,000 rows, and gives them back in pages", async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `Bulk ${n}`);
    const { job } = await run({ object: "Account", operation: "insert" }, `Name\n${rows.join("\n")}\n`);
    expect(job).toMatchObject({ numberRecordsProcessed: 100_000, numberRecordsFailed: 0 });
    const query = { operation: "query", query: "SELECT Name FROM Account" };
    const { id } = (await bulk.post("/jobs/query", query)).body;
    for (let polls = 0; polls < 2; polls++) await bulk.get(`/jobs/query/${id}`);
    const { body } = await bulk.get(`/jobs/query/${id}/resultPages`);
    expect(body).toMatchObject({ done: true, nextRecordsUrl: null });
    const names: string[] = [];
    for (const { resultUrl } of body.resultPages as { resultUrl: string }[]) {
      const { text } = await bulk.get(resultUrl.replace("/services/data/v66.0", ""));
      names.push(...text.trim().split("\n").slice(1));
    }
    expect(names).toEqual(rows.map((name) => `"${name}"`));
  });
});
