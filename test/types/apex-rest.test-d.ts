import type { StandardSchema } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;

interface Order {
  number: string;
}
interface Orders {
  "GET /orders/{number}": { answer: Order };
  "GET /orders": { query: { status?: string }; answer: Order[] };
  "GET /search": { query: { text: string }; answer: Order[] };
  "POST /orders": { body: { sku: string }; answer: Order };
  "PUT /shops/{shop}/orders/{number}": { params: { number: number }; body: Order; answer: Order };
  "DELETE /orders/{number}": object;
}
declare const schema: StandardSchema<{ n: number }>;

describe("Apex REST by path", () => {
  it("answers what is not known, what was named, or what a schema makes of it", () => {
    expectTypeOf(sf.apexRest.get("/orders")).resolves.toBeUnknown();
    expectTypeOf(sf.apexRest.get<Order>("/orders/1")).resolves.toEqualTypeOf<Order>();
    expectTypeOf(sf.apexRest.post("/orders", { body: {}, schema })).resolves.toEqualTypeOf<{ n: number }>();
    expectTypeOf(sf.apexRest.get("/orders", { as: "text" })).resolves.toEqualTypeOf<string>();
    expectTypeOf(sf.apexRest.get("/orders", { as: "response" })).resolves.toEqualTypeOf<Response>();
    // @ts-expect-error values of paths are plain
    sf.apexRest.get("/orders/{id}", { params: { id: new Date() } });
    // @ts-expect-error no such option
    sf.apexRest.get("/orders", { parms: {} });
    // @ts-expect-error schemas check JSON
    sf.apexRest.get("/orders", { as: "text", schema });
    // @ts-expect-error no schema
    sf.apexRest.get("/orders", { schema: {} });
  });
});

describe("Apex REST by an interface", () => {
  const orders = sf.apexRest.routes<Orders>();

  it("knows the answer of each route", () => {
    expectTypeOf(orders.get("/orders/{number}", { params: { number: "1" } })).resolves.toEqualTypeOf<Order>();
    expectTypeOf(orders.get("/orders")).resolves.toEqualTypeOf<Order[]>();
    expectTypeOf(orders.get("/orders", { query: { status: "open" } })).resolves.toEqualTypeOf<Order[]>();
    expectTypeOf(orders.post("/orders", { body: { sku: "A" } })).resolves.toEqualTypeOf<Order>();
    expectTypeOf(orders.delete("/orders/{number}", { params: { number: 1 } })).resolves.toBeUnknown();
    const label = { params: { number: "1" }, as: "bytes" } as const;
    expectTypeOf(orders.get("/orders/{number}", label)).resolves.toExtend<Uint8Array>();
    expectTypeOf(orders.get("/orders", { schema })).resolves.toEqualTypeOf<{ n: number }>();
    expectTypeOf(orders.get("/orders", { timeout: 1 })).resolves.toEqualTypeOf<Order[]>();
  });

  it("refuses what a route does not take", () => {
    // @ts-expect-error no such path by this method
    orders.post("/orders/{number}");
    // @ts-expect-error no such path
    orders.get("/order");
    // @ts-expect-error the path has a name
    orders.get("/orders/{number}");
    // @ts-expect-error another name
    orders.get("/orders/{number}", { params: { id: "1" } });
    // @ts-expect-error the query is needed
    orders.get("/search");
    // @ts-expect-error no such parameter
    orders.get("/orders", { query: { stat: "open" } });
    // @ts-expect-error the body is needed
    orders.post("/orders");
    // @ts-expect-error another body
    orders.post("/orders", { body: { sku: 1 } });
    // @ts-expect-error takes no body
    orders.get("/orders", { body: {} });
    const put = { body: { number: "1" } };
    orders.put("/shops/{shop}/orders/{number}", { params: { shop: "a", number: 1 }, ...put });
    // @ts-expect-error a number here
    orders.put("/shops/{shop}/orders/{number}", { params: { shop: "a", number: "1" }, ...put });
    // @ts-expect-error not patched at all
    orders.patch("/orders");
    // @ts-expect-error no method and path
    sf.apexRest.routes<{ "/orders": { answer: Order } }>();
    // @ts-expect-error a route has no such part
    sf.apexRest.routes<{ "GET /orders": Order }>();
  });
});
