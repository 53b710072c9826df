import { clientCredentials, createClient, custom } from "orgtype";
import { afterEach, describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { type NodeServer, nodeServer, sendJson } from "../../../support/node-server.js";
import { CLIENT_SECRET, smallClient } from "../../../support/small-org.js";

describe("sf.request", () => {
  let server: NodeServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  function clientOf({ url }: NodeServer) {
    const auth = clientCredentials({ clientId: "key", clientSecret: CLIENT_SECRET });
    return createClient({ apiVersion: "66.0", environment: custom(url), auth, retry: { firstDelayMs: 1 } });
  }

  it.each([
    "//evil.example/services/data",
    "https://evil.example/services/data",
    "services/data",
    "limits",
    "",
    "/\\evil.example/services/data",
    "/services/../secur/frontdoor.jsp",
    "/services/data/%2e%2e/%2E%2e/secur",
    "/services/data/./x",
    "/sobjects/Account/../../../../secur",
    "/sobjects/Account/..",
    "/sobjects/Account/001\r\nHost: evil.example",
    "/sobjects/Account/\t001",
    "/sobjects/Account/\ud800",
    "/sobjects/Account#x",
    "/services\\data",
    7 as unknown as string,
  ])("does not go to %j", async (path) => {
    const org = fakeOrg(() => json({}));
    await expect(smallClient(org).request("GET", path)).rejects.toMatchObject({
      name: "SettingsError",
      code: "settings.path",
    });
    expect(org.sent).toEqual([]);
    expect(org.logins).toEqual([]);
  });

  it.each([
    ["/limits", "/services/data/v66.0/limits"],
    ["/services/apexrest/a b/ü?q=x y..&r=/../", "/services/apexrest/a%20b/%C3%BC?q=x%20y..&r=/../"],
    ["/services/apexrest/50%25", "/services/apexrest/50%25"],
    ["/sobjects/Account/...", "/services/data/v66.0/sobjects/Account/..."],
    ["/query?q=a", "/services/data/v66.0/query?q=a&x=1%2C2,3"],
  ])("sends %s as %s", async (path, sent) => {
    const org = fakeOrg(() => json({}));
    const query = sent.includes("x=1") ? { query: { x: ["1,2", 3], y: undefined } } : {};
    await smallClient(org).request("GET", path, query);
    const { url } = org.sent[0]!;
    expect(url.pathname + url.search).toBe(sent);
  });

  it.each([
    ["method", ["HEAD", "/limits"], "`method` is not known."],
    ["form", ["GET", "/limits", { as: "xml" }], "`as` is not known."],
    ["form by inheritance", ["GET", "/limits", { as: "toString" }], "`as` is not known."],
    ["stream", ["POST", "/limits", { body: new ReadableStream() }], "`body` is a stream."],
    [
      "text that is none",
      ["POST", "/limits", { body: { a: 1 }, contentType: "text/csv" }],
      "`body` is no text/csv.",
    ],
    ["body", ["POST", "/limits", { body: { a: 1n } }], "cannot be sent as JSON"],
    ["header", ["GET", "/limits", { headers: { Authorization: "x" } }], "cannot be set"],
  ])("refuses a wrong %s", async (_, args, message) => {
    const org = fakeOrg(() => json({}));
    const call = smallClient(org).request as (...args: unknown[]) => Promise<unknown>;
    await expect(call(...args)).rejects.toMatchObject({
      name: "SettingsError",
      message: expect.stringContaining(message),
    });
    expect(org.sent).toEqual([]);
  });

  it("says that an answer is no JSON", async () => {
    const org = fakeOrg(() => new Response("<p>Hello</p>"));
    const sf = smallClient(org);
    await expect(sf.request("GET", "/limits")).rejects.toMatchObject({
      name: "DecodeError",
      hint: expect.stringContaining('as: "text"'),
    });
    expect(await sf.request("GET", "/limits", { as: "text" })).toBe("<p>Hello</p>");
  });

  it("is sent again where no answer came only if that is safe", async () => {
    server = await nodeServer({
      answer(response, { count, path }) {
        if (path.endsWith("cut") && count < 3) response.destroy();
        else sendJson(response, 200, { count });
      },
    });
    const sf = clientOf(server);
    expect(await sf.request("GET", "/services/apexrest/cut")).toEqual({ count: 3 });
    const { requests } = server;
    requests.length = 0;
    await expect(sf.request("PATCH", "/services/apexrest/cut", { body: {} })).rejects.toMatchObject({
      name: "ConnectionError",
    });
    expect(requests).toHaveLength(1);
    requests.length = 0;
    await sf.request("PUT", "/services/apexrest/cut", { body: {}, repeatable: true });
    expect(requests).toHaveLength(3);
  });

  it("sends again the same bytes of a form after the session was renewed", async () => {
    const sent: string[] = [];
    const bodies: string[] = [];
    const org = fakeOrg((request, count) => {
      sent.push(request.headers.get("content-type") ?? "");
      return count === 1
        ? json([{ errorCode: "INVALID_SESSION_ID", message: "Session expired or invalid" }], 401)
        : json({});
    });
    const transport: typeof org.transport = async (url, init) => {
      if (init.body instanceof Uint8Array) bodies.push(new TextDecoder().decode(init.body));
      return org.transport(url, init);
    };
    const form = new FormData();
    form.append("file", new Blob(["abc"]), "a.txt");
    await smallClient(org, { transport }).request("POST", "/services/apexrest/files", { body: form });
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toBe(bodies[0]);
    expect(new Set(sent).size).toBe(1);
    expect(sent[0]).toMatch(/^multipart\/form-data; boundary=/);
  });

  it("ends with what is no longer wanted, and with time", async () => {
    let closed = 0;
    server = await nodeServer({
      answer(response) {
        response.on("close", () => closed++);
        response.writeHead(200).write("piece");
      },
    });
    const sf = clientOf(server);
    const stream = await sf.request("GET", "/services/apexrest/endless", { as: "stream" });
    const reader = stream.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("piece");
    await reader.cancel();
    await expect.poll(() => closed).toBe(1);
    const late = await sf.request("GET", "/services/apexrest/endless", { as: "stream", timeout: 50 });
    await expect(new Response(late).text()).rejects.toMatchObject({ name: "TimeoutError" });
    await expect(
      sf.request("GET", "/services/apexrest/endless", { as: "bytes", timeout: 50 }),
    ).rejects.toMatchObject({ name: "TimeoutError" });
    await expect.poll(() => closed).toBe(3);
  });

  it("tells of a file that is cut off, whole or as it comes", async () => {
    server = await nodeServer({
      answer(response) {
        response.writeHead(200, { "content-length": "100" }).write("only this");
        setTimeout(() => response.destroy(), 20);
      },
    });
    const sf = clientOf(server);
    await expect(sf.request("GET", "/limits", { as: "bytes", repeatable: false })).rejects.toMatchObject({
      name: "ConnectionError",
    });
    const stream = await sf.request("GET", "/limits", { as: "stream" });
    await expect(new Response(stream).text()).rejects.toMatchObject({ name: "ConnectionError" });
  });
});
