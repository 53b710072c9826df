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

describe("many records by bulk jobs", () => {
  it("are written and read, 100,000 of them", async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `Bulk ${n}`);
    const { job } = await loads.run({ object: "Account", operation: "insert" }, `Name\n${rows.join("\n")}\n`);
    expect(job).toMatchObject({ numberRecordsProcessed: 100_000, numberRecordsFailed: 0 });
    const query = { operation: "query", query: "SELECT Name FROM Account" };
    const { id } = (await bulk.post("/jobs/query", query)).body;
    for (let polls = 0; polls < 2; polls++) await bulk.get(`/jobs/query/${id}`);
    expect(await namesIn(await pagesOf(`/jobs/query/${id}/resultPages`))).toEqual(rows);
  });

  it("come in pages, five addresses at a time", async () => {
    org.seed({ Account: Array.from({ length: 300_000 }, (_, n) => ({ Name: `A${n}` })) });
    const query = { operation: "query", query: "SELECT Name FROM Account" };
    const { id } = (await bulk.post("/jobs/query", query)).body;
    for (let polls = 0; polls < 2; polls++) await bulk.get(`/jobs/query/${id}`);
    const first = (await bulk.get(`/jobs/query/${id}/resultPages`)).body;
    expect(first).toMatchObject({ done: false, nextRecordsUrl: expect.stringContaining("locator=") });
    expect(first.resultPages).toHaveLength(5);
    const names = await namesIn(await pagesOf(`/jobs/query/${id}/resultPages`));
    expect(names).toHaveLength(300_000);
    expect([names[0], names.at(-1), new Set(names).size]).toEqual(["A0", "A299999", 300_000]);
  }, 240_000);
});

const short = (url: string): string => url.replace("/services/data/v66.0", "");

/** The addresses of all pages of a query. */
async function pagesOf(path: string): Promise<string[]> {
  const { resultPages, nextRecordsUrl } = (await bulk.get(path)).body;
  const urls = resultPages.map(({ resultUrl }: { resultUrl: string }) => short(resultUrl));
  return nextRecordsUrl === null ? urls : [...urls, ...(await pagesOf(short(nextRecordsUrl)))];
}

async function namesIn(urls: readonly string[]): Promise<string[]> {
  const names: string[] = [];
  for (const url of urls) {
    const [, ...lines] = (await bulk.get(url)).text.trimEnd().split("\n");
    for (const line of lines) names.push(line.slice(1, -1));
  }
  return names;
}
