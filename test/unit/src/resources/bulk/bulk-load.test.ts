import { join } from "node:path";
import {
  ApiError,
  type BulkLoadProgress,
  type ConnectOptions,
  clientCredentials,
  custom,
  jsDates,
  SettingsError,
  ValidationError,
} from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { createClient } from "orgtype/standard";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readDescribes } from "../../../../../codegen/source/read-describes.js";
import { openSnapshot } from "../../../../../codegen/source/snapshot.js";
import { createClient as createSmallClient } from "../../../../golden/small-org/output/index.js";

const quick = { pollMs: 1 };
const smallOrg = join(import.meta.dirname, "../../../../golden/small-org/describes");
const servers: Listening[] = [];

let org: Org;
let url: string;

beforeEach(async () => {
  org = createOrg();
  const server = await org.listen();
  servers.push(server);
  url = server.url;
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

function client(options: Partial<ConnectOptions> = {}) {
  return createClient({ environment: custom(url), auth: clientCredentials(org.credentials), ...options });
}

const opened = () =>
  org.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/jobs/ingest"));

describe("sf.bulk.insert", () => {
  it("creates records and gives each its id", async () => {
    const records = Array.from({ length: 1_000 }, (_, n) => ({ Name: `A ${n}`, NumberOfEmployees: n }));
    const load = await client().bulk.insert("Account", records, quick);
    expect(load).toMatchObject({ succeeded: 1_000, failures: [], unprocessed: [] });
    expect(load.jobs).toMatchObject([{ state: "JobComplete", numberRecordsProcessed: 1_000 }]);
    expect(load.successes.map(({ index }) => index).sort((a, b) => a - b)).toEqual(records.map((_, n) => n));
    const stored = new Map(org.records("Account").map((account) => [account.Id, account.Name]));
    for (const { id, input, index, created } of load.successes) {
      expect([stored.get(id), input, created]).toEqual([input.Name, records[index], true]);
    }
  });

  it("tells which records were refused, and why", async () => {
    const { succeeded, failures } = await client().bulk.insert(
      "Contact",
      [
        { LastName: "Good", Email: "good@example.com" },
        { LastName: "Bad", Email: "no address" },
        { LastName: "x".repeat(200) },
      ],
      quick,
    );
    expect(succeeded).toBe(1);
    expect(failures.map(({ index }) => index).sort()).toEqual([1, 2]);
    const [bad] = failures.filter(({ index }) => index === 1);
    expect(bad?.input).toEqual({ LastName: "Bad", Email: "no address" });
    expect(bad?.error).toBeInstanceOf(ValidationError);
    expect(bad?.error).toMatchObject({ errorCode: "INVALID_EMAIL_ADDRESS", fields: ["Email"] });
  });

  it("splits into jobs before they are too large, and runs them side by side", async () => {
    const records = Array.from({ length: 100 }, (_, n) => ({ Name: `Split ${n}`, Site: "x".repeat(50) }));
    const { succeeded, jobs } = await client().bulk.insert("Account", records, {
      ...quick,
      maxJobBytes: 1_000,
      concurrency: 3,
    });
    expect(succeeded).toBe(100);
    expect(jobs.length).toBeGreaterThan(5);
    expect(jobs.every(({ state }) => state === "JobComplete")).toBe(true);
    expect(new Set(org.records("Account").map(({ Name }) => Name)).size).toBe(100);
  });

  it("takes records as they come, and columns that come up late", async () => {
    async function* records() {
      yield { Name: "One" };
      await new Promise((resolve) => setTimeout(resolve, 5));
      yield { Name: 'Two, "2"', Phone: "2" };
      yield { Name: "Three\nlines", Site: "東京", Industry: null };
    }
    const { succeeded, jobs } = await client().bulk.insert("Account", records(), quick);
    expect([succeeded, jobs.length]).toEqual([3, 1]);
    expect(org.records("Account")).toMatchObject([
      { Name: "One", Phone: null, Site: null },
      { Name: 'Two, "2"', Phone: "2", Site: null },
      { Name: "Three\nlines", Phone: null, Site: "東京" },
    ]);
  });

  it("takes a stream of CSV", async () => {
    const csv = 'Name,Phone\r\n"Fr""om",1\r\nCsv,\r\n';
    const stream = new Blob([csv]).stream() as ReadableStream<Uint8Array>;
    const { succeeded, successes } = await client().bulk.insert("Account", stream, quick);
    expect(succeeded).toBe(2);
    expect(successes[0]?.input).toEqual({ Name: 'Fr"om', Phone: "1" });
    expect(org.records("Account").map(({ Name }) => Name)).toEqual(['Fr"om', "Csv"]);
  });

  it("keeps equal records apart", async () => {
    const { successes } = await client().bulk.insert("Account", [{ Name: "Twin" }, { Name: "Twin" }], quick);
    expect(successes.map(({ index }) => index).sort()).toEqual([0, 1]);
    expect(new Set(successes.map(({ id }) => id)).size).toBe(2);
  });

  it("sends nothing of no records", async () => {
    expect(await client().bulk.insert("Account", [], quick)).toMatchObject({ succeeded: 0, jobs: [] });
    expect(opened()).toEqual([]);
  });

  it("fetches no results that nobody wants", async () => {
    const { succeeded, successes } = await client().bulk.insert("Account", [{ Name: "A" }], {
      ...quick,
      results: "failures",
    });
    expect([succeeded, successes]).toEqual([1, []]);
    expect(org.requests.some(({ path }) => path.includes("Results"))).toBe(false);
  });

  it("tells how far it is", async () => {
    const told: BulkLoadProgress[] = [];
    await client().bulk.insert("Account", [{ Name: "A" }, { Name: "B" }], {
      ...quick,
      onProgress: (progress) => told.push(progress),
    });
    expect(told[0]).toMatchObject({ read: 2, uploaded: 0, processed: 0, jobs: [{ state: "Open" }] });
    expect(told.at(-1)).toMatchObject({ processed: 2, failed: 0, jobs: [{ state: "JobComplete" }] });
  });

  it("deletes its jobs where it is asked to", async () => {
    await client().bulk.insert("Account", [{ Name: "A" }], { ...quick, deleteJobs: true });
    expect(org.requests.at(-1)).toMatchObject({ method: "DELETE", status: 204 });
  });
});

describe("sf.bulk.update and its like", () => {
  it("empties what is null, and leaves alone what is undefined or left out", async () => {
    const ids = org.seed({
      Account: [
        { Name: "a", Phone: "1", Site: "s", Industry: "Energy" },
        { Name: "b", Phone: "2" },
      ],
    }).Account as [string, string];
    const { succeeded, successes } = await client().bulk.update(
      "Account",
      [
        { Id: ids[0], Phone: null, Site: undefined as never, Industry: "Banking" },
        { Id: ids[1], Name: "B" },
      ],
      quick,
    );
    expect(succeeded).toBe(2);
    expect(successes.map(({ created }) => created)).toEqual([false, false]);
    expect(org.records("Account")).toMatchObject([
      { Name: "a", Phone: null, Site: "s", Industry: "Banking" },
      { Name: "B", Phone: "2" },
    ]);
  });

  it("upserts by an external id", async () => {
    const { describes } = await readDescribes(await openSnapshot(smallOrg));
    const small = createOrg({ describes });
    const sf = createSmallClient({
      environment: custom(small.url),
      auth: clientCredentials(small.credentials),
      transport: small.fetch,
      decode: { ...jsDates, multipicklist: "array" },
    });
    const [owner = ""] = small.seed({ Account: [{ Name: "A" }] }).Account ?? [];
    const record = { Account__c: owner, Due__c: new Date("2030-01-31"), Channels__c: ["Post"] } as const;
    const load = (views: number) =>
      sf.bulk.upsert(
        "Invoice__c",
        "External_Key__c",
        [{ ...record, External_Key__c: "K1", Views__c: views }],
        quick,
      );
    expect((await load(1)).successes).toMatchObject([{ created: true }]);
    // A master can be given on create only.
    const again = await load(2);
    expect(again.failures).toMatchObject([{ error: { errorCode: "INVALID_FIELD_FOR_INSERT_UPDATE" } }]);
    expect(small.records("Invoice__c")).toMatchObject([
      { External_Key__c: "K1", Due__c: "2030-01-31", Channels__c: "Post", Views__c: 1 },
    ]);
    // @ts-expect-error Name is no external id that can be written
    await sf.bulk.upsert("Invoice__c", "Due__c", [], quick);
  });

  it("deletes by id, to the recycle bin or for good", async () => {
    const ids = org.seed({ Account: [{ Name: "a" }, { Name: "b" }, { Name: "c" }] }).Account as [
      string,
      string,
      string,
    ];
    const sf = client();
    expect((await sf.bulk.delete("Account", [ids[0]], quick)).succeeded).toBe(1);
    expect((await sf.bulk.hardDelete("Account", [ids[1]], quick)).succeeded).toBe(1);
    const left = await sf.queryAll("SELECT Name, IsDeleted FROM Account").all();
    expect(left.map(({ Name, IsDeleted }) => [Name, IsDeleted])).toEqual([
      ["a", true],
      ["c", false],
    ]);
  });
});

describe("a load that goes wrong", () => {
  it("sends records again that failed for a lock", async () => {
    let failed = 0;
    const transport: ConnectOptions["transport"] = async (address, init) => {
      const response = await fetch(address, init);
      if (!address.endsWith("/failedResults") && !address.includes("/jobs/ingest/750")) return response;
      if (failed === 0 && address.endsWith("/successfulResults")) {
        // The first job's rows come back as failures for a lock.
        return new Response("sf__Id,sf__Created,Name\n");
      }
      if (failed === 0 && address.endsWith("/failedResults")) {
        failed++;
        return new Response(
          'sf__Id,sf__Error,Name\n"","UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record: --",Locked\n',
        );
      }
      const text = await response.text();
      const isJob = text.startsWith('{"id":"750') && text.includes('"state":"JobComplete"') && failed === 0;
      return new Response(
        isJob ? text.replace('"numberRecordsFailed":0', '"numberRecordsFailed":1') : text || null,
        {
          status: response.status,
          headers: { "content-type": "application/json" },
        },
      );
    };
    const { succeeded, failures, successes, jobs } = await client({ transport }).bulk.insert(
      "Account",
      [{ Name: "Locked" }],
      { ...quick, retry: { firstDelayMs: 1 } },
    );
    expect([succeeded, failures, jobs.length]).toEqual([1, [], 2]);
    expect(successes).toMatchObject([{ index: 0, input: { Name: "Locked" } }]);
  });

  it("begins another job where an upload is cut", async () => {
    let cuts = 0;
    const transport: ConnectOptions["transport"] = async (address, init) => {
      if (address.endsWith("/batches") && cuts++ === 0) throw new TypeError("fetch failed");
      return fetch(address, init);
    };
    const { succeeded } = await client({ transport, retry: { times: 0 } }).bulk.insert(
      "Account",
      [{ Name: "Once" }],
      { ...quick, retry: { firstDelayMs: 1 } },
    );
    expect(succeeded).toBe(1);
    expect(opened()).toHaveLength(2);
    expect(org.records("Account")).toHaveLength(1);
  });

  it("tells of each record that a failed job did not come to", async () => {
    const { succeeded, unprocessed } = await client().bulk.insert(
      "Account",
      [{ Name: "A", Nmae: "x" } as { Name: string }],
      quick,
    );
    expect(succeeded).toBe(0);
    expect(unprocessed).toMatchObject([{ index: 0, input: { Name: "A" } }]);
    expect(unprocessed[0]?.error).toBeInstanceOf(ApiError);
    expect(unprocessed[0]?.error.message).toContain("Field name not found : Nmae");
  });

  it("aborts its jobs where it is aborted", async () => {
    const stop = new AbortController();
    const load = client().bulk.insert("Account", [{ Name: "A" }], { pollMs: 60_000, signal: stop.signal });
    setTimeout(() => stop.abort(new Error("enough")), 150);
    await expect(load).rejects.toThrow("enough");
    const [job] = await jobs();
    expect(job?.state).toBe("Aborted");
  });

  it("says which field cannot be sent, before anything is", async () => {
    const sf = client();
    const attempt = (record: object) => sf.bulk.insert("Account", [record as { Name: string }], quick);
    await expect(attempt({ Name: "#N/A" })).rejects.toThrow('`records[0].Name` is "#N/A"');
    await expect(attempt({ Name: "A", AnnualRevenue: Number.NaN })).rejects.toThrow(
      "`records[0].AnnualRevenue` is NaN",
    );
    await expect(attempt({ Name: "half \ud800" })).rejects.toThrow(
      "`records[0]` holds half of a surrogate pair",
    );
    const others = [{ Name: "A" }, { Name: "B" }, { Name: "half \udc00" }];
    await expect(sf.bulk.insert("Account", others, quick)).rejects.toThrow(
      "`records[2]` holds half of a surrogate pair",
    );
    await expect(sf.bulk.insert("Account", [{ Name: "x".repeat(99) }], { maxJobBytes: 50 })).rejects.toThrow(
      "is larger than a job may be",
    );
    await expect(sf.bulk.insert("Account", 5 as never, quick)).rejects.toThrow(SettingsError);
    // @ts-expect-error there is no such object
    await expect(sf.bulk.insert("Acount", [], quick)).rejects.toThrow(
      "the generated client does not hold it",
    );
    expect(opened()).toEqual([]);
  });
});

async function jobs(): Promise<{ state: string }[]> {
  const response = await fetch(`${url}/services/data/v66.0/jobs/ingest`, {
    headers: { Authorization: `Bearer ${org.credentials.accessToken}` },
  });
  return ((await response.json()) as { records: { state: string }[] }).records;
}
