import { randomBytes } from "node:crypto";
import { clientCredentials, custom, NotFoundError } from "orgtype";
import { createOrg, type Listening } from "orgtype/mock";
import { nodeTransport } from "orgtype/node";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** `sf.request` against the embedded org, over a real socket, by `fetch` and by Node's own client. */
describe.each(["fetch", "nodeTransport"])("sf.request over %s", (name) => {
  const org = createOrg({
    apexRest: {
      "GET /orders/{id}": ({ params, query }) => ({ id: params.id ?? "", lines: query.get("lines") }),
      "POST /orders": ({ body, headers }, response) => {
        response.statusCode = 201;
        return { got: body as string, type: headers.get("content-type") };
      },
      "DELETE /orders/{id}": () => undefined,
      "POST /broken": () => {
        throw new Error("System.NullPointerException: null");
      },
    },
  });
  const transport = name === "nodeTransport" ? nodeTransport() : undefined;
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    server = await org.listen();
    sf = await connect({
      environment: custom(server.url),
      auth: clientCredentials(org.credentials),
      ...(transport && { transport }),
    });
  });
  afterAll(async () => {
    transport?.close();
    await server.close();
  });

  it("calls Apex REST", async () => {
    const orders = "/services/apexrest/orders";
    expect(await sf.request("GET", `${orders}/17`, { query: { lines: 3 } })).toEqual({
      id: "17",
      lines: "3",
    });
    expect(await sf.request("POST", orders, { body: { sku: "Ü" } })).toEqual({
      got: { sku: "Ü" },
      type: "application/json; charset=utf-8",
    });
    expect(await sf.request("POST", orders, { body: "a;b", contentType: "text/csv" })).toEqual({
      got: "a;b",
      type: "text/csv",
    });
    expect(await sf.request("DELETE", `${orders}/17`)).toBeUndefined();
    await expect(sf.request("GET", "/services/apexrest/none")).rejects.toBeInstanceOf(NotFoundError);
    await expect(sf.request("POST", "/services/apexrest/broken")).rejects.toMatchObject({
      name: "ValidationError",
      errorCode: "APEX_ERROR",
    });
  });

  it("reads and writes what has methods of its own, too", async () => {
    const { id } = await sf.request<{ id: string }>("POST", "/sobjects/Account", { body: { Name: "Acme" } });
    await sf.request("PATCH", `/sobjects/Account/${id}`, { body: { Site: "Bonn" }, repeatable: true });
    const query = { fields: ["Name", "Site"] };
    expect(await sf.request("GET", `/sobjects/Account/${id}`, { query })).toMatchObject({
      Name: "Acme",
      Site: "Bonn",
    });
    const soql = { q: "SELECT Name FROM Account WHERE Name = 'Acme'" };
    expect(await sf.request("GET", "/query", { query: soql })).toMatchObject({ totalSize: 1 });
  });

  it.each([
    ["ContentVersion", "VersionData", { Title: "Photo", PathOnClient: "photo.bin" }],
    ["Attachment", "Body", { Name: "photo.bin" }],
  ])("uploads and downloads files of any bytes: %s", async (object, field, record) => {
    const bytes = randomBytes(3_000_000);
    const ParentId = await sf.Account.create({ Name: "files" });
    const form = new FormData();
    form.append("entity", JSON.stringify(object === "Attachment" ? { ...record, ParentId } : record));
    form.append(field, new Blob([bytes]), "photo.bin");
    const { id } = await sf.request<{ id: string }>("POST", `/sobjects/${object}`, { body: form });
    const path = `/sobjects/${object}/${id}/${field}`;
    expect(bytes.equals(await sf.request("GET", path, { as: "bytes" }))).toBe(true);
    const pieces: Uint8Array[] = [];
    const reader = (await sf.request("GET", path, { as: "stream" })).getReader();
    for (let read = await reader.read(); read.value !== undefined; read = await reader.read()) {
      pieces.push(read.value);
    }
    expect(pieces.length).toBeGreaterThan(1);
    expect(bytes.equals(Buffer.concat(pieces))).toBe(true);
    const response = await sf.request("GET", path, { as: "response" });
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(bytes.equals(Buffer.from(await response.arrayBuffer()))).toBe(true);
  });

  it("logs in once for many calls whose session has ended", async () => {
    const logins = () => org.requests.filter(({ path }) => path === "/services/oauth2/token").length;
    const before = logins();
    org.expireSessions();
    const calls = Array.from({ length: 40 }, (_, n) => sf.request("GET", `/services/apexrest/orders/${n}`));
    expect(await Promise.all(calls)).toHaveLength(40);
    expect(logins() - before).toBe(1);
  });

  it("sends what is too long for a URL in a body", async () => {
    const names = Array.from({ length: 900 }, (_, n) => `'Acme number ${n}'`);
    const q = `SELECT Id FROM Account WHERE Name IN (${names})`;
    for (const as of ["json", "text", "bytes"] as const) {
      const answer = await sf.request("GET", "/query", { query: { q }, as });
      const text = answer instanceof Uint8Array ? new TextDecoder().decode(answer) : answer;
      expect(typeof text === "string" ? JSON.parse(text) : text).toMatchObject({ totalSize: 0, done: true });
    }
    expect(org.requests.at(-1)).toMatchObject({ method: "POST", path: "/services/data/v66.0/composite" });
  });
});
