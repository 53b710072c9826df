import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { smallClient } from "../../../support/small-org.js";

/** What is said to a call that cannot be sent. */
async function said(path: unknown, options?: unknown) {
  const org = fakeOrg(() => json({}));
  const failure = await smallClient(org)
    .apexRest.get(path as string, options as object)
    .catch((error: unknown) => error);
  expect(org.sent).toEqual([]);
  return failure;
}

describe("sf.apexRest", () => {
  it("sends what was given, though it is changed afterwards", async () => {
    const org = fakeOrg(() => json({}));
    const body = { sku: "A" };
    const sent = smallClient(org).apexRest.post("/orders", { body });
    body.sku = "B";
    await sent;
    expect(org.sent[0]).toMatchObject({ path: "/services/apexrest/orders", body: { sku: "A" } });
  });

  it("percent-encodes values of the path and of the query", async () => {
    const org = fakeOrg(() => json({}));
    const params = { id: "a/b ?#é", n: 0 };
    await smallClient(org).apexRest.get("/x/{id}/{n}", { params, query: { "q&": "1&2" }, namespace: "ns" });
    expect(org.sent[0]?.path).toBe("/services/apexrest/ns/x/a%2Fb%20%3F%23%C3%A9/0");
    expect(org.sent[0]?.url.search).toBe("?q%26=1%262");
  });

  it.each([
    ["orders", undefined, /`path` is no path below/],
    ["/services/apexrest/orders", undefined, /`path` is no path below/],
    [undefined, undefined, /`path` is a value of type undefined/],
    ["/orders/{id}", undefined, /`id` is a value of type undefined/],
    ["/orders/{id}", { params: { id: "" } }, /`id` is empty/],
    ["/orders/{id}", { params: { id: ".." } }, /`id` is "\.\."/],
    ["/orders/{id}", { params: { id: {} } }, /`id` is a value of type object/],
    ["/orders/{id}", { params: { id: "1", other: "2" } }, /`params\.other`: the path has no \{other\}/],
    ["/orders/{id}", { params: 7 }, /`params` is 7/],
    ["/orders/{id", undefined, /brace without its other half/],
    ["/orders/../../data", undefined, /`path` is no path below \/services\//],
    ["/orders", { namespace: "a/b" }, /`namespace` is no namespace/],
    ["/orders", { body: {} }, /A GET has no body/],
    ["/orders", { schema: {} }, /`schema` is no Standard Schema/],
    ["/orders", { schema: null }, /`schema` is null/],
    ["/orders", { schema: { "~standard": { validate: () => ({}) } }, as: "text" }, /`as` is not json/],
  ])("refuses %o with %o before anything is sent", async (path, options, message) => {
    expect(await said(path, options)).toMatchObject({
      name: "SettingsError",
      message: expect.stringMatching(message),
      hint: expect.any(String),
    });
  });

  it("waits for schemas that take their time, and says all that is known of a misfit", async () => {
    const org = fakeOrg(() => json({ n: 1 }));
    const schema = (result: object) =>
      ({ "~standard": { version: 1, vendor: "test", validate: async () => result } }) as never;
    const { apexRest } = smallClient(org);
    expect(await apexRest.get("/n", { schema: schema({ value: 2 }) })).toBe(2);
    const issues = [{ message: "odd", path: [{ key: "n" }, 0] }, { message: "more" }];
    await expect(apexRest.get("/n", { schema: schema({ issues }) })).rejects.toThrow(
      "The answer does not fit the schema: n.0: odd (and 1 more) [GET /services/apexrest/n].",
    );
    await expect(apexRest.get("/n", { schema: schema({ issues: [{ message: "odd" }] }) })).rejects.toThrow(
      "schema: odd [",
    );
    await expect(apexRest.get("/n", { schema: schema({ issues: [] }) })).rejects.toThrow("it says no more");
  });

  it("takes no class as a plain value", async () => {
    const org = fakeOrg(() => json({ n: 1 }));
    let validated = 0;
    const schema = {
      get "~standard"() {
        return {
          version: 1 as const,
          vendor: "test",
          validate: (value: unknown) => ({ value, n: validated++ }),
        };
      },
    };
    await smallClient(org).apexRest.get("/n", { schema });
    expect(validated).toBe(1);
  });
});
