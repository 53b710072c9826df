import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { accessToken, custom, jsDates, type Transport } from "orgtype";
import { nodeTransport } from "orgtype/node";
import { afterEach, describe, expect, it } from "vitest";
import { type NodeServer, nodeServer } from "../../../support/node-server.js";
import { smallOrg } from "../../../support/small-org.js";

const DATA = "/services/data/v66.0";
const SOQL = "SELECT Id, Name, CreatedDate FROM Account";
/** More than is parsed at a time. */
const PAGE_ROWS = 100;
const PAGES = 4;
const FILLING = 'x"},{"attributes":{'.repeat(50);

let server: NodeServer | undefined;
const sockets = nodeTransport();
afterEach(async () => {
  await server?.close();
  server = undefined;
});

function recordsOf(page: number) {
  return Array.from({ length: PAGE_ROWS }, (_, row) => ({
    attributes: { type: "Account", url: `${DATA}/sobjects/Account/x` },
    Id: `${page}-${row}`,
    Name: FILLING,
    CreatedDate: "2026-01-15T10:20:30.000+0000",
  }));
}

/** A page in two parts: what stands before its records, and they. */
function partsOf(page: number): [head: string, records: string] {
  const isLast = page === PAGES;
  const more = isLast ? "" : `"nextRecordsUrl":"${DATA}/query/01g-${page + 1}",`;
  return [
    `{"totalSize":${PAGES * PAGE_ROWS},"done":${isLast},${more}"records":[`,
    `${JSON.stringify(recordsOf(page)).slice(1)}}`,
  ];
}

const pageIn = (path: string) => Number(/01g-(\d+)$/.exec(path)?.[1] ?? 1);
const allIds = Array.from({ length: PAGES }, (_, page) => recordsOf(page + 1).map(({ Id }) => Id)).flat();

/** A host whose pages are answered by a function, with the number of requests for that page so far. */
async function hostOf(answer: (response: ServerResponse, page: number, count: number) => void) {
  const counts = new Map<number, number>();
  server = await nodeServer({
    answer(response, { path }) {
      const page = pageIn(path);
      const count = (counts.get(page) ?? 0) + 1;
      counts.set(page, count);
      response.setHeader("content-type", "application/json;charset=UTF-8");
      answer(response, page, count);
    },
  });
  return server;
}

const send = (response: ServerResponse, page: number) => void response.end(partsOf(page).join(""));

function optionsOf({ url }: NodeServer, transport: Transport | undefined) {
  const auth = accessToken({ accessToken: "token", instanceUrl: url });
  return { environment: custom(url), auth, retry: { firstDelayMs: 1 }, ...(transport && { transport }) };
}

describe.each([
  ["fetch", undefined],
  ["nodeTransport", sockets],
])("rows of a query over %s", (_, transport) => {
  const clientOf = (host: NodeServer) => smallOrg.createClient(optionsOf(host, transport));

  it("come once each, in order, row by row, by page and as a whole", async () => {
    const query = clientOf(await hostOf(send)).query<{ Id: string; Name: string }>(SOQL);
    const ids: string[] = [];
    for await (const { Id, Name } of query) {
      ids.push(Id);
      expect(Name).toBe(FILLING);
    }
    expect(ids).toEqual(allIds);
    expect((await query.all()).map(({ Id }) => Id)).toEqual(allIds);
    const sizes: number[] = [];
    for await (const rows of query.pages()) sizes.push(rows.length);
    expect(sizes).toEqual(Array.from({ length: PAGES }, () => PAGE_ROWS));
  });

  it("have the next page asked for as soon as a page says where it is, while the reader waits", async () => {
    let wake = () => {};
    const thirdAsked = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const host = await hostOf(async (response, page) => {
      if (page === 3) wake();
      if (page !== 2) return send(response, page);
      const [head, records] = partsOf(page);
      response.write(head);
      await thirdAsked;
      response.end(records);
    });
    expect(await clientOf(host).query(SOQL).all()).toHaveLength(allIds.length);
  });

  it("are two pages at most beyond what the reader has", async () => {
    const host = await hostOf(send);
    /** Requests there are at the first row of a page, the last but one, and the last, which is held no more then. */
    const expected = [
      [1, 1, 1],
      [3, 3, 4],
      [4, 4, 4],
      [4, 4, 4],
    ].flat();
    let read = 0;
    for await (const _ of clientOf(host).query(SOQL)) {
      if (![0, PAGE_ROWS - 2, PAGE_ROWS - 1].includes(read++ % PAGE_ROWS)) continue;
      const requests = expected.shift();
      await expect.poll(() => host.requests.length).toBe(requests);
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect(host.requests).toHaveLength(requests ?? 0);
    }
    expect(expected).toEqual([]);
  });

  it("come once each where the connection is cut in the middle of a page", async () => {
    const host = await hostOf((response, page, count) => {
      if (page !== 2 || count > 2) return send(response, page);
      response.write(partsOf(page).join("").slice(0, 60_000), () => response.destroy());
    });
    const rows = await clientOf(host).query<{ Id: string }>(SOQL).all();
    expect(rows.map(({ Id }) => Id)).toEqual(allIds);
    expect(host.requests.filter((request) => request.endsWith("01g-2"))).toHaveLength(3);
  });

  it("are decoded, also where they come compressed", async () => {
    const host = await hostOf((response, page) => {
      response.setHeader("content-encoding", "gzip");
      response.end(gzipSync(partsOf(page).join("")));
    });
    const sf = smallOrg.createClient({ ...optionsOf(host, transport), decode: jsDates });
    let rows = 0;
    for await (const { CreatedDate } of sf.query("SELECT CreatedDate FROM Account")) {
      expect(CreatedDate.getTime()).toBe(Date.UTC(2026, 0, 15, 10, 20, 30));
      rows++;
    }
    expect(rows).toBe(allIds.length);
  });

  it("end with an error that does not quote a record that is no JSON", async () => {
    const host = await hostOf((response, page) => {
      const [head, records] = partsOf(page);
      response.end(head + (page === 2 ? records.replace('"2-99"', "secret") : records));
    });
    const ids: string[] = [];
    const read = async () => {
      for await (const { Id } of clientOf(host).query<{ Id: string }>(SOQL)) ids.push(Id);
    };
    const error = await read().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "DecodeError", code: "decode.body" });
    expect(error).not.toHaveProperty("cause");
    expect(ids).toEqual(allIds.slice(0, ids.length));
    expect(ids.length).toBeGreaterThan(PAGE_ROWS);
    expect(ids.length).toBeLessThan(2 * PAGE_ROWS);
  });
});
