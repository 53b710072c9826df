import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;

describe("sf.request", () => {
  it("gives what was asked for", () => {
    expectTypeOf(sf.request("GET", "/limits")).toEqualTypeOf<Promise<unknown>>();
    expectTypeOf(sf.request<{ id: string }>("POST", "/x", { body: {} })).toEqualTypeOf<
      Promise<{ id: string }>
    >();
    expectTypeOf(sf.request("GET", "/x", { as: "json" })).toEqualTypeOf<Promise<unknown>>();
    expectTypeOf(sf.request("GET", "/x", { as: "text" })).toEqualTypeOf<Promise<string>>();
    expectTypeOf(sf.request("GET", "/x", { as: "bytes" })).toEqualTypeOf<Promise<Uint8Array<ArrayBuffer>>>();
    expectTypeOf(sf.request("GET", "/x", { as: "stream" })).toEqualTypeOf<
      Promise<ReadableStream<Uint8Array>>
    >();
  });

  it("refuses what there is not", () => {
    // @ts-expect-error no such method
    sf.request("HEAD", "/x");
    // @ts-expect-error no such form
    sf.request("GET", "/x", { as: "xml" });
    // @ts-expect-error no such option
    sf.request("GET", "/x", { bdy: {} });
    // @ts-expect-error only JSON is taken for a type
    sf.request<{ id: string }>("GET", "/x", { as: "bytes" });
  });
});
