import { type ConnectOptions, clientCredentials, custom, isOrgtypeError, jsDates } from "orgtype";
import { nodeTransport } from "orgtype/node";
import { afterEach, describe, expect, it } from "vitest";
import { keepSecret } from "../../../support/kept-secrets.js";
import {
  type NodeServer,
  type NodeServerOptions,
  nodeServer,
  sendJson,
  sendSessionEnded,
} from "../../../support/node-server.js";
import { CLIENT_SECRET, smallOrg } from "../../../support/small-org.js";

const DATA = "/services/data/v66.0";
const HELLO = "/services/apexrest/hello";
const same = (error: unknown) => error;

type Answer = NodeServerOptions["answer"];
type Sent = Parameters<Answer>[1];

let server: NodeServer | undefined;
let sent: Sent[] = [];
const transports: { close(): void }[] = [];

afterEach(async () => {
  for (const transport of transports.splice(0)) transport.close();
  await server?.close();
  server = undefined;
  sent = [];
});

/** A client of a server on a real socket. */
async function clientOf(answer: Answer, options: Partial<ConnectOptions> = {}) {
  server = await nodeServer({
    answer: (response, request) => {
      sent.push(request);
      answer(response, request);
    },
  });
  return smallOrg.createClient({
    environment: custom(server.url),
    auth: clientCredentials({ clientId: "key", clientSecret: CLIENT_SECRET }),
    retry: { firstDelayMs: 1 },
    ...options,
  });
}

function ownTransport() {
  const transport = nodeTransport();
  transports.push(transport);
  return transport;
}

const ok: Answer = (response) => sendJson(response, 200, { ok: true });
const nothing: Answer = (response) => response.writeHead(204).end();

describe("what is asked", () => {
  it.each([
    ["/", DATA],
    ["/limits", `${DATA}/limits`],
    ["/tooling/query/", `${DATA}/tooling/query/`],
    ["/services/data", "/services/data"],
    ["/services/apexrest/acme/orders/17", "/services/apexrest/acme/orders/17"],
    ["/sobjects/Account/Key__c/a%2Fb%20c", `${DATA}/sobjects/Account/Key__c/a%2Fb%20c`],
    [
      "/query?q=SELECT+Id+FROM+Account+WHERE+Name='x'",
      `${DATA}/query?q=SELECT+Id+FROM+Account+WHERE+Name=%27x%27`,
    ],
  ])("%s goes to %s", async (path, expected) => {
    const sf = await clientOf(ok);
    expect(await sf.request("GET", path)).toEqual({ ok: true });
    expect(sent[0]).toMatchObject({ method: "GET", path: expected, token: "token-1" });
    expect(sent[0]?.headers.accept).toBe("application/json");
  });

  it("the query is percent-encoded, names too, and joins one that the path has", async () => {
    const sf = await clientOf(ok);
    const query = {
      q: "WHERE Name = 'Ü & é'",
      fields: ["Id", "Name"],
      all: true,
      n: 0,
      no: undefined,
      "a&b": 1,
    };
    await sf.request("GET", "/x", { query });
    await sf.request("GET", "/x?y=1", { query: { z: 2 } });
    const [first, second] = sent.map(({ path }) => new URL(path, "http://x").searchParams);
    expect(Object.fromEntries(first ?? [])).toEqual({
      q: "WHERE Name = 'Ü & é'",
      fields: "Id,Name",
      all: "true",
      n: "0",
      "a&b": "1",
    });
    expect(second?.toString()).toBe("y=1&z=2");
  });

  it("has the headers of the client and of the call", async () => {
    const sf = await clientOf(ok, { headers: { "X-Client": "c" } });
    await sf.request("GET", "/x", { headers: { "X-Call": "d", accept: "application/xml" } });
    expect(sent[0]?.headers).toMatchObject({ "x-client": "c", "x-call": "d", accept: "application/xml" });
  });
});

describe("a path that leads elsewhere is refused before anything is sent", () => {
  const secret = keepSecret("part of a path", "s3cret-in-a-path");
  it.each([
    "",
    "limits",
    "https://evil.example/services/data",
    `https://user:${secret}@evil.example/services/`,
    "//evil.example/services/data",
    "///evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "/services\\..\\..\\secur",
    "/../../secur/frontdoor.jsp",
    "/services/../secur",
    "/services/data/../../secur",
    "/services/%2e%2e/secur",
    "/services/.%2E/secur",
    "/services/./data",
    "/sobjects/Account/..",
    "/sobjects/Account/.",
    "/sobjects//001",
    "/services//evil.example",
    "/services/data\r\nHost: evil.example",
    "/limits\n",
    "/lim\tits",
    " /limits",
    "/limits ",
    "/limits?a=\u0000",
    "/limits\u007f",
    "/limits#x",
    "/limits?a#b",
    "/Account/Ünï",
    "/Account/\ud800",
    "/Account?x=\udc00",
    "@evil.example/services/",
    ":8080/services/",
    ".evil.example/services/",
    "/id/00D/005",
    undefined,
    null,
    17,
    ["/limits"],
  ])("%j", async (path) => {
    const sf = await clientOf(ok);
    const failure = await sf.request("GET", path as string).catch(same);
    expect(failure).toMatchObject({ name: "SettingsError", code: "settings.path" });
    expect(`${failure}${JSON.stringify(failure)}`).not.toContain(secret);
    expect([...sent, ...Array(server?.logins())]).toEqual([]);
  });
});

describe("the body", () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 256);
  const view = new Uint8Array(Uint8Array.of(9, 9, ...bytes.subarray(0, 10), 9).buffer, 2, 10);

  it.each([
    ["an object", { a: [1, null] }, '{"a":[1,null]}', "application/json; charset=utf-8"],
    ["a list", [1], "[1]", "application/json; charset=utf-8"],
    ["false", false, "false", "application/json; charset=utf-8"],
    ["form fields", new URLSearchParams({ a: "b c" }), "a=b+c", "application/x-www-form-urlencoded"],
    ["a Blob", new Blob(["<a/>"], { type: "text/xml" }), "<a/>", "text/xml"],
    ["a Blob without a type", new Blob(["x"]), "x", "application/octet-stream"],
    ["an ArrayBuffer", bytes.buffer, bytes, "application/octet-stream"],
    ["a part of an ArrayBuffer", view, bytes.subarray(0, 10), "application/octet-stream"],
    ["many bytes", bytes, bytes, "application/octet-stream"],
  ])("%s is sent as what it is", async (_, body, expected, type) => {
    const sf = await clientOf(nothing);
    expect(await sf.request("POST", HELLO, { body })).toBeUndefined();
    expect(sent[0]?.body.equals(Buffer.from(expected as string))).toBe(true);
    expect(sent[0]?.headers["content-type"]).toBe(type);
  });

  it.each([
    ["text", "a,b", "text/csv"],
    ["bytes", Uint8Array.of(1, 2), "image/png"],
    ["a Blob", new Blob(["x"], { type: "text/plain" }), "image/png"],
    ["JSON", { a: 1 }, "application/merge-patch+json"],
  ])("%s may be said to be something", async (_, body, contentType) => {
    const sf = await clientOf(nothing, { transport: ownTransport() });
    await sf.request("PUT", HELLO, { body, contentType });
    expect(sent[0]?.headers["content-type"]).toBe(contentType);
  });

  it("is none where none is given", async () => {
    const sf = await clientOf(nothing);
    await sf.request("POST", HELLO);
    expect(sent[0]?.body).toHaveLength(0);
    expect(sent[0]?.headers["content-type"]).toBeUndefined();
  });

  it("is what it was when it was called", async () => {
    const sf = await clientOf(nothing);
    for (const n of [1, 2]) {
      const body = { n, inner: [n] };
      const call = sf.request("POST", HELLO, { body });
      body.n = 0;
      body.inner.push(0);
      await call;
    }
    expect(sent.map(({ body }) => body.toString())).toEqual(['{"n":1,"inner":[1]}', '{"n":2,"inner":[2]}']);
  });

  const circular: Record<string, unknown> = {};
  circular.self = circular;
  it.each([
    ["text without a type", { body: "{}" }, "`body` is text"],
    ["a stream", { body: new Blob(["x"]).stream() }, "`body` is a stream"],
    ["what is read bit by bit", { body: (async function* () {})() }, "`body` is a stream"],
    ["a function", { body: () => 1 }, "a value of type function"],
    ["a bigint", { body: { n: 1n } }, "JSON"],
    ["what refers to itself", { body: circular }, "JSON"],
    ["an object as CSV", { body: {}, contentType: "text/csv" }, "`contentType` is no JSON"],
    ["a form with a type", { body: new FormData(), contentType: "multipart/form-data" }, "boundary"],
  ])("%s is refused", async (_, options, message) => {
    const sf = await clientOf(ok);
    const failure = await sf.request("POST", HELLO, options).catch(same);
    expect(failure).toMatchObject({ name: "SettingsError", code: "settings.body" });
    expect(String(failure)).toContain(message);
    expect(sent).toEqual([]);
  });

  it.each([
    ["GET", { body: {} }, "settings.body"],
    ["POST", { body: "x", contentType: "text/plain\r\nx: y" }, "settings.headers"],
    ["POST", { headers: { Authorization: "mine" } }, "settings.headers"],
    ["POST", { timeout: -1 }, "settings.timeout"],
    ["get", {}, "settings.request"],
    ["CONNECT", {}, "settings.request"],
    ["GET", { as: "xml" }, "settings.request"],
    ["GET", { as: "toString" }, "settings.request"],
    ["GET", { query: { a: { b: 1 } } }, "settings.path"],
    ["GET", { query: { a: "\ud800" } }, "settings.text"],
  ])("%s with %j is refused: %s", async (method, options, code) => {
    const sf = await clientOf(ok);
    await expect(sf.request(method as "GET", HELLO, options as object)).rejects.toMatchObject({
      name: "SettingsError",
      code,
    });
    expect(sent).toEqual([]);
  });

  it("a form has the parts that Salesforce asks for: JSON with its type and no file name", async () => {
    const form = new FormData();
    form.append("entity_content", JSON.stringify({ Title: "Ü" }));
    form.append("note", "plain\n{");
    form.append("job", new Blob(["{}"], { type: "application/json" }));
    form.append("VersionData", new Blob([Uint8Array.of(0, 13, 10, 255)], { type: "image/png" }), 'a"b\n.png');
    form.append("named", new Blob(["{}"], { type: "application/json" }), "data.json");
    form.append("untyped", new Blob(["x"]));
    for (const transport of [undefined, ownTransport()]) {
      const sf = await clientOf(nothing, transport && { transport });
      await sf.request("POST", "/sobjects/ContentVersion", { body: form });
      const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = sent.splice(0);
      const [, boundary = ""] =
        /^multipart\/form-data; boundary=([\w-]{20,70})$/.exec(headers["content-type"] ?? "") ?? [];
      expect(body.toString("latin1").split(`--${boundary}`)).toEqual([
        "",
        `\r\nContent-Disposition: form-data; name="entity_content"\r\nContent-Type: application/json\r\n\r\n{"Title":"Ã\u009c"}\r\n`,
        '\r\nContent-Disposition: form-data; name="note"\r\n\r\nplain\n{\r\n',
        '\r\nContent-Disposition: form-data; name="job"\r\nContent-Type: application/json\r\n\r\n{}\r\n',
        '\r\nContent-Disposition: form-data; name="VersionData"; filename="a%22b%0A.png"\r\nContent-Type: image/png\r\n\r\n\0\r\n\xff\r\n',
        '\r\nContent-Disposition: form-data; name="named"; filename="data.json"\r\nContent-Type: application/json\r\n\r\n{}\r\n',
        '\r\nContent-Disposition: form-data; name="untyped"; filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n',
        "--\r\n",
      ]);
      await server?.close();
    }
  });
});

describe("the answer", () => {
  it.each(["[1]", '"text"', "17", "null", "false"])("is the JSON %s", async (text) => {
    const sf = await clientOf((response) => response.end(text));
    expect(await sf.request("GET", HELLO)).toEqual(JSON.parse(text));
  });

  it("that is no JSON is an error, and text for those who ask for it", async () => {
    const sf = await clientOf((response) => response.end("<html>Ü</html>"));
    await expect(sf.request("GET", HELLO)).rejects.toMatchObject({
      name: "DecodeError",
      code: "decode.body",
      hint: expect.stringContaining('as: "text"'),
    });
    expect(await sf.request("GET", HELLO, { as: "text" })).toBe("<html>Ü</html>");
    expect(sent[1]?.headers.accept).toBe("*/*");
  });

  it("that is empty, or has not changed, is undefined, and empty in the other forms", async () => {
    for (const status of [200, 204, 304]) {
      for (const transport of [undefined, ownTransport()]) {
        const sf = await clientOf((response) => response.writeHead(status).end(), transport && { transport });
        expect(await sf.request("GET", HELLO)).toBeUndefined();
        expect(await sf.request("GET", HELLO, { as: "text" })).toBe("");
        expect(await sf.request("GET", HELLO, { as: "bytes" })).toEqual(new Uint8Array());
        expect(await new Response(await sf.request("GET", HELLO, { as: "stream" })).text()).toBe("");
        const response = await sf.request("GET", HELLO, { as: "response" });
        expect([response.status, await response.text()]).toEqual([status, ""]);
        await server?.close();
      }
    }
  });

  it("is as it is on the wire, whatever the client decodes", async () => {
    const record = { attributes: { type: "Account", url: "" }, CreatedDate: "2026-01-01T00:00:00.000+0000" };
    const sf = (await clientOf((response) => sendJson(response, 200, record))).with({ decode: jsDates });
    expect(await sf.request("GET", "/sobjects/Account/001")).toEqual(record);
  });

  it("of bytes is all of them", async () => {
    const bytes = Buffer.from(Uint8Array.from({ length: 500_000 }, (_, at) => (at * 31) % 256));
    for (const transport of [undefined, ownTransport()]) {
      const sf = await clientOf((response) => response.end(bytes), transport && { transport });
      const read = await sf.request("GET", HELLO, { as: "bytes" });
      expect(bytes.equals(read)).toBe(true);
      const streamed = await sf.request("GET", HELLO, { as: "stream" });
      expect(bytes.equals(Buffer.from(await new Response(streamed).arrayBuffer()))).toBe(true);
      await server?.close();
    }
  });

  it("may be a response: status, headers and body, refusals as well", async () => {
    const sf = await clientOf((response, { count }) =>
      count === 1
        ? sendSessionEnded(response)
        : sendJson(response, 409, { reason: "sold out" }, { "x-made": "yes" }),
    );
    const response = await sf.request("POST", HELLO, { as: "response" });
    expect([response.status, response.headers.get("x-made")]).toEqual([409, "yes"]);
    expect(await response.json()).toEqual({ reason: "sold out" });
    expect(sent.map(({ token }) => token)).toEqual(["token-1", "token-2"]);
  });
});

describe("a stream", () => {
  const PIECE = Buffer.alloc(1 << 16, 7);

  it("is read no faster than it is taken", async () => {
    let written = 0;
    const sf = await clientOf((response) => {
      const write = () => {
        while (written < 2_000 && !response.destroyed) {
          written++;
          if (!response.write(PIECE)) return void response.once("drain", write);
        }
        response.end();
      };
      write();
    });
    const stream = await sf.request("GET", HELLO, { as: "stream" });
    const reader = stream.getReader();
    await reader.read();
    await new Promise((later) => setTimeout(later, 200));
    expect(written).toBeLessThan(1_000);
    await reader.cancel();
  });

  it.each(["cancelled", "aborted"])(
    "that is %s closes the connection, even while nobody reads",
    async (how) => {
      const reason = { why: "enough" };
      for (const transport of [undefined, ownTransport()]) {
        let closed = false;
        const answer: Answer = (response) => {
          response.on("close", () => {
            closed = true;
          });
          response.write(PIECE);
        };
        const sf = await clientOf(answer, transport && { transport });
        const controller = new AbortController();
        const { signal } = controller;
        const stream = await sf.request("GET", HELLO, { as: "stream", signal });
        const reader = stream.getReader();
        await reader.read();
        if (how === "cancelled") await reader.cancel();
        else controller.abort(reason);
        while (!closed) await new Promise((soon) => setTimeout(soon, 5));
        if (how === "aborted") await expect(reader.read()).rejects.toBe(reason);
        await server?.close();
      }
    },
  );

  it("has the timeout for each piece, and is cut off where one does not come", async () => {
    const sf = await clientOf((response) => {
      response.write("a");
      setTimeout(() => response.write("b"), 120);
    });
    const stream = await sf.request("GET", HELLO, { as: "stream", timeout: 200 });
    const reader = stream.getReader();
    const text = async () => new TextDecoder().decode((await reader.read()).value);
    expect([await text(), await text()]).toEqual(["a", "b"]);
    await expect(reader.read()).rejects.toMatchObject({ name: "TimeoutError", afterMs: 200 });
  });

  it("that is cut is an error", async () => {
    const sf = await clientOf((response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("half", () => setTimeout(() => response.destroy(), 20));
    });
    const stream = await sf.request("GET", HELLO, { as: "stream" });
    await expect(new Response(stream).text()).rejects.toMatchObject({ code: "connection.cut" });
  });
});

describe("what goes wrong", () => {
  it("is an error of the same classes, with its hint, and without the query", async () => {
    const sf = await clientOf((response) =>
      sendJson(response, 404, [{ errorCode: "NOT_FOUND", message: "Could not find a match for URL" }]),
    );
    for (const as of ["json", "text", "bytes", "stream"] as const) {
      const failure = await sf.request("POST", `${HELLO}?key=personal`, { as }).catch(same);
      expect(isOrgtypeError(failure, "NotFoundError")).toBe(true);
      expect(failure).toMatchObject({ status: 404, request: `POST ${HELLO}` });
    }
  });

  it("of Apex: an exception, an error of its own", async () => {
    const sf = await clientOf((response, { count }) =>
      count === 1
        ? sendJson(response, 500, [{ errorCode: "APEX_ERROR", message: "System.NullPointerException" }])
        : sendJson(response, 409, { reason: "sold out" }),
    );
    await expect(sf.request("POST", HELLO)).rejects.toMatchObject({
      name: "ValidationError",
      code: "APEX_ERROR",
    });
    await expect(sf.request("POST", HELLO)).rejects.toMatchObject({
      name: "ApiError",
      code: "HTTP_409",
      message: expect.stringContaining("sold out"),
    });
  });

  it("holds no secret", async () => {
    const token = keepSecret("access token", "token-1-kept-in-request-test");
    server = await nodeServer({
      login: (response) =>
        sendJson(response, 200, {
          access_token: token,
          instance_url: server?.url,
          id: "",
          token_type: "Bearer",
        }),
      answer: (response, { count }) =>
        count === 1 ? sendJson(response, 400, [{ errorCode: "X", message: "no" }]) : response.destroy(),
    });
    const sf = smallOrg.createClient({
      environment: custom(server.url),
      auth: clientCredentials({ clientId: "key", clientSecret: CLIENT_SECRET }),
    });
    for (const _ of [1, 2]) {
      const failure = (await sf.request("POST", HELLO).catch(same)) as Error;
      const { inspect } = await import("node:util");
      const told = `${inspect(failure, { depth: 9, showHidden: true })}${JSON.stringify(failure)}${failure.stack}`;
      expect(told).not.toContain(token);
      expect(told).not.toContain(CLIENT_SECRET);
    }
  });

  it("a session that ended is renewed once, and all is sent again", async () => {
    const sf = await clientOf((response, { token }) =>
      token === "token-1" ? sendSessionEnded(response) : sendJson(response, 200, { ok: true }),
    );
    const form = new FormData();
    form.append("Body", new Blob([new Uint8Array(400_000)]), "a.bin");
    const calls = [{ body: { a: 1 } }, { body: form }, { body: new Uint8Array(400_000) }];
    for (const options of calls) expect(await sf.request("POST", HELLO, options)).toEqual({ ok: true });
    expect(server?.logins()).toBe(2);
    expect(sent[0]?.body.equals(sent[1]?.body ?? Buffer.alloc(0))).toBe(true);
  });

  it("a redirect is not followed: the token would go along", async () => {
    const sf = await clientOf((response) =>
      response.writeHead(302, { location: "https://evil.example/" }).end(),
    );
    await expect(sf.request("GET", HELLO)).rejects.toMatchObject({ code: "HTTP_302" });
    expect((await sf.request("GET", HELLO, { as: "response" })).status).toBe(302);
    expect(sent).toHaveLength(2);
  });

  const cut: Answer = (response, { count }) => (count === 1 ? response.destroy() : ok(response, {} as Sent));
  it.each([
    ["GET", {}, 2],
    ["GET", { repeatable: false }, 1],
    ["POST", {}, 1],
    ["PATCH", {}, 1],
    ["PUT", {}, 1],
    ["DELETE", {}, 1],
    ["POST", { repeatable: true }, 2],
    ["PUT", { repeatable: true, body: new FormData() }, 2],
  ] as const)("%s with %j is sent %i times where the connection is cut", async (method, options, times) => {
    const sf = await clientOf(cut);
    const call = sf.request(method, HELLO, options);
    if (times === 2) expect(await call).toEqual({ ok: true });
    else await expect(call).rejects.toMatchObject({ name: "ConnectionError", code: "connection" });
    expect(sent).toHaveLength(times);
  });

  it("bytes that break off are asked for again", async () => {
    const sf = await clientOf((response, { count }) => {
      if (count > 1) return response.end("whole");
      response.writeHead(200, { "content-length": "1000" });
      response.write("half", () => response.destroy());
    });
    expect(new TextDecoder().decode(await sf.request("GET", HELLO, { as: "bytes" }))).toBe("whole");
  });

  it("no answer in time, and a call that is aborted", async () => {
    const sf = await clientOf(() => {});
    await sf.request("GET", "/services/../x").catch(same); // loads the code
    await expect(sf.request("GET", HELLO, { timeout: 50 })).rejects.toMatchObject({ name: "TimeoutError" });
    const reason = { why: "changed my mind" };
    const before = sf.request("POST", HELLO, { signal: AbortSignal.abort(reason) });
    await expect(before).rejects.toBe(reason);
    expect(sent).toHaveLength(1);
    const controller = new AbortController();
    const call = sf.request("POST", HELLO, { signal: controller.signal, body: new Blob(["x"]) });
    while (sent.length === 1) await new Promise((soon) => setTimeout(soon, 5));
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });
});
