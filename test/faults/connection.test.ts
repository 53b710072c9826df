import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { type ConnectOptions, clientCredentials, custom } from "orgtype";
import { afterEach, describe, expect, it } from "vitest";
import { fakeOrg, json } from "../support/fake-org.js";
import { type NodeServer, nodeServer, sendJson } from "../support/node-server.js";
import { smallClient, smallOrg } from "../support/small-org.js";

const EMPTY = { totalSize: 0, done: true, records: [] };
const SOQL = "SELECT Id FROM Account";
let server: NodeServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

function clientOf(url: string, options: Partial<ConnectOptions> = {}) {
  return smallOrg.createClient({
    environment: custom(url),
    auth: clientCredentials({ clientId: "key", clientSecret: "secret" }),
    retry: { firstDelayMs: 1 },
    ...options,
  });
}

async function secondsOf(work: Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work;
  return (performance.now() - startedAt) / 1000;
}

// What tells of failures is loaded with the first one: these tests measure time, or stop it.
await import("../../src/http/api-error.js");

describe("no answer in time", () => {
  it("a server that stays silent", async () => {
    server = await nodeServer({ answer: () => {} });
    const sf = clientOf(server.url);
    const call = sf.Account.create({ Name: "x" }, { timeout: 50 });
    await expect(call).rejects.toMatchObject({
      name: "TimeoutError",
      afterMs: 50,
      message: expect.stringContaining("POST /services/data/v66.0/sobjects/Account"),
    });
  });

  it("a server that stops in the middle of its answer", async () => {
    server = await nodeServer({
      answer: (response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.write('{"totalSize":');
      },
    });
    await expect(clientOf(server.url, { timeout: 50 }).query(SOQL).all()).rejects.toMatchObject({
      name: "TimeoutError",
    });
  });

  it("the time counts all attempts and waits together", async () => {
    server = await nodeServer({
      answer: (response, { count }) =>
        count === 1
          ? sendJson(response, 200, EMPTY)
          : sendJson(response, 503, [{ errorCode: "SERVER_UNAVAILABLE", message: "busy" }]),
    });
    const sf = clientOf(server.url, { retry: { times: 10_000, firstDelayMs: 30, maxDelayMs: 30 } });
    await sf.query(SOQL).all();
    const call = sf.query(SOQL, { timeout: 500 }).all();
    await expect(call).rejects.toMatchObject({ name: "TimeoutError", afterMs: 500 });
    expect(server.requests.length).toBeGreaterThan(2);
    // A request that was under way when time ran out may still arrive.
    await new Promise((later) => setTimeout(later, 200));
    const sent = server.requests.length;
    await new Promise((later) => setTimeout(later, 200));
    expect(server.requests).toHaveLength(sent);
  });

  it("a transport that does not listen to its signal", async () => {
    const org = fakeOrg(() => new Promise(() => {}));
    const seconds = await secondsOf(
      expect(smallClient(org, { timeout: 30 }).query(SOQL).all()).rejects.toMatchObject({
        name: "TimeoutError",
      }),
    );
    expect(seconds).toBeLessThan(2);
  });

  it("Infinity waits as long as it takes", async () => {
    server = await nodeServer({ answer: (response) => setTimeout(() => sendJson(response, 200, EMPTY), 50) });
    expect(await clientOf(server.url, { timeout: Number.POSITIVE_INFINITY }).query(SOQL).all()).toEqual([]);
  });
});

describe("a call that is aborted", () => {
  const reason = { why: "changed my mind" };

  it("before it begins: nothing is sent", async () => {
    const org = fakeOrg(() => json(EMPTY));
    const call = smallClient(org)
      .query(SOQL, { signal: AbortSignal.abort(reason) })
      .all();
    await expect(call).rejects.toBe(reason);
    expect([...org.sent, ...org.logins]).toEqual([]);
  });

  it("under way: the connection is closed and the reason comes as it is", async () => {
    let closed = false;
    server = await nodeServer({
      answer: (response) => {
        response.on("close", () => {
          closed = true;
        });
      },
    });
    const controller = new AbortController();
    const call = clientOf(server.url).Account.create({ Name: "x" }, { signal: controller.signal });
    while (server.requests.length === 0) await new Promise((soon) => setTimeout(soon, 5));
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
    while (!closed) await new Promise((soon) => setTimeout(soon, 5));
  });

  it("while it waits before a repetition", async () => {
    server = await nodeServer({ answer: (response) => sendJson(response, 503, []) });
    const controller = new AbortController();
    const sf = clientOf(server.url, { retry: { firstDelayMs: 5_000 } });
    const call = sf.query(SOQL, { signal: controller.signal }).all();
    while (server.requests.length === 0) await new Promise((soon) => setTimeout(soon, 5));
    setTimeout(() => controller.abort(reason), 20);
    expect(await secondsOf(expect(call).rejects.toBe(reason))).toBeLessThan(1);
    expect(server.requests).toHaveLength(1);
  });

  it("while it waits for a place: it is never sent, and the place goes to the next", async () => {
    const answers: (() => void)[] = [];
    const org = fakeOrg(() => new Promise((answer) => answers.push(() => answer(json(EMPTY)))));
    const sf = smallClient(org, { concurrency: 1 });
    const controller = new AbortController();
    const first = sf.query(`${SOQL} LIMIT 1`).all();
    const second = sf.query(`${SOQL} LIMIT 2`, { signal: controller.signal }).all();
    const third = sf.query(`${SOQL} LIMIT 3`).all();
    while (answers.length === 0) await new Promise((soon) => setTimeout(soon, 5));
    expect(org.sent).toHaveLength(1);
    controller.abort(reason);
    await expect(second).rejects.toBe(reason);
    answers[0]?.();
    await first;
    while (answers.length === 1) await new Promise((soon) => setTimeout(soon, 5));
    answers[1]?.();
    await third;
    expect(org.sent.map(({ url }) => url.searchParams.get("q")?.slice(-1))).toEqual(["1", "3"]);
  });

  it("between the pages of a query", async () => {
    const controller = new AbortController();
    const org = fakeOrg(() =>
      json({
        totalSize: 2,
        done: false,
        nextRecordsUrl: "/services/data/v66.0/query/01g-1",
        records: [{ Id: "1" }],
      }),
    );
    const read = async () => {
      for await (const row of smallClient(org).query(SOQL, { signal: controller.signal })) {
        expect(row).toEqual({ Id: "1" });
        controller.abort(reason);
      }
    };
    await expect(read()).rejects.toBe(reason);
    expect(org.sent).toHaveLength(1);
  });
});

describe("a connection that breaks", () => {
  it("a read is repeated, a create is not: it may have been done", async () => {
    server = await nodeServer({
      answer: (response, { count }) => (count <= 2 ? response.destroy() : sendJson(response, 200, EMPTY)),
    });
    expect(await clientOf(server.url).query(SOQL).all()).toEqual([]);
    expect(server.requests).toHaveLength(3);
    await server.close();

    server = await nodeServer({ answer: (response) => response.destroy() });
    await expect(clientOf(server.url).Account.create({ Name: "x" })).rejects.toMatchObject({
      name: "ConnectionError",
      code: "connection",
    });
    expect(server.requests).toHaveLength(1);
  });

  it("in the middle of an answer", async () => {
    server = await nodeServer({
      answer: (response, { count }) => {
        if (count > 1) return sendJson(response, 200, EMPTY);
        response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
        response.write('{"totalSize":', () => response.destroy());
      },
    });
    expect(await clientOf(server.url).query(SOQL).all()).toEqual([]);
    expect(server.requests).toHaveLength(2);
  });

  it("a port where nothing listens", async () => {
    const free = createServer();
    await new Promise<void>((listening) => free.listen(0, "127.0.0.1", listening));
    const { port } = free.address() as AddressInfo;
    await new Promise((closed) => free.close(closed));
    await expect(clientOf(`http://127.0.0.1:${port}`).limits.get()).rejects.toMatchObject({
      name: "ConnectionError",
      message: expect.stringContaining(`127.0.0.1:${port} (ECONNREFUSED)`),
      hint: expect.stringContaining("Nothing listens there"),
    });
  });
});

describe("many calls at once", () => {
  it.each([7, 7.5])("no more are under way than `concurrency` says: %d", async (concurrency) => {
    let underWay = 0;
    let most = 0;
    server = await nodeServer({
      answer: (response) => {
        most = Math.max(most, ++underWay);
        setTimeout(() => {
          underWay--;
          sendJson(response, 200, EMPTY);
        }, 5);
      },
    });
    const sf = clientOf(server.url, { concurrency });
    await Promise.all(Array.from({ length: 60 }, () => sf.query(SOQL).all()));
    expect(most).toBe(7);
    expect(server.requests).toHaveLength(60);
  });
});
