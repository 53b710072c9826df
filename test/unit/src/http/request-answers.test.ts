import { clientCredentials, custom, isOrgtypeError, jsDates } from "orgtype";
import { afterEach, describe, expect, it } from "vitest";
import { keepSecret } from "../../../support/kept-secrets.js";
import { type NodeServer, sendJson, sendSessionEnded } from "../../../support/node-server.js";
import { CLIENT_SECRET, smallOrg } from "../../../support/small-org.js";
import {
  type Answer,
  clientOf,
  closeAll,
  HELLO,
  logins,
  ok,
  opened,
  ownTransport,
  type Sent,
  same,
  sent,
} from "./raw-requests.js";

afterEach(closeAll);

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
      }
    },
  );

  it("has the timeout for each piece, and is cut off where one does not come", async () => {
    const sf = await clientOf((response) => {
      response.write("a");
      setTimeout(() => response.write("b"), 300);
      setTimeout(() => response.write("c"), 600);
    });
    const stream = await sf.request("GET", HELLO, { as: "stream", timeout: 500 });
    const reader = stream.getReader();
    const text = async () => new TextDecoder().decode((await reader.read()).value);
    expect([await text(), await text(), await text()]).toEqual(["a", "b", "c"]);
    await expect(reader.read()).rejects.toMatchObject({ name: "TimeoutError", afterMs: 500 });
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
    const server: NodeServer = await opened({
      login: (response) =>
        sendJson(response, 200, {
          access_token: token,
          instance_url: server.url,
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
    expect(logins()).toBe(2);
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
    const posts = () => sent.filter(({ method }) => method === "POST").length;
    const reason = { why: "changed my mind" };
    const before = sf.request("POST", HELLO, { signal: AbortSignal.abort(reason) });
    await expect(before).rejects.toBe(reason);
    expect(posts()).toBe(0);
    const controller = new AbortController();
    const call = sf.request("POST", HELLO, { signal: controller.signal, body: new Blob(["x"]) });
    while (posts() === 0) await new Promise((soon) => setTimeout(soon, 5));
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });
});
