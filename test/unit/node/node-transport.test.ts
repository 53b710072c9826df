import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { constants, gzipSync } from "node:zlib";
import { ConnectionError, clientCredentials, custom } from "orgtype";
import { createOrg } from "orgtype/mock";
import { type NodeTransport, nodeTransport } from "orgtype/node";
import { createClient } from "orgtype/standard";
import { afterEach, describe, expect, it } from "vitest";

const closing: (() => void | Promise<void>)[] = [];
const opened: NodeTransport[] = [];

function transport(options?: Parameters<typeof nodeTransport>[0]): NodeTransport {
  const made = nodeTransport(options);
  opened.push(made);
  return made;
}

afterEach(async () => {
  for (const each of opened.splice(0)) each.close();
  for (const close of closing.splice(0)) await close();
});

/** A server on the loopback address, and the connections made to it. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  let connections = 0;
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, connections: () => connections };
}

describe("nodeTransport", () => {
  it("carries a whole client: login, writes, reads, refusals", async () => {
    const org = createOrg();
    const server = await org.listen();
    closing.push(() => server.close());
    const sf = createClient({
      environment: custom(server.url),
      auth: clientCredentials(org.credentials),
      transport: transport(),
    });
    const id = await sf.Account.create({ Name: "Über – 東京" });
    expect(await sf.Account.retrieve(id, { fields: ["Name"] })).toEqual({ Name: "Über – 東京" });
    await expect(sf.Account.create({ Name: "x".repeat(300) })).rejects.toMatchObject({
      errorCode: "STRING_TOO_LONG",
    });
    expect(sf.limits.usage?.max).toBeGreaterThan(0);
    const { data } = await sf.rest.GET("/limits");
    expect(data?.DailyApiRequests?.Max).toBeGreaterThan(0);
    await sf.Account.delete(id);
  });

  it("goes on over the connections there are, and opens no more than it may", async () => {
    const { url, connections } = await serve((_, response) => setTimeout(() => response.end("{}"), 5));
    const send = transport({ connections: 2 });
    for (let round = 0; round < 3; round++) {
      await Promise.all(Array.from({ length: 6 }, async () => (await send(url, {})).text()));
    }
    expect(connections()).toBe(2);
  });

  it("tells cookies apart", async () => {
    const { url } = await serve((_, response) =>
      response.setHeader("Set-Cookie", ["a=1; Expires=Thu, 01 Jan 2099 00:00:00 GMT", "b=2"]).end("{}"),
    );
    const { headers } = await transport()(url, {});
    expect([...headers].filter(([name]) => name === "set-cookie").map(([, value]) => value)).toEqual([
      "a=1; Expires=Thu, 01 Jan 2099 00:00:00 GMT",
      "b=2",
    ]);
  });

  it("unpacks what was compressed for the way, and leaves the byte order mark out", async () => {
    const { url } = await serve((request, response) => {
      expect(request.headers["accept-encoding"]).toContain("gzip");
      response.setHeader("Content-Encoding", "gzip").end(gzipSync('\uFEFF{"a":1}'));
    });
    const answer = await transport()(url, {});
    expect(await answer.text()).toBe('{"a":1}');
  });

  it("ends a download that is given up, also of what was compressed", async () => {
    for (const encoding of ["identity", "gzip"]) {
      let ended = () => {};
      const closed = new Promise<void>((resolve) => {
        ended = resolve;
      });
      const { url } = await serve((_, response) => {
        const part = Buffer.from("Id,Name\n".repeat(100));
        response.setHeader("Content-Encoding", encoding).on("close", () => ended());
        response.write(encoding === "gzip" ? gzipSync(part, { finishFlush: constants.Z_SYNC_FLUSH }) : part);
      });
      const reader = (await transport()(url, {})).body?.getReader();
      expect((await reader?.read())?.value?.length, encoding).toBeGreaterThan(0);
      await reader?.cancel();
      await closed;
    }
  });

  it("gives the body as it comes", async () => {
    const { url } = await serve((_, response) => {
      response.write("one,");
      setTimeout(() => response.end("two"), 20);
    });
    const { body } = await transport()(url, {});
    const pieces: string[] = [];
    const reader = body?.getReader();
    for (;;) {
      const piece = await reader?.read();
      if (piece === undefined || piece.done) break;
      pieces.push(Buffer.from(piece.value).toString());
    }
    expect(pieces).toEqual(["one,", "two"]);
  });

  it("sends text, forms and Blobs with their length", async () => {
    const seen: [string | undefined, string][] = [];
    const { url } = await serve(async (request, response) => {
      let text = "";
      for await (const chunk of request) text += chunk;
      seen.push([request.headers["content-length"], text]);
      response.end();
    });
    const send = transport();
    for (const body of ["ü", new URLSearchParams({ a: "b c" }), new Blob(["x", "y"]), new Uint8Array([65])]) {
      await (await send(url, { method: "POST", body })).text();
    }
    expect(seen).toEqual([
      ["2", "ü"],
      ["5", "a=b+c"],
      ["2", "xy"],
      ["1", "A"],
    ]);
    await expect(send(url, { method: "POST", body: new FormData() })).rejects.toThrow("not FormData");
  });

  it("follows no redirect", async () => {
    const { url } = await serve((_, response) =>
      response.writeHead(302, { Location: "https://host.invalid" }).end(),
    );
    const { status, headers } = await transport()(url, {});
    expect([status, headers.get("Location")]).toEqual([302, "https://host.invalid"]);
  });

  it("ends when its signal does, before and while the answer comes", async () => {
    const { url } = await serve((request, response) => {
      if (request.url === "/slow") response.write("{");
    });
    const send = transport();
    const waiting = new AbortController();
    const unanswered = send(`${url}/silent`, { signal: waiting.signal });
    setTimeout(() => waiting.abort(), 20);
    await expect(unanswered).rejects.toThrow();
    const reading = new AbortController();
    const answer = await send(`${url}/slow`, { signal: reading.signal });
    setTimeout(() => reading.abort(), 20);
    await expect(answer.text()).rejects.toThrow();
  });

  it("tells of connections that are cut, also in the middle of a body", async () => {
    const { url } = await serve((request, response) => {
      if (request.url?.includes("token")) {
        response.setHeader("Content-Type", "application/json");
        response.end(
          JSON.stringify({ access_token: "t", instance_url: url, token_type: "Bearer", id: `${url}/id/0/0` }),
        );
      } else {
        response.writeHead(200, { "Content-Length": "100" }).write("{");
        setTimeout(() => response.destroy(), 10);
      }
    });
    const sf = createClient({
      environment: custom(url),
      auth: clientCredentials({ clientId: "a", clientSecret: "b" }),
      transport: transport(),
      retry: { times: 0 },
    });
    const failure = await sf.limits.get().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConnectionError);
  });

  it("refuses options that make no sense", () => {
    expect(() => nodeTransport({ connections: 0 })).toThrow("`connections`");
    expect(() => nodeTransport({ idleMs: Number.NaN })).toThrow("`idleMs`");
  });
});
