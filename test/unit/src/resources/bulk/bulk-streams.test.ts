import { execFile } from "node:child_process";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { clientCredentials, custom } from "orgtype";
import { createOrg } from "orgtype/mock";
import { type NodeTransport, nodeTransport } from "orgtype/node";
import { createClient } from "orgtype/standard";
import { afterEach, describe, expect, it } from "vitest";
import { tokenAnswer } from "../../../../support/fake-org.js";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const JOB = { id: "750000000000001AAA", operation: "query", object: "Account", numberRecordsProcessed: 0 };

/** An org with one bulk job; its results are answered by hand. */
async function jobServer(answers: {
  results?: (response: ServerResponse, asked: number) => void;
  ingest?: (path: string, asked: number) => { body: string | object; cut?: boolean };
}) {
  const asked = new Map<string, number>();
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    const path = (request.url ?? "").replace(/.*\/v[\d.]+/, "").replace(/\?.*/, "");
    const count = asked.get(path) ?? 0;
    asked.set(path, count + 1);
    if (path.endsWith("/token")) return response.end(JSON.stringify(tokenAnswer("t", url)));
    if (path.endsWith("/results")) return answers.results?.(response, count);
    const { body, cut = false } = answers.ingest?.(path, count) ?? { body: { ...JOB, state: "JobComplete" } };
    const text = typeof body === "string" ? body : JSON.stringify(body);
    if (cut) {
      response.writeHead(200, { "content-length": text.length + 100 }).write(text);
      setTimeout(() => response.destroy(), 10);
    } else response.end(text);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = (transport?: NodeTransport) =>
    createClient({
      environment: custom(url),
      auth: clientCredentials({ clientId: "a", clientSecret: "b" }),
      retry: { times: 0 },
      ...(transport && { transport }),
    });
  return { client, asked };
}

describe("a bulk query that is read slowly", () => {
  it.each([
    ["fetch", () => undefined],
    ["nodeTransport", () => nodeTransport()],
  ])("holds the server back, over %s", async (_, makeTransport) => {
    const MEGABYTE = 1 << 20;
    const piece = Buffer.from(`${"x".repeat(1023)}\n`.repeat(1024));
    let sent = 0;
    const { client } = await jobServer({
      results(response) {
        response.writeHead(200, { "sforce-locator": "null" });
        response.write("Name\n");
        // 200 MB, each piece when the one before was taken.
        const write = () => {
          if (sent++ < 200) response.write(piece, write);
          else response.end();
        };
        write();
      },
    });
    const transport = makeTransport();
    if (transport) closing.push(() => transport.close());
    let rows = 0;
    for await (const _row of client(transport).bulk.query("SELECT Name FROM Account", { pollMs: 1 })) {
      if (++rows === 10) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    // What the sockets of both sides hold is the system's affair: some megabytes.
    expect((sent * piece.length) / MEGABYTE).toBeLessThan(40);
  });
});

describe("a bulk query goes on in another process", () => {
  it.each([1, 3])("with %i pages at a time", async (parallel) => {
    const org = createOrg();
    const server = await org.listen();
    closing.push(() => server.close());
    const names = Array.from({ length: 1_500 }, (_, n) => `C${n}`);
    org.seed({ Contact: names.map((LastName) => ({ LastName })) });
    const sf = createClient({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
    const query = sf.bulk.query("SELECT LastName FROM Contact", { pollMs: 1, pageRows: 200, parallel });
    const seen: string[] = [];
    for await (const { LastName } of query) {
      seen.push(LastName);
      if (seen.length === 333) break;
    }
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--import",
      "tsx",
      "--conditions",
      "orgtype-source",
      fileURLToPath(new URL("./support/resume-process.ts", import.meta.url)),
      JSON.stringify({ url: server.url, credentials: org.credentials, checkpoint: query.checkpoint() }),
    ]);
    expect([...seen, ...(JSON.parse(stdout) as string[])].sort()).toEqual([...names].sort());
    const opened = org.requests.filter(
      ({ method, path }) => method === "POST" && path.endsWith("/jobs/query"),
    );
    expect(opened).toHaveLength(1);
  });
});

describe("a job", () => {
  it("is aborted, too, where the answer to its making comes after the reader has gone", async () => {
    const org = createOrg();
    const server = await org.listen();
    closing.push(() => server.close());
    const stop = new AbortController();
    const sf = createClient({
      environment: custom(server.url),
      auth: clientCredentials(org.credentials),
      async transport(url, init) {
        const answer = await fetch(url, init);
        if (init.method === "POST" && url.endsWith("/jobs/query")) {
          stop.abort(new Error("enough"));
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return answer;
      },
    });
    const query = sf.bulk.query("SELECT Id FROM Account", { pollMs: 60_000, signal: stop.signal });
    await expect(query.all()).rejects.toThrow("enough");
    await expect
      .poll(() => org.requests.map(({ method, path }) => `${method} ${path}`).at(-1))
      .toMatch(/^PATCH .*\/jobs\/query\/750/);
  });

  it("is asked again where it could not be asked for a while", async () => {
    let cuts = 0;
    const { client } = await jobServer({
      ingest: (path, count) => {
        const isPoll = path === `/jobs/query/${JOB.id}`;
        if (isPoll && count < 3) cuts++;
        return {
          body: { ...JOB, state: isPoll ? "JobComplete" : "UploadComplete" },
          cut: isPoll && count < 3,
        };
      },
      results: (response) => response.setHeader("sforce-locator", "null").end("Name\nA\n"),
    });
    expect(await client().bulk.query("SELECT Name FROM Account", { pollMs: 1 }).all()).toEqual([
      { Name: "A" },
    ]);
    expect(cuts).toBe(3);
  });

  it("is asked less and less often how far it is", async () => {
    const start = Date.now();
    const { client, asked } = await jobServer({
      ingest: () => ({
        body: { ...JOB, state: Date.now() - start > 1_000 ? "JobComplete" : "InProgress" },
      }),
      results: (response) => response.setHeader("sforce-locator", "null").end("Name\n"),
    });
    await client().bulk.query("SELECT Name FROM Account", { pollMs: 1 }).all();
    // 1, 2, 4, … 1,024 ms, of which each is shortened to the half at most.
    const polls = asked.get(`/jobs/query/${JOB.id}`) ?? 0;
    expect(polls).toBeGreaterThan(3);
    expect(polls).toBeLessThanOrEqual(12);
  });

  it("whose results are cut has them fetched again, each record once", async () => {
    const rows = Array.from({ length: 500 }, (_, n) => ({ Name: `A${n}` }));
    const results = `sf__Id,sf__Created,Name\n${rows.map(({ Name }, n) => `001${n},true,${Name}\n`).join("")}`;
    const { client, asked } = await jobServer({
      ingest: (path, count) => {
        if (!path.endsWith("/successfulResults")) {
          return {
            body: { ...JOB, state: "JobComplete", numberRecordsProcessed: 500, numberRecordsFailed: 0 },
          };
        }
        // Cut in the connection first, then short as if whole.
        if (count === 0) return { body: results.slice(0, 4_000), cut: true };
        return { body: count === 1 ? results.slice(0, results.length - 100) : results };
      },
    });
    const { successes, failures } = await client().bulk.insert("Account", rows, {
      pollMs: 1,
      retry: { firstDelayMs: 1 },
    });
    expect(failures).toEqual([]);
    expect(successes.map(({ id, index }) => id === `001${index}`)).toEqual(Array(500).fill(true));
    expect(asked.get(`/jobs/ingest/${JOB.id}/successfulResults`)).toBe(3);
  });
});

describe("a query page by page", () => {
  it("asks the server for nothing more once the reader has stopped", async () => {
    const org = createOrg();
    const server = await org.listen();
    closing.push(() => server.close());
    org.seed({ Contact: Array.from({ length: 2_000 }, (_, n) => ({ LastName: `C${n}` })) });
    const sf = createClient({
      environment: custom(server.url),
      auth: clientCredentials(org.credentials),
      headers: { "Sforce-Query-Options": "batchSize=200" },
    });
    const pages = () => org.requests.filter(({ path }) => path.includes("/query")).length;
    let rows = 0;
    for await (const _ of sf.query("SELECT LastName FROM Contact")) if (++rows === 450) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
    // Two whole pages, the one it stopped in, and the one ahead.
    expect(pages()).toBeLessThanOrEqual(4);
    const before = pages();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(pages()).toBe(before);
  });
});
