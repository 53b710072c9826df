import type { AnswerForms, RequestCall } from "orgtype";
import type { PartialClient } from "orgtype/compose";
import type { Client, Schema } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
interface Order {
  id: string;
}

describe("sf.request", () => {
  it("gives what is said to be the answer, else unknown", () => {
    expectTypeOf(sf.request("GET", "/limits")).resolves.toBeUnknown();
    expectTypeOf(sf.request("GET", "/limits", { timeout: 1 })).resolves.toBeUnknown();
    expectTypeOf(sf.request<Order>("GET", "/x")).resolves.toEqualTypeOf<Order>();
    expectTypeOf(sf.request<Order>("POST", "/x", { body: {}, as: "json" })).resolves.toEqualTypeOf<Order>();
  });

  it("gives the form that is asked for", () => {
    expectTypeOf(sf.request("GET", "/x", { as: "json" })).resolves.toBeUnknown();
    expectTypeOf(sf.request("GET", "/x", { as: "text" })).resolves.toBeString();
    expectTypeOf(sf.request("GET", "/x", { as: "bytes" })).resolves.toExtend<Uint8Array>();
    sf.request("GET", "/x", { as: "bytes" }).then((bytes) => new Blob([bytes]));
    expectTypeOf(sf.request("GET", "/x", { as: "stream" })).resolves.toEqualTypeOf<
      ReadableStream<Uint8Array>
    >();
    expectTypeOf(sf.request("GET", "/x", { as: "response" })).resolves.toEqualTypeOf<Response>();
    const either = {} as "text" | "bytes";
    expectTypeOf(sf.request("GET", "/x", { as: either })).resolves.toEqualTypeOf<
      string | ReturnType<Uint8Array["slice"]>
    >();
  });

  it("can be wrapped", () => {
    const get = <As extends keyof AnswerForms<unknown>>(options: RequestCall<As>) =>
      sf.request<unknown, As>("GET", "/x", options);
    expectTypeOf(get({ as: "text" })).resolves.toBeString();
  });

  it("refuses what it does not take", () => {
    // @ts-expect-error a type of JSON where the answer is text
    sf.request<Order>("GET", "/x", { as: "text" });
    // @ts-expect-error no such form
    sf.request("GET", "/x", { as: "xml" });
    // @ts-expect-error methods are in capitals
    sf.request("get", "/x");
    // @ts-expect-error the path is missing
    sf.request("GET");
    // @ts-expect-error no such option
    sf.request("GET", "/x", { params: {} });
    // @ts-expect-error a Date is no parameter: it has many forms
    sf.request("GET", "/x", { query: { since: new Date() } });
    // @ts-expect-error headers are text
    sf.request("GET", "/x", { headers: { "X-A": 1 } });
  });

  it("is of the feature rest", () => {
    const core = {} as PartialClient<Schema, never>;
    // @ts-expect-error the feature rest is not there
    core.request;
    const raw = {} as PartialClient<Schema, "rest">;
    expectTypeOf(raw.request("GET", "/x", { as: "text" })).resolves.toBeString();
  });
});
