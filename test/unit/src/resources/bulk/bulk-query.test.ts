import { ApiError, type ConnectOptions, clientCredentials, custom, jsDates, SettingsError } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { createClient } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROWS = 2_500;
const quick = { pollMs: 1 };

let org: Org;
let server: Listening;

beforeAll(async () => {
  org = createOrg();
  const [owner = ""] =
    org.seed({ Account: [{ Name: 'Parent, "Inc"\nBern – 東京', NumberOfEmployees: 7 }] }).Account ?? [];
  org.seed({
    Contact: Array.from({ length: ROWS }, (_, n) => ({
      LastName: `C${n}`,
      ...(n % 2 === 0 && { AccountId: owner }),
      ...(n % 3 === 0 && { Birthdate: "2000-01-31" }),
      DoNotCall: n % 5 === 0,
    })),
  });
  server = await org.listen();
});
afterAll(() => server.close());

function client(options: Partial<ConnectOptions> = {}) {
  return createClient({
    environment: custom(server.url),
    auth: clientCredentials(org.credentials),
    ...options,
  });
}

const names = Array.from({ length: ROWS }, (_, n) => `C${n}`);
const SOQL = "SELECT LastName, DoNotCall, Birthdate, Account.Name, Account.NumberOfEmployees FROM Contact";

/** What the org was asked for, below the version, since there were so many requests. */
const askedSince = (before: number) =>
  org.requests
    .slice(before)
    .map(({ method, path }) => `${method} ${path.replace(/.*v66\.0/, "").replace(/750\w+/, "{id}")}`);

describe("sf.bulk.query", () => {
  it("streams typed rows, every one of them once, over all pages", async () => {
    const seen: string[] = [];
    for await (const row of client().bulk.query(SOQL, { ...quick, pageRows: 400 })) {
      seen.push(row.LastName);
      const account =
        seen.length % 2 === 1 ? { Name: 'Parent, "Inc"\nBern – 東京', NumberOfEmployees: 7 } : null;
      expect(row.Account).toEqual(account);
    }
    expect(seen).toEqual(names);
  });

  it("makes numbers, booleans and null what the field says", async () => {
    const rows = await client().bulk.query(SOQL, quick).all();
    expect(rows.slice(0, 2)).toEqual([
      {
        LastName: "C0",
        DoNotCall: true,
        Birthdate: "2000-01-31",
        Account: { Name: 'Parent, "Inc"\nBern – 東京', NumberOfEmployees: 7 },
      },
      { LastName: "C1", DoNotCall: false, Birthdate: null, Account: null },
    ]);
  });

  it("gives text alone where it is asked to", async () => {
    const [row] = await client()
      .bulk.query(SOQL, { ...quick, raw: true })
      .all();
    expect(row).toEqual({
      LastName: "C0",
      DoNotCall: "true",
      Birthdate: "2000-01-31",
      "Account.Name": 'Parent, "Inc"\nBern – 東京',
      "Account.NumberOfEmployees": "7",
    });
  });

  it("gives dates as the client's decoders do", async () => {
    const sf = client().with({ decode: jsDates });
    const [row] = await sf.bulk.query("SELECT Birthdate, CreatedDate FROM Contact LIMIT 1", quick).all();
    expect(row?.Birthdate).toEqual(new Date("2000-01-31"));
    expect(row?.CreatedDate.getUTCFullYear()).toBeGreaterThan(2000);
  });

  it("replaces binds", async () => {
    const soql = "SELECT LastName FROM Contact WHERE LastName IN :names AND DoNotCall = :calls";
    const rows = await client()
      .bulk.query(soql, { names: ["C5", "C6"], calls: true }, quick)
      .all();
    expect(rows).toEqual([{ LastName: "C5" }]);
  });

  it("reads several pages at a time where it is asked to", async () => {
    const rows = await client()
      .bulk.query(SOQL, { ...quick, parallel: 3 })
      .all();
    expect(rows.map(({ LastName }) => LastName).sort()).toEqual([...names].sort());
  });

  it("goes on from a checkpoint in another client, without a row lost or doubled", async () => {
    const first = client().bulk.query("SELECT LastName FROM Contact", { ...quick, pageRows: 300 });
    const seen: string[] = [];
    for await (const row of first) {
      seen.push(row.LastName);
      if (seen.length === 1_000) break;
    }
    const kept = JSON.parse(JSON.stringify(first.checkpoint()));
    expect(kept).toMatchObject({ read: 1_000, columns: ["LastName"] });
    const before = org.requests.length;
    for await (const row of client().bulk.resumeQuery<{ LastName: string }>(kept, { pageRows: 300 })) {
      seen.push(row.LastName);
    }
    expect(seen).toEqual(names);
    expect(askedSince(before)).not.toContain("POST /jobs/query");
  });

  it("can be read once, and says so", async () => {
    const query = client().bulk.query("SELECT Id FROM Contact", quick);
    expect(() => query.checkpoint()).toThrow(SettingsError);
    await query.all();
    await expect(query.all()).rejects.toThrow("has been read before");
  });

  it("aborts the job of a reading that is aborted", async () => {
    const stop = new AbortController();
    const query = client().bulk.query("SELECT Id FROM Contact", { pollMs: 60_000, signal: stop.signal });
    setTimeout(() => stop.abort(new Error("enough")), 150);
    await expect(query.all()).rejects.toThrow("enough");
    const { status, state } = await jobOf(query.job?.id);
    expect([status, state]).toEqual([200, "Aborted"]);
  });

  it("aborts a job that takes too long", async () => {
    const query = client().bulk.query("SELECT Id FROM Contact", { pollMs: 60_000, jobTimeout: 100 });
    await expect(query.all()).rejects.toThrow("has not ended within 100 ms");
    expect((await jobOf(query.job?.id)).state).toBe("Aborted");
  });

  it("deletes its job where it is asked to, and tells how far it is", async () => {
    const states: string[] = [];
    const query = client().bulk.query("SELECT Id FROM Contact", {
      ...quick,
      deleteJobs: true,
      onProgress: ({ state, read }) => states.push(`${state} ${read}`),
    });
    await query.all();
    expect(states[0]).toBe("UploadComplete 0");
    expect(states).toContain("InProgress 0");
    expect(states.at(-1)).toBe(`JobComplete ${ROWS}`);
    expect((await jobOf(query.job?.id)).status).toBe(404);
  });

  it("writes CSV with one header row, whatever the pages", async () => {
    const pieces: Uint8Array[] = [];
    const sink = new WritableStream<Uint8Array>({ write: (piece) => void pieces.push(piece) });
    const soql = "SELECT LastName, Account.Name FROM Contact LIMIT 1000";
    const count = await client()
      .bulk.query(soql, { ...quick, pageRows: 99 })
      .toWritable(sink);
    const text = Buffer.concat(pieces).toString();
    expect(count).toBe(1_000);
    expect(text.startsWith('"LastName","Account.Name"\n"C0","Parent, ""Inc""\nBern – 東京"\n"C1",""\n')).toBe(
      true,
    );
    expect(text.match(/^"LastName"/gm)).toHaveLength(1);
  });

  it("tells why Salesforce refuses a query", async () => {
    // @ts-expect-error there is no such field
    const refused = client().bulk.query("SELECT Nmae FROM Contact", quick);
    await expect(refused.all()).rejects.toThrow(ApiError);
    await expect(client().bulk.query("SELECT COUNT(Id) FROM Contact", quick).all()).rejects.toMatchObject({
      errorCode: "API_ERROR",
    });
  });

  it("asks for nothing before rows are", async () => {
    const before = org.requests.length;
    client().bulk.query("SELECT Id FROM Contact");
    expect(org.requests.length).toBe(before);
  });
});

/** A job as the org has it, without a further step. */
async function jobOf(id = ""): Promise<{ status: number; state: string | undefined }> {
  const response = await fetch(`${server.url}/services/data/v66.0/jobs/query/${id}`, {
    headers: { Authorization: `Bearer ${org.credentials.accessToken}` },
  });
  const job = (await response.json()) as { state?: string };
  return { status: response.status, state: job.state };
}
