import { afterEach, describe, expect, it } from "vitest";
import { keepSecret } from "../../../support/kept-secrets.js";
import {
  clientOf,
  closeAll,
  DATA,
  HELLO,
  logins,
  nothing,
  ok,
  ownTransport,
  same,
  sent,
} from "./raw-requests.js";

afterEach(closeAll);

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
    expect([...sent, ...Array(logins())]).toEqual([]);
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
    }
  });
});
