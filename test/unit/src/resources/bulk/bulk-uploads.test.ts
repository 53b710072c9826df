import { type ConnectOptions, clientCredentials, custom } from "orgtype";
import { nodeTransport } from "orgtype/node";
import { createClient } from "orgtype/standard";
import { afterEach, describe, expect, it } from "vitest";
import { sendJson } from "../../../../support/node-server.js";
import { type IngestServerOptions, ingestServer } from "./support/ingest-server.js";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const quick = { pollMs: 1, results: "failures", retry: { firstDelayMs: 1 } } as const;

async function serving(options: IngestServerOptions = {}, connect: Partial<ConnectOptions> = {}) {
  const server = await ingestServer(options);
  closing.push(() => server.close());
  const sf = createClient({
    environment: custom(server.url),
    auth: clientCredentials({ clientId: "a", clientSecret: "b" }),
    ...connect,
  });
  return { ...server, bulk: sf.bulk };
}

function* accounts(count: number) {
  for (let number = 0; number < count; number++) {
    yield {
      Name: `Ö ${number}, "AG"`,
      Site: "東京\n".repeat(number % 3) || null,
      NumberOfEmployees: number,
      Description: "x".repeat(200),
    };
  }
}

/** As Salesforce is told of it. */
const sent = (account: object) =>
  Object.fromEntries(Object.entries(account).map(([name, value]) => [name, String(value ?? "#N/A")]));

describe.each<[string, () => ConnectOptions["transport"]]>([
  ["fetch", () => undefined],
  ["nodeTransport", () => nodeTransport()],
])("uploads over %s", (_, makeTransport) => {
  const connecting = (): Partial<ConnectOptions> => {
    const transport = makeTransport();
    return { ...(transport && { transport }), retry: { times: 0 } };
  };

  it("hold each row once, in jobs whose memory is used again", async () => {
    const { bulk, uploads } = await serving({}, connecting());
    const { succeeded } = await bulk.insert("Account", accounts(6_000), { ...quick, maxJobBytes: 400_000 });
    expect(succeeded).toBe(6_000);
    expect(uploads.length).toBeGreaterThan(3);
    for (const { headers, body } of uploads) {
      expect(body.length).toBeLessThanOrEqual(400_000);
      expect(headers).toMatchObject({ "content-type": "text/csv", "content-length": String(body.length) });
    }
    const rows = uploads
      .flatMap((upload) => upload.rows)
      .sort((a, b) => Number(a.NumberOfEmployees) - Number(b.NumberOfEmployees));
    expect(rows).toEqual([...accounts(6_000)].map(sent));
  });

  it("that are cut are begun anew, whole, in another job", async () => {
    const { bulk, uploads, jobs } = await serving({ isFirstCut: true }, connecting());
    const { succeeded } = await bulk.insert("Account", accounts(5_000), quick);
    expect(succeeded).toBe(5_000);
    expect(jobs.length).toBe(2);
    expect(uploads.map(({ rows }) => rows)).toEqual([[...accounts(5_000)].map(sent)]);
  });

  it("are sent again, whole, where the session ends", async () => {
    const answerUpload: IngestServerOptions["answerUpload"] = (response, upload) => {
      if (upload > 0) return response.writeHead(201).end();
      sendJson(response, 401, [{ errorCode: "INVALID_SESSION_ID", message: "Session expired or invalid" }]);
    };
    const { bulk, uploads, jobs } = await serving({ answerUpload }, connecting());
    const { succeeded } = await bulk.insert("Account", accounts(5_000), quick);
    expect([succeeded, jobs.length, uploads.length]).toEqual([5_000, 1, 2]);
    expect(uploads[1]?.body.equals(uploads[0]?.body ?? Buffer.of())).toBe(true);
  });

  it("have the more time the larger they are", async () => {
    const late: IngestServerOptions = {
      answerUpload: (response) => setTimeout(() => response.writeHead(201).end(), 2_000),
    };
    // A second for each 10 kB.
    const large = await serving(late, connecting());
    expect(await large.bulk.insert("Account", accounts(200), { ...quick, timeout: 1_000 })).toMatchObject({
      succeeded: 200,
    });
    const small = await serving(late, connecting());
    await expect(
      small.bulk.insert("Account", accounts(1), { ...quick, timeout: 1_000 }),
    ).rejects.toMatchObject({
      name: "TimeoutError",
    });
  });
});

const last = ({ Name }: { Name?: string }) => Number(Name?.at(-1));

describe.each([false, true])("records that failed, their results reversed: %s", (isReversed) => {
  const fate: IngestServerOptions["fate"] = (row) =>
    [3, 4].includes(last(row)) ? "INVALID_FIELD:bad:Site --" : undefined;

  it("come as they were given, or equal to that", async () => {
    const { bulk } = await serving({ fate, isReversed });
    class Account {
      readonly Name = "g 3";
      readonly NumberOfEmployees = 1e21;
    }
    const records = [
      { Name: "a 0" },
      { Name: "a 1", NumberOfEmployees: 5, Site: null },
      { Name: "a 3", NumberOfEmployees: 0.1, Site: "007" },
      { Name: "b 3", NumberOfEmployees: null, Site: null },
      { Name: "c 3", Site: 'x, "y"\r\n ' },
      { Name: "d 3", Site: "" },
      { Site: "s", Name: "e 3" },
      { Name: "f 3", Site: "1", Phone: "2" },
      { Name: "a 4", Site: "true", Phone: "2" },
      new Account(),
      { Name: "a 5" },
      { Name: "h 3", AnnualRevenue: -0.5 },
    ];
    const wanted = records
      .map((input, index) => ({ index, input }))
      .filter(({ input }) => [3, 4].includes(last(input)));
    const told = async (source: Iterable<(typeof records)[number]>, results: "all" | "failures") => {
      const { failures, succeeded } = await bulk.insert("Account", source, { ...quick, results });
      expect(succeeded).toBe(3);
      expect(failures.every(({ error }) => error.errorCode === "INVALID_FIELD")).toBe(true);
      return failures.map(({ index, input }) => ({ index, input })).sort((a, b) => a.index - b.index);
    };
    const made = await told(new Set(records), "failures");
    expect(made).toStrictEqual(wanted);
    for (const found of [await told(records, "failures"), await told(new Set(records), "all")]) {
      expect(found.map(({ index, input }) => input === records[index])).toEqual(wanted.map(() => true));
    }
  });

  it("of CSV come as their texts", async () => {
    const { bulk } = await serving({ fate, isReversed });
    const source = new Blob(["Name,Site\na 3,\na 1,\nb 3,#N/A\na 4,5\n"]);
    const { failures } = await bulk.insert("Account", source, quick);
    expect(failures.map(({ index, input }) => [index, input]).sort()).toEqual([
      [0, { Name: "a 3", Site: "" }],
      [2, { Name: "b 3", Site: "#N/A" }],
      [3, { Name: "a 4", Site: "5" }],
    ]);
  });

  it("for a lock are sent again as they were, and keep their places", async () => {
    const isLocked = (row: object, job: number) =>
      job < 2 && "Name" in row && last(row as { Name: string }) === 3;
    const { bulk, uploads } = await serving({
      isReversed,
      fate: (row, job) => (isLocked(row, job) ? "UNABLE_TO_LOCK_ROW:locked: --" : fate(row, job)),
    });
    const records = Array.from({ length: 100 }, (_, number) => ({
      Name: `n ${number}`,
      NumberOfEmployees: number,
    }));
    const { succeeded, failures, jobs } = await bulk.insert("Account", new Set(records), {
      ...quick,
      maxJobBytes: 600,
    });
    expect(succeeded + failures.length).toBe(100);
    expect(jobs.length).toBeGreaterThan(2);
    expect(failures.map(({ index, input }) => [index, input]).sort()).toEqual(
      records
        .flatMap((input, index) => (index % 10 === 3 || index % 10 === 4 ? [[index, input]] : []))
        .sort(),
    );
    const again = uploads
      .flatMap(({ rows }) => rows.map(({ Name }) => Name))
      .filter((Name, at, all) => all.indexOf(Name) < at);
    expect(again.length).toBeGreaterThan(0);
    expect(again.every((Name) => Name?.endsWith("3"))).toBe(true);
  });
});
