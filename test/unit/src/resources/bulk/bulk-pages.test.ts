import type { ServerResponse } from "node:http";
import { clientCredentials, custom } from "orgtype";
import { createClient } from "orgtype/standard";
import { afterEach, describe, expect, it } from "vitest";
import { nodeServer, sendJson } from "../../../../support/node-server.js";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const JOB = { id: "750000000000001AAA", operation: "query", object: "Account", state: "JobComplete" };
const RESULTS = "/services/data/v66.0/jobs/query/750000000000001AAA/results";

/** An org whose only query answers as given; what it lacks is not sent. */
async function querying(locator: string | undefined, list: object = {}) {
  const server = await nodeServer({
    answer(response: ServerResponse, { path }) {
      if (path.endsWith("/resultPages")) return sendJson(response, 200, list);
      if (!path.includes("/results")) return sendJson(response, 200, JOB);
      if (locator !== undefined) response.setHeader("sforce-locator", locator);
      response.end("Id,Name\n1,A\n");
    },
  });
  closing.push(() => server.close());
  const { bulk } = createClient({
    environment: custom(server.url),
    auth: clientCredentials({ clientId: "a", clientSecret: "b" }),
    retry: { times: 0 },
  });
  const read = async (parallel: number) => {
    const rows: unknown[] = [];
    const options = { pollMs: 1, parallel, raw: true, retry: { times: 0 } } as const;
    for await (const row of bulk.query("SELECT Id, Name FROM Account", options)) rows.push(row);
    return rows;
  };
  return { read, requests: server.requests };
}

describe("a bulk query does not end early", () => {
  it("where a page does not say whether more follow", async () => {
    const { read } = await querying(undefined);
    await expect(read(1)).rejects.toMatchObject({ name: "DecodeError", code: "decode.locator" });
    const { read: readWhole } = await querying("null");
    expect(await readWhole(1)).toHaveLength(1);
  });

  it("where a list of pages says that there are more, but not where", async () => {
    const resultPages = [{ resultUrl: RESULTS }];
    const { read } = await querying("null", { resultPages, done: false, nextRecordsUrl: null });
    await expect(read(2)).rejects.toMatchObject({ name: "DecodeError", code: "decode.page" });
    const whole = await querying("null", { resultPages, done: true, nextRecordsUrl: null });
    expect(await whole.read(2)).toHaveLength(1);
  });

  it("where a list of pages lacks where one is", async () => {
    const { read } = await querying("null", { resultPages: [{}], done: true, nextRecordsUrl: null });
    await expect(read(2)).rejects.toMatchObject({ name: "DecodeError", code: "decode.page" });
  });
});
