import { createOrg, type Org } from "orgtype/mock";
import { beforeEach, describe, expect, it } from "vitest";
import { bulkApi } from "./bulk-api.js";
import { bulkLoads } from "./bulk-loads.js";

let org: Org;
let bulk: ReturnType<typeof bulkApi>;
let loads: ReturnType<typeof bulkLoads>;

beforeEach(() => {
  org = createOrg();
  bulk = bulkApi(org);
  loads = bulkLoads(bulk);
});

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

  it("takes job and data in one request, where they are short", async () => {
    const send = (csv: string) => {
      const form = new FormData();
      const job = '{"object":"Account","operation":"insert"}';
      form.append("job", new Blob([job], { type: "application/json" }));
      form.append("content", new Blob([csv], { type: "text/csv" }), "content");
      return org.fetch(`${org.url}/services/data/v66.0/jobs/ingest`, {
        method: "POST",
        headers: { Authorization: `Bearer ${org.credentials.accessToken}` },
        body: form,
      });
    };
    const job = (await (await send("Name\nAcme\n")).json()) as { id: string; state: string };
    expect(job.state).toBe("UploadComplete");
    expect((await loads.polled(job.id)).successful).toHaveLength(1);
    const long = await send(`Name\n${"x\n".repeat(50_000)}`);
    expect(long.status).toBe(400);
    expect(await long.json()).toMatchObject([{ errorCode: "INVALIDJOB" }]);
    expect((await bulk.get("/jobs/ingest")).body.records).toHaveLength(1);
  });

  it("stops where no batches are left", async () => {
    org = createOrg({ limits: { DailyBulkApiBatches: 1 } });
    loads = bulkLoads(bulkApi(org));
    const csv = `Name\n${Array.from({ length: 10_001 }, (_, n) => `A${n}`).join("\n")}\n`;
    const { job, successful, unprocessed } = await loads.run({ object: "Account", operation: "insert" }, csv);
    expect(job).toMatchObject({
      state: "Failed",
      errorMessage: "ExceededQuota : ApiBatchItems Limit exceeded.",
      numberRecordsProcessed: 10_000,
    });
    expect(successful).toHaveLength(10_000);
    expect(unprocessed).toEqual([{ Name: "A10000" }]);
  });

  it("refuses more than 150 MB in base64", async () => {
    const id = await loads.open({ object: "Account", operation: "insert" });
    const answer = await bulk.putCsv(`/jobs/ingest/${id}/batches`, `Name\n${"x".repeat(112_500_000)}`);
    expect(answer).toMatchObject({ status: 413, body: [{ errorCode: "REQUEST_ENTITY_TOO_LARGE" }] });
    expect((await bulk.get(`/jobs/ingest/${id}`)).body.state).toBe("Open");
  });

  it("is as the API version has it", async () => {
    const older = bulkApi(org, "52.0");
    const { body } = await older.post("/jobs/ingest", { object: "Account", operation: "update" });
    expect(body).toMatchObject({ apiVersion: 52 });
    await older.putCsv(`/jobs/ingest/${body.id}/batches`, "Id,Site\n001000000000000AAA,x\n");
    await older.patch(`/jobs/ingest/${body.id}`, { state: "UploadComplete" });
    const { failed } = await loads.polled(body.id);
    expect(failed).toMatchObject([{ sf__Id: "", Id: "001000000000000AAA" }]);
    expect((await bulkApi(org, "40.0").get("/jobs/ingest")).status).toBe(404);
  });

  it("gives what was not looked at under either spelling", async () => {
    const id = await loads.open({ object: "Account", operation: "insert" });
    await bulk.putCsv(`/jobs/ingest/${id}/batches`, "Name\nAcme\n");
    await bulk.patch(`/jobs/ingest/${id}`, { state: "Aborted" });
    const answers = ["unprocessedrecords", "unprocessedRecords"].map((name) =>
      bulk.get(`/jobs/ingest/${id}/${name}`),
    );
    const texts = (await Promise.all(answers)).map(({ text }) => text);
    expect(texts).toEqual(['Name\n"Acme"\n', 'Name\n"Acme"\n']);
  });

  it("leaves the rows of a job that is aborted, or that fails, unprocessed", async () => {
    const id = await loads.open({ object: "Account", operation: "insert" });
    await bulk.putCsv(`/jobs/ingest/${id}/batches`, "Name\nAcme\nBolt\n");
    expect((await bulk.patch(`/jobs/ingest/${id}`, { state: "Aborted" })).body.state).toBe("Aborted");
    expect((await loads.polled(id)).unprocessed).toEqual([{ Name: "Acme" }, { Name: "Bolt" }]);
    const { job, unprocessed } = await loads.run({ object: "Account", operation: "insert" }, "Nmae\nAcme\n");
    expect(job).toMatchObject({
      state: "Failed",
      errorMessage: "InvalidBatch : Field name not found : Nmae",
    });
    expect(unprocessed).toEqual([{ Nmae: "Acme" }]);
    expect(org.records("Account")).toEqual([]);
  });

  const UNESCAPED = "InvalidBatch : Failed to parse CSV. Found unescaped quote";
  it.each([
    ["update", "Name\nx\n", "InvalidBatch : Field name not found : Id"],
    ["delete", "Id,Name\n001000000000000AAA,x\n", "InvalidBatch : Only the column Id"],
    ["insert", "Name,name\nx,y\n", "InvalidBatch : Duplicate column : name"],
    ["insert", "Name,Site\nx\n", "InvalidBatch : Failed to parse CSV: Found a row of 1 fields"],
    ["insert", "", "InvalidBatch : Failed to parse CSV header. Must not be null or empty"],
    ["insert", 'Name\n"x\n', UNESCAPED],
    ["insert", 'Name\n"x"y\n', UNESCAPED],
    ["insert", 'Name\nx"y\n', UNESCAPED],
    ["insert", 'Name,Site\nx, "y"\n', UNESCAPED],
    ["insert", 'Name,Site\n"x" ,y\n', UNESCAPED],
    ["insert", '\uFEFF"Name"\nx\n', UNESCAPED],
    ["insert", "\uFEFFName\nx\n", "InvalidBatch : Field name not found : \uFEFFName"],
    ["insert", "Name\r\nx\r\n", "ClientInputError : LineEnding is invalid on user data. Current"],
  ])("fails as a whole: %s of %j", async (operation, csv, message) => {
    const { job } = await loads.run({ object: "Account", operation }, csv);
    expect(job.state).toBe("Failed");
    expect(job.errorMessage.startsWith(message)).toBe(true);
  });

  it.each([
    ["a long value", `Description\n${"x".repeat(32_001)}\n`, "A field can have at most 32000 characters"],
    ["a long row", `A${",B".repeat(13)}\n${wide(14)}\n`, "A record can have at most 400000 characters"],
    ["many columns", `A${",B".repeat(5_000)}\n`, "A record can have at most 5000 fields"],
  ])("fails for %s", async (_, csv, message) => {
    const { job } = await loads.run({ object: "Account", operation: "insert" }, csv);
    expect(job).toMatchObject({ state: "Failed", errorMessage: `InvalidBatch : ${message}` });
  });

  it("takes its data once, as CSV, while it is open", async () => {
    const id = await loads.open({ object: "Account", operation: "insert" });
    const batches = `/jobs/ingest/${id}/batches`;
    expect((await bulk.putCsv(batches, "{}", "application/json")).status).toBe(415);
    expect((await bulk.putCsv(batches, "Name\nAcme\n")).status).toBe(201);
    const again = await bulk.putCsv(batches, "Name\nBolt\n");
    expect(again.status).toBe(400);
    expect(again.body[0]).toMatchObject({
      errorCode: "INVALIDJOB",
      message: expect.stringContaining("Found multiple contents for job"),
    });
    await bulk.patch(`/jobs/ingest/${id}`, { state: "UploadComplete" });
    expect((await bulk.putCsv(batches, "Name\nBolt\n")).status).toBe(400);
    expect((await bulk.patch(`/jobs/ingest/${id}`, { state: "UploadComplete" })).status).toBe(400);
    const empty = await loads.open({ object: "Account", operation: "insert" });
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
    const id = await loads.open({ object: "Account", operation: "insert" });
    expect((await bulk.get("/jobs/ingest")).body).toMatchObject({
      done: true,
      records: [{ id, state: "Open" }],
    });
    for (const others of ["jobType=Classic", "isPkChunkingEnabled=true", "concurrencyMode=serial"]) {
      expect((await bulk.get(`/jobs/ingest?${others}`)).body.records).toEqual([]);
    }
    const same = "jobType=V2Ingest&isPkChunkingEnabled=false&concurrencyMode=parallel";
    expect((await bulk.get(`/jobs/ingest?${same}`)).body.records).toHaveLength(1);
  });

  it("is listed page by page", async () => {
    const job = { object: "Account", operation: "insert" };
    for (let n = 0; n < 1_001; n++) await bulk.post("/jobs/ingest", job);
    const first = (await bulk.get("/jobs/ingest?jobType=V2Ingest")).body;
    expect(first).toMatchObject({ done: false, nextRecordsUrl: expect.stringContaining("jobType=V2Ingest") });
    const second = (await bulk.get(first.nextRecordsUrl.replace("/services/data/v66.0", ""))).body;
    expect(second).toMatchObject({ done: true, nextRecordsUrl: null });
    const ids = [...first.records, ...second.records].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(1_001);
    expect((await bulk.get("/jobs/ingest?queryLocator=zzz")).status).toBe(400);
  });

  it("is kept for seven days after its end", async () => {
    const { id } = await loads.run({ object: "Account", operation: "insert" }, "Name\nAcme\n");
    const day = 24 * 60 * 60 * 1000;
    org.clock.advance(6 * day);
    expect((await bulk.get(`/jobs/ingest/${id.slice(0, 15)}`)).status).toBe(200);
    org.clock.advance(2 * day);
    expect((await bulk.get(`/jobs/ingest/${id}`)).status).toBe(404);
  });
});

/** A row of values as long as they may be. */
function wide(columns: number): string {
  return Array.from({ length: columns }, () => "x".repeat(32_000)).join(",");
}
