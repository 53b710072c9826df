import * as fc from "fast-check";
import { type AnswerForms, clientCredentials, custom } from "orgtype";
import { createOrg, type Listening } from "orgtype/mock";
import { nodeTransport } from "orgtype/node";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The raw door over a real socket, with both ways of sending. */
describe.each([
  ["fetch", undefined],
  ["nodeTransport()", nodeTransport()],
])("sf.request over %s", (_, transport) => {
  const org = createOrg({
    apexRest: {
      "GET /orders/{id}": ({ params, query }) => ({ id: params.id ?? "", only: query.get("only") }),
      "POST /orders": ({ body, headers }, response) => {
        response.statusCode = 201;
        return { body: body as string, type: headers.get("content-type") };
      },
      "DELETE /orders/{id}": () => undefined,
      "GET /word": () => "word",
      "GET /refused": (_request, response) => {
        response.statusCode = 404;
        return [{ errorCode: "NOT_FOUND", message: "no such order" }];
      },
    },
  });
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    server = await org.listen();
    const auth = clientCredentials(org.credentials);
    sf = await connect({ environment: custom(server.url), auth, ...(transport && { transport }) });
  });
  afterAll(() => server.close());

  it("calls Apex REST", async () => {
    const order = await sf.request<{ id: string }>("GET", "/services/apexrest/orders/7?only=a%26b");
    expect(order).toEqual({ id: "7", only: "a&b" });
    expect(await sf.request("POST", "/services/apexrest/orders", { body: { sku: "A-1" } })).toEqual({
      body: { sku: "A-1" },
      type: "application/json; charset=utf-8",
    });
    expect(await sf.request("DELETE", "/services/apexrest/orders/7")).toBeUndefined();
    expect(await sf.request("GET", "/services/apexrest/word")).toBe("word");
    expect(await sf.request("GET", "/services/apexrest/word", { as: "text" })).toBe('"word"');
    await expect(sf.request("GET", "/services/apexrest/refused")).rejects.toMatchObject({
      name: "NotFoundError",
      message: expect.stringContaining("no such order"),
    });
  });

  it("takes paths after the version, and parameters of any kind", async () => {
    const { records } = await sf.request<{ records: object[] }>("GET", "/query", {
      query: { q: "SELECT Id FROM Account WHERE Name = 'a+b & c'", nothing: undefined },
    });
    expect(records).toEqual([]);
    const [first] = await sf.request<{ version: string }[]>("GET", "/services/data");
    expect(first?.version).toMatch(/^\d+\.0$/);
  });

  it.each([
    ["text", "Grüße", { contentType: "text/plain; charset=utf-8" }, "text/plain; charset=utf-8", "Grüße"],
    [
      "a form",
      new URLSearchParams({ a: "1 2" }),
      {},
      "application/x-www-form-urlencoded;charset=UTF-8",
      "a=1+2",
    ],
    ["a blob", new Blob(["x,y"], { type: "text/csv" }), {}, "text/csv", "x,y"],
    ["bytes", new TextEncoder().encode("ab"), {}, "application/octet-stream", "ab"],
    ["some bytes", new TextEncoder().encode("abcd").subarray(1, 3), {}, "application/octet-stream", "bc"],
    ["a buffer", new TextEncoder().encode("ab").buffer, {}, "application/octet-stream", "ab"],
    [
      "JSON of a type",
      { a: 1 },
      { contentType: "application/vnd.x+json" },
      "application/vnd.x+json",
      { a: 1 },
    ],
    ["a list", [1, null], {}, "application/json; charset=utf-8", [1, null]],
    ["a text as JSON", "x", {}, "application/json; charset=utf-8", "x"],
  ])("sends %s", async (__, body, options, type, arrived) => {
    const answer = await sf.request("POST", "/services/apexrest/orders", { body, ...options });
    expect(answer).toEqual({ body: arrived, type });
  });

  it("sends files and reads them, byte for byte", async () => {
    const anyFile = fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
      const form = new FormData();
      const record = JSON.stringify({ Title: "Ä", PathOnClient: "a.bin" });
      form.append("entity_content", new Blob([record], { type: "application/json" }));
      form.append("VersionData", new Blob([new Uint8Array(bytes)]), "a.bin");
      const { id } = await sf.request<{ id: string }>("POST", "/sobjects/ContentVersion", { body: form });
      const path = `/sobjects/ContentVersion/${id}/VersionData`;
      const whole = await sf.request("GET", path, { as: "bytes" });
      const stream = await sf.request("GET", path, { as: "stream" });
      const pieces = new Uint8Array(await new Response(stream).arrayBuffer());
      expect([whole, pieces]).toEqual([new Uint8Array(bytes), new Uint8Array(bytes)]);
    });
    await fc.assert(anyFile, { numRuns: 25 });
  });

  it.each(["text", "bytes", "stream"] satisfies (keyof AnswerForms)[])(
    "gives a refusal as an error, nothing as nothing: %s",
    async (as) => {
      await expect(sf.request("GET", "/sobjects/Account/001000000000000AAA", { as })).rejects.toMatchObject({
        name: "NotFoundError",
      });
      const nothing = await sf.request("DELETE", "/services/apexrest/orders/7", { as });
      expect(await new Response(nothing).text()).toBe("");
    },
  );

  it("has the session renewed, once for all who wait", async () => {
    org.expireSessions();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => sf.request("GET", "/services/apexrest/word")),
    );
    expect(answers).toEqual(Array.from({ length: 5 }, () => "word"));
  });

  it("has its own time and end", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(sf.request("GET", "/limits", { signal })).rejects.toThrow("enough");
    await expect(sf.request("GET", "/limits", { timeout: -1 })).rejects.toMatchObject({
      code: "settings.timeout",
    });
  });
});
