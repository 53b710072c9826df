import type { ServerResponse } from "node:http";
import { clientCredentials, custom } from "orgtype";
import { createOrg } from "orgtype/mock";
import { createClient } from "orgtype/standard";
import { afterEach, describe, expect, it } from "vitest";
import { nodeServer, sendJson } from "../../../../support/node-server.js";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const SOQL = "SELECT Id, Name FROM Account";
const JOB = { id: "750000000000001AAA", operation: "query", object: "Account", numberRecordsProcessed: 0 };
const HEADER = '"Id","Name"\n';
// As no writer of ours would write it: quotes that need not be, next to none.
const PAGES = [
  ['"1","A"\n', '2,"B, ""b""\nb"\n', '"3",\n'],
  ['"4","東京\n\n""🎉"\n', '"5","E"\n', "6,F\n", '"7","G,\r\ng"\n'],
  ['"8","H"\n'],
];
const WHOLE = HEADER + PAGES.flat().join("");
const quick = { pollMs: 1, retry: { firstDelayMs: 1 } };

type Answer = (response: ServerResponse, page: number, asked: number) => void;

/** An org with the pages of one query; `answer` sends a page that was asked for for the nth time. */
async function pageServer(answer: Answer, pages: number = PAGES.length) {
  const asked: number[] = [];
  const server = await nodeServer({
    answer(response, { path }) {
      if (!path.includes("/results")) return sendJson(response, 200, { ...JOB, state: "JobComplete" });
      const page = Number(new URL(path, "http://org").searchParams.get("locator") ?? 0);
      asked[page] = (asked[page] ?? 0) + 1;
      response.setHeader("sforce-locator", page + 1 < pages ? page + 1 : "null");
      answer(response, page, asked[page]);
    },
  });
  closing.push(() => server.close());
  const sf = createClient({
    environment: custom(server.url),
    auth: clientCredentials({ clientId: "a", clientSecret: "b" }),
    retry: { times: 0 },
  });
  return { sf, asked };
}

const bodyOf = (page: number) => Buffer.from(HEADER + (PAGES[page] ?? []).join(""));

const sendWhole: Answer = (response, page) => {
  response.setHeader("sforce-numberofrecords", PAGES[page]?.length ?? 0);
  response.end(bodyOf(page));
};

function cutAt(response: ServerResponse, body: Buffer, at: number): void {
  response.writeHead(200, { "content-length": body.length });
  response.flushHeaders();
  if (at === 0) response.destroy();
  else response.write(body.subarray(0, at), () => setTimeout(() => response.destroy(), 5));
}

function collector() {
  const pieces: Uint8Array[] = [];
  return {
    sink: new WritableStream<Uint8Array>({ write: (piece) => void pieces.push(piece) }),
    text: () => Buffer.concat(pieces).toString(),
  };
}

describe("CSV of a bulk query", () => {
  it("is what Salesforce sent, byte for byte, with the header once", async () => {
    const { sf } = await pageServer(sendWhole);
    const { sink, text } = collector();
    const progress: number[] = [];
    const query = sf.bulk.query(SOQL, { ...quick, onProgress: ({ read }) => progress.push(read) });
    expect(await query.toWritable(sink)).toBe(8);
    expect(text()).toBe(WHOLE);
    expect(progress.filter((read) => read > 0)).toEqual([3, 7, 8]);
    expect(query.checkpoint()).toMatchObject({ read: 8, columns: ["Id", "Name"], places: [] });
  });

  it("has each row once, wherever a page was cut", async () => {
    const body = bodyOf(1);
    let at = 0;
    const { sf, asked } = await pageServer((response, page, count) => {
      if (page === 1 && count % 2 === 1) return cutAt(response, body, at);
      sendWhole(response, page, count);
    });
    for (; at < body.length; at++) {
      const { sink, text } = collector();
      expect([await sf.bulk.query(SOQL, quick).toWritable(sink), text()]).toEqual([8, WHOLE]);
    }
    expect(asked).toEqual([body.length, 2 * body.length, body.length]);
  }, 240_000);

  it("has each row once where a proxy ends a cut page as if it were whole", async () => {
    const body = bodyOf(1);
    // A last row that lacks no more than the text of its last field looks whole.
    const looksWhole = [body.length - 1, body.lastIndexOf('"G')];
    for (let at = 0; at < body.length; at++) {
      if (looksWhole.includes(at)) continue;
      const { sf } = await pageServer((response, page, count) => {
        if (page !== 1 || count > 1) return sendWhole(response, page, count);
        response.setHeader("sforce-numberofrecords", PAGES[1]?.length ?? 0);
        response.end(body.subarray(0, at));
      });
      const { sink, text } = collector();
      expect([await sf.bulk.query(SOQL, quick).toWritable(sink), text()]).toEqual([8, WHOLE]);
    }
  }, 240_000);

  it("has no part of a row whose last field has no quotes, nor have the rows", async () => {
    const body = Buffer.from("Id,Name\n1,Bern\n2,Zurich\n");
    for (const at of [body.length - 3, body.length - 1]) {
      const { sf, asked } = await pageServer((response, _, count) => {
        if (count % 2 === 1) cutAt(response, body, at);
        else response.end(body);
      }, 1);
      const { sink, text } = collector();
      expect(await sf.bulk.query(SOQL, quick).toWritable(sink)).toBe(2);
      expect(text()).toBe(body.toString());
      expect(await sf.bulk.query(SOQL, { ...quick, raw: true }).all()).toEqual([
        { Id: "1", Name: "Bern" },
        { Id: "2", Name: "Zurich" },
      ]);
      expect(asked).toEqual([4]);
    }
  });

  it("takes no part of a header row for the columns, nor do the rows", async () => {
    const body = Buffer.from("Id,Name\n1,Bern\n2,Zurich\n");
    for (let at = 1; at < "Id,Name".length; at++) {
      const { sf, asked } = await pageServer((response, _, count) => {
        response.setHeader("sforce-numberofrecords", 2);
        response.end(count % 2 === 1 ? body.subarray(0, at) : body);
      }, 1);
      const { sink, text } = collector();
      expect([await sf.bulk.query(SOQL, quick).toWritable(sink), text()]).toEqual([2, body.toString()]);
      expect(await sf.bulk.query(SOQL, { ...quick, raw: true }).all()).toEqual([
        { Id: "1", Name: "Bern" },
        { Id: "2", Name: "Zurich" },
      ]);
      expect(asked).toEqual([4]);
    }
  });

  it("goes on from a checkpoint, without a row lost or doubled", async () => {
    const body = bodyOf(1);
    for (const at of [0, 5, HEADER.length, HEADER.length + 4, body.length - 12, body.length - 1]) {
      const { sf } = await pageServer((response, page, count) => {
        if (page === 1 && count === 1) return cutAt(response, body, at);
        sendWhole(response, page, count);
      });
      const [first, second] = [collector(), collector()];
      const query = sf.bulk.query(SOQL, { pollMs: 1, retry: { times: 0 } });
      await expect(query.toWritable(first.sink)).rejects.toMatchObject({ name: "ConnectionError" });
      const kept = JSON.parse(JSON.stringify(query.checkpoint()));
      const rows = await sf.bulk.resumeQuery(kept, quick).toWritable(second.sink);
      expect(first.text() + second.text()).toBe(WHOLE);
      expect(kept.read + rows).toBe(8);
    }
  });

  it("has its header where there are no rows", async () => {
    const { sf } = await pageServer((response) => response.end(HEADER), 1);
    const { sink, text } = collector();
    const query = sf.bulk.query(SOQL, quick);
    expect([await query.toWritable(sink), text()]).toEqual([0, HEADER]);
    const again = collector();
    expect(await sf.bulk.resumeQuery(query.checkpoint(), quick).toWritable(again.sink)).toBe(0);
    expect(again.text()).toBe("Id,Name\n");
  });

  it("has a line feed after the last row of a page that came without", async () => {
    const { sf } = await pageServer((response, page) => response.end(`Id,Name\n${page},A`));
    const { sink, text } = collector();
    expect(await sf.bulk.query(SOQL, quick).toWritable(sink)).toBe(3);
    expect(text()).toBe("Id,Name\n0,A\n1,A\n2,A\n");
  });

  it("has every row of pages that are read side by side, and one header", async () => {
    const org = createOrg();
    org.seed({ Contact: Array.from({ length: 2_500 }, (_, n) => ({ LastName: `C${n}\n"${n}"` })) });
    const server = await org.listen();
    closing.push(() => server.close());
    const sf = createClient({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
    const { sink, text } = collector();
    const soql = "SELECT LastName FROM Contact";
    expect(await sf.bulk.query(soql, { pollMs: 1, parallel: 3 }).toWritable(sink)).toBe(2_500);
    const lines = text().split(/(?<="\n)(?=")/);
    expect(lines[0]).toBe('"LastName"\n');
    const wanted = Array.from({ length: 2_500 }, (_, n) => `"C${n}\n""${n}"""\n`);
    expect(lines.slice(1).sort()).toEqual(wanted.sort());
  });

  it("comes no faster than it is written", async () => {
    const piece = Buffer.from(`${"x".repeat(1023)}\n`.repeat(1024));
    let sent = 0;
    const { sf } = await pageServer((response) => {
      response.write("Name\n");
      const write = () => {
        if (sent++ < 200) response.write(piece, write);
        else response.end();
      };
      write();
    }, 1);
    const sink = new WritableStream<Uint8Array>({
      async write() {
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (sent > 0 && ++writes === 10) throw new Error("full");
      },
    });
    let writes = 0;
    await expect(sf.bulk.query(SOQL, quick).toWritable(sink)).rejects.toThrow("full");
    // Megabytes; what the sockets of both sides hold is the system's affair.
    expect(sent).toBeLessThan(40);
  });
});

describe("a body that comes in pieces", () => {
  const timeout = 400;
  const trickle = (rows: number, end: (response: ServerResponse) => void): Answer => {
    return (response) => {
      let sent = 0;
      response.write("Id\n");
      const timer = setInterval(() => {
        if (sent++ < rows) return response.write(`${sent}\n`);
        clearInterval(timer);
        end(response);
      }, 80);
    };
  };

  it("may take longer than the time that each piece has", async () => {
    const { sf } = await pageServer(
      trickle(10, (response) => response.end()),
      1,
    );
    expect(await sf.bulk.query(SOQL, { ...quick, timeout }).toWritable(collector().sink)).toBe(10);
  });

  it("is given up where a piece does not come in time", async () => {
    const { sf } = await pageServer(
      trickle(6, () => {}),
      1,
    );
    const { sink, text } = collector();
    const query = sf.bulk.query(SOQL, { pollMs: 1, timeout, retry: { times: 0 } });
    await expect(query.toWritable(sink)).rejects.toMatchObject({ name: "TimeoutError", afterMs: timeout });
    expect(text()).toBe("Id\n1\n2\n3\n4\n5\n6\n");
  });

  it("is given up at once where the call is aborted", async () => {
    const stop = new AbortController();
    const { sf } = await pageServer(
      trickle(3, () => setTimeout(() => stop.abort(new Error("enough")), 20)),
      1,
    );
    const query = sf.bulk.query(SOQL, { ...quick, signal: stop.signal });
    await expect(query.toWritable(collector().sink)).rejects.toThrow("enough");
  });
});
