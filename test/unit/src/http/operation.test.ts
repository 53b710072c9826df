import { describe, expect, expectTypeOf, it } from "vitest";
import { type Operation, operation } from "../../../../src/http/operation.js";

describe("an operation", () => {
  it("is a value: the path filled in, whether it may be repeated, how its answer is read", () => {
    const read = operation("get", "/sobjects/{sobject}/{id}", {
      path: { sobject: "Account", id: "001" },
      query: { fields: ["Id", "Name"] },
    });
    expect(read).toMatchObject({
      method: "GET",
      path: "/sobjects/Account/001?fields=Id,Name",
      repeatable: true,
    });
    const write = operation("post", "/sobjects/{sobject}", {
      path: { sobject: "Account" },
      body: { Name: "x" },
    });
    expect(write).toMatchObject({
      method: "POST",
      path: "/sobjects/Account",
      body: { Name: "x" },
      repeatable: false,
    });
  });

  it.each(["get", "patch"] as const)("%s is repeatable by itself", (method) => {
    const path = { sobject: "Account", id: "001" };
    const made =
      method === "get"
        ? operation("get", "/sobjects/{sobject}/{id}", { path })
        : operation("patch", "/sobjects/{sobject}/{id}", { path, body: {} });
    expect(made.repeatable).toBe(true);
  });

  it("delete is not: the second time would find nothing", () => {
    expect(
      operation("delete", "/sobjects/{sobject}/{id}", { path: { sobject: "A", id: "1" } }).repeatable,
    ).toBe(false);
  });

  it("its result is what the path answers", () => {
    expectTypeOf(operation("get", "/limits", {})).toExtend<Operation<Record<string, { Max: number }>>>();
    expectTypeOf(operation("get", "/limits", {}, () => 1)).toEqualTypeOf<Operation<number>>();
  });

  it("a wrong path, method, parameter or body does not compile", () => {
    // @ts-expect-error no such path
    operation("get", "/limit", {});
    // @ts-expect-error no such method there
    operation("post", "/limits", {});
    // @ts-expect-error the query is missing
    operation("get", "/query", {});
    // @ts-expect-error no such query parameter
    operation("get", "/query", { query: { q: "x", r: "y" } });
    // @ts-expect-error the body is missing
    operation("post", "/composite", {});
    // @ts-expect-error the body is of another form
    operation("post", "/composite", { body: { requests: [] } });
    const id = undefined;
    expect(() =>
      operation("get", "/sobjects/{sobject}/{id}", {
        path: {
          sobject: "Account",
          // @ts-expect-error a path parameter is of another kind
          id,
        },
      }),
    ).toThrow("`id` is a value of type undefined");
  });

  it("half of a surrogate pair cannot be sent", () => {
    expect(() => operation("get", "/query", { query: { q: "SELECT \ud800" } })).toThrow(
      "`q` holds half of a surrogate pair",
    );
  });
});
