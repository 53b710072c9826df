import { createClient } from "orgtype";
import { describe, expect, it } from "vitest";
import { empty, fakeOrg, json, refusal } from "../../../support/fake-org.js";
import { optionsFor, smallClient } from "../../../support/small-org.js";

const DATA = "/services/data/v66.0";

describe("describe", () => {
  it("asks for all objects or one, and is null where nothing changed", async () => {
    const org = fakeOrg(({ headers, path }) => {
      if (headers.has("if-modified-since")) return empty(304);
      return json(
        path.endsWith("/sobjects") ? { sobjects: [{ name: "Account" }] } : { name: "Account", fields: [] },
      );
    });
    const { describe } = createClient({ ...optionsFor(org), apiVersion: "61.0" });
    expect((await describe.global()).sobjects[0]?.name).toBe("Account");
    expect((await describe.sobject("Account")).fields).toEqual([]);
    const ifModifiedSince = new Date("2026-09-03T21:35:07Z");
    expect(await describe.global({ ifModifiedSince })).toBeNull();
    expect(await describe.sobject("Account", { ifModifiedSince: ifModifiedSince.toUTCString() })).toBeNull();
    expect(org.sent.map(({ path }) => path)).toEqual([
      "/services/data/v61.0/sobjects",
      "/services/data/v61.0/sobjects/Account/describe",
      "/services/data/v61.0/sobjects",
      "/services/data/v61.0/sobjects/Account/describe",
    ]);
    for (const { headers } of org.sent.slice(2)) {
      expect(headers.get("if-modified-since")).toBe("Thu, 03 Sep 2026 21:35:07 GMT");
    }
    await expect(describe.global({ ifModifiedSince: "soon" })).rejects.toThrow(
      "`ifModifiedSince` is no date",
    );
  });
});

describe("limits", () => {
  it("usage is what the last answer said", async () => {
    const org = fakeOrg((_, count) =>
      json({ DailyApiRequests: { Max: 15000, Remaining: 14976 } }, 200, {
        "sforce-limit-info":
          count === 1 ? "api-usage=24/15000" : "api-usage=25/15000; per-app-api-usage=17/250(appName=a)",
      }),
    );
    const { limits } = smallClient(org);
    expect(limits.usage).toBeUndefined();
    expect((await limits.get()).DailyApiRequests?.Max).toBe(15000);
    expect(limits.usage).toEqual({ used: 24, max: 15000 });
    await limits.get();
    expect(limits.usage).toEqual({ used: 25, max: 15000 });
  });

  it("recordCount gives counts by object", async () => {
    const org = fakeOrg(() => json({ sObjects: [{ count: 3, name: "Account" }] }));
    const { limits } = smallClient(org);
    const counts = await limits.recordCount(["Account", "Contact"]);
    expect([counts.get("Account"), counts.get("Contact")]).toEqual([3, undefined]);
    await limits.recordCount();
    expect(org.sent.map(({ url }) => url.search)).toEqual(["?sObjects=Account,Contact", ""]);
  });
});

describe("versions", () => {
  it("are asked from the host, not from a version", async () => {
    const org = fakeOrg(() => json([{ label: "Spring '26", url: DATA, version: "66.0" }]));
    expect(await smallClient(org).versions()).toEqual([{ label: "Spring '26", url: DATA, version: "66.0" }]);
    expect(org.sent[0]?.path).toBe("/services/data");
  });
});

describe("the raw door", () => {
  it("is typed by path, and goes through the same session", async () => {
    const org = fakeOrg(() => json({ id: "001", success: true, errors: [] }, 201));
    const sf = smallClient(org);
    const { data } = await sf.rest.POST("/sobjects/{sobject}", {
      params: { path: { sobject: "Account" } },
      body: { Name: "Acme" },
    });
    expect(data?.id).toBe("001");
    expect(org.sent[0]).toMatchObject({
      method: "POST",
      path: `${DATA}/sobjects/Account`,
      body: { Name: "Acme" },
    });
    expect(org.sent[0]?.headers.get("authorization")).toBe("Bearer token-1");
    // @ts-expect-error no such path
    void (() => sf.rest.GET("/sobject/{sobject}"));
    // @ts-expect-error the parameter is missing
    void (() => sf.rest.GET("/sobjects/{sobject}"));
  });

  it("lists are comma-separated, the root has no slash, 304 and 204 have no body", async () => {
    const org = fakeOrg(({ path }) =>
      path === DATA ? json({ limits: "x" }) : empty(path.endsWith("sobjects") ? 304 : 204),
    );
    const { rest } = smallClient(org);
    expect((await rest.GET("/")).data).toEqual({ limits: "x" });
    const path = { sobject: "Account", id: "001" };
    expect((await rest.DELETE("/sobjects/{sobject}/{id}", { params: { path } })).response.status).toBe(204);
    await rest.GET("/sobjects/{sobject}/{id}", { params: { path, query: { fields: ["Id", "Name"] } } });
    expect((await rest.GET("/sobjects")).response.status).toBe(304);
    expect(org.sent.map(({ path, url }) => path + url.search)).toEqual([
      DATA,
      `${DATA}/sobjects/Account/001`,
      `${DATA}/sobjects/Account/001?fields=Id,Name`,
      `${DATA}/sobjects`,
    ]);
  });

  it("a refusal is an answer, not an exception", async () => {
    const org = fakeOrg(() => refusal(404, "NOT_FOUND", "gone"));
    const { error, response } = await smallClient(org).rest.GET("/limits");
    expect(error).toEqual([{ message: "gone", errorCode: "NOT_FOUND" }]);
    expect(response.status).toBe(404);
  });

  it("paths cannot be climbed out of, and the token cannot be replaced", async () => {
    const org = fakeOrg(() => empty());
    const { rest } = smallClient(org);
    const params = { path: { sobject: "..", id: "001" } };
    await expect(rest.GET("/sobjects/{sobject}/{id}", { params })).rejects.toMatchObject({
      name: "SettingsError",
    });
    await expect(rest.GET("/limits", { headers: { authorization: "mine" } })).rejects.toMatchObject({
      name: "SettingsError",
    });
    expect(org.sent).toEqual([]);
  });
});
