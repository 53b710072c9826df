import { inspect } from "node:util";
import { Connection } from "@jsforce/jsforce-node";
import { ApiError, clientCredentials, custom, isOrgtypeError } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Order {
  number: string;
  lines: string[];
}

interface Orders {
  "GET /orders/{number}": { query: { lines?: boolean }; answer: Order };
  "GET /orders/{number}/label": { answer: never };
  "POST /orders": { body: { sku: string }; answer: Order };
  "PUT /orders/{number}": { body: { sku: string }; answer: Order };
  "PATCH /orders/{number}": { body: { sku: string }; answer: Order };
  "DELETE /orders/{number}": { answer: undefined };
}

const OrderSchema = v.object({ number: v.string(), lines: v.array(v.pipe(v.string(), v.toLowerCase())) });

/** Apex REST over a real socket. */
describe("sf.apexRest", () => {
  /** The error of a call that is refused. */
  const refused = (call: Promise<unknown>): Promise<ApiError> =>
    call.then(
      () => expect.unreachable(),
      (error) => error,
    );

  let org: Org;
  let server: Listening;
  let sf: Client;
  let jsforce: Connection;
  const placed = new Map<string, string[]>();

  beforeAll(async () => {
    const change = (number: string, sku: string) => {
      placed.set(number, [...(placed.get(number) ?? []), sku]);
      return { number, lines: placed.get(number) ?? [] };
    };
    org = createOrg({
      apexRest: {
        "GET /orders/{number}": ({ params: { number = "" }, query, headers }, response) => {
          const lines = placed.get(number);
          response.headers["X-Seen"] = headers.get("X-Ask") ?? "";
          if (lines !== undefined) return { number, lines: query.get("lines") === "true" ? lines : [] };
          response.statusCode = 404;
          return { reason: "no such order", number };
        },
        "GET /orders/{number}/label": ({ params }, response) => {
          response.headers["Content-Type"] = "text/plain";
          return new TextEncoder().encode(`Order ${params.number} – fragile`);
        },
        "POST /orders": ({ body }) => change("A/17", (body as { sku: string }).sku),
        "PUT /orders/{number}": ({ params, body }) =>
          change(params.number ?? "", (body as Order & { sku: string }).sku),
        "PATCH /orders/{number}": ({ params, body }) =>
          change(params.number ?? "", (body as { sku: string }).sku),
        "DELETE /orders/{number}": ({ params }) => void placed.delete(params.number ?? ""),
        "GET /acme/version": () => "1.2",
        "GET /broken": () => {
          throw new Error("System.NullPointerException: Attempt to de-reference a null object");
        },
        "GET /refused": (_, response) => {
          response.statusCode = 409;
          response.headers["Content-Type"] = "text/plain";
          return new TextEncoder().encode("taken by someone");
        },
      },
    });
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
    jsforce = new Connection({
      instanceUrl: server.url,
      accessToken: org.credentials.accessToken,
      version: "66.0",
    });
  });
  afterAll(() => server.close());

  it("calls methods by path, with values that are encoded", async () => {
    expect(await sf.apexRest.post<Order>("/orders", { body: { sku: "ROCKET" } })).toEqual({
      number: "A/17",
      lines: ["ROCKET"],
    });
    const params = { number: "A/17" };
    expect(await sf.apexRest.get("/orders/{number}", { params, query: { lines: true } })).toEqual({
      number: "A/17",
      lines: ["ROCKET"],
    });
    await sf.apexRest.put("/orders/{number}", { params, body: { sku: "ANVIL" } });
    await sf.apexRest.patch("/orders/{number}", { params, body: { sku: "GLUE" } });
    expect(placed.get("A/17")).toEqual(["ROCKET", "ANVIL", "GLUE"]);
    expect(await sf.apexRest.delete("/orders/{number}", { params })).toBeUndefined();
    expect(placed.has("A/17")).toBe(false);
  });

  it("is typed by an interface", async () => {
    const orders = sf.apexRest.routes<Orders>();
    const { number } = await orders.post("/orders", { body: { sku: "ROCKET" } });
    const order = await orders.get("/orders/{number}", { params: { number }, query: { lines: true } });
    expect(order.lines).toEqual(["ROCKET"]);
    await orders.delete("/orders/{number}", { params: { number } });
    expect(placed.size).toBe(0);
  });

  it("knows namespaces, headers, and answers in other forms", async () => {
    expect(await sf.apexRest.get("/version", { namespace: "acme" })).toBe("1.2");
    const acme = sf.apexRest.routes<{ "GET /version": { answer: string } }>({ namespace: "acme" });
    expect(await acme.get("/version")).toBe("1.2");
    placed.set("1", []);
    const response = await sf.apexRest.get("/orders/1", { headers: { "X-Ask": "me" }, as: "response" });
    expect([response.status, response.headers.get("X-Seen")]).toEqual([200, "me"]);
    await response.text();
    const label = { params: { number: "1" } };
    expect(await sf.apexRest.get("/orders/{number}/label", { ...label, as: "text" })).toBe(
      "Order 1 – fragile",
    );
    const bytes = await sf.apexRest.get("/orders/{number}/label", { ...label, as: "bytes" });
    expect(new TextDecoder().decode(bytes)).toBe("Order 1 – fragile");
    await expect(sf.apexRest.get("/orders/{number}/label", label)).rejects.toMatchObject({
      code: "decode.body",
      hint: expect.stringContaining('as: "text"'),
    });
    placed.clear();
  });

  it("checks answers by a schema, and gives what the schema makes of them", async () => {
    placed.set("2", ["ROCKET"]);
    const call = { params: { number: "2" }, query: { lines: true } };
    const order = await sf.apexRest.get("/orders/{number}", { ...call, schema: OrderSchema });
    expect(order.lines).toEqual(["rocket"]);
    const routed = sf.apexRest.routes<Orders>();
    expect((await routed.get("/orders/{number}", { ...call, schema: OrderSchema })).lines).toEqual([
      "rocket",
    ]);
    const wrong = v.object({ lines: v.array(v.number()) });
    await expect(sf.apexRest.get("/orders/{number}", { ...call, schema: wrong })).rejects.toMatchObject({
      name: "DecodeError",
      code: "decode.schema",
      message: expect.stringMatching(/lines\.0: .+ \[GET \/services\/apexrest\/orders\/2\]/),
    });
    placed.clear();
  });

  it("gives the body of a refusal, which does not show where the error is logged", async () => {
    const failure = await refused(sf.apexRest.get("/orders/{number}", { params: { number: "9" } }));
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ status: 404, request: "GET /services/apexrest/orders/9" });
    expect(failure.body).toEqual({ reason: "no such order", number: "9" });
    expect(Object.keys(failure)).not.toContain("body");
    expect(JSON.stringify(failure)).not.toContain("body");
    const text = await refused(sf.apexRest.get("/refused"));
    expect([text.status, text.body]).toEqual([409, "taken by someone"]);
    expect(inspect(text)).not.toContain("body:");
    const broken = await refused(sf.apexRest.get("/broken"));
    expect(isOrgtypeError(broken, "ValidationError")).toBe(true);
    expect(broken).toMatchObject({ errorCode: "APEX_ERROR", status: 500 });
    expect(broken.body).toEqual([
      { errorCode: "APEX_ERROR", message: expect.stringContaining("null object") },
    ]);
    const missing = await refused(sf.apexRest.get("/nowhere"));
    expect(isOrgtypeError(missing, "NotFoundError")).toBe(true);
  });

  it("goes on with a renewed session", async () => {
    org.expireSessions();
    expect(await sf.apexRest.get("/acme/version")).toBe("1.2");
    jsforce.accessToken = org.oauth.openSession(org.credentials.username);
  });

  it("answers jsforce the same", async () => {
    expect(await jsforce.apex.post("/orders", { sku: "ROCKET" })).toEqual({
      number: "A/17",
      lines: ["ROCKET"],
    });
    expect(await jsforce.apex.get("/orders/A%2F17?lines=true")).toEqual({
      number: "A/17",
      lines: ["ROCKET"],
    });
    await jsforce.apex.delete("/orders/A%2F17");
    expect(placed.size).toBe(0);
    await expect(jsforce.apex.get("/nowhere")).rejects.toMatchObject({ errorCode: "NOT_FOUND" });
  });
});
