import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api, DATA } from "./api.js";

interface SubRequest {
  method: string;
  url: string;
  referenceId: string;
  body?: unknown;
  httpHeaders?: Record<string, string>;
}

const request = (
  referenceId: string,
  method: string,
  url: string,
  more: Partial<SubRequest> = {},
): SubRequest => ({
  referenceId,
  method,
  url: DATA + url,
  ...more,
});

function org() {
  const made = createOrg({ now: () => new Date("2026-01-01T00:00:00Z") });
  const { post } = api(made);
  return {
    org: made,
    composite: (compositeRequest: SubRequest[], more: object = {}) =>
      post("/composite", { compositeRequest, ...more }),
    batch: (batchRequests: object[], more: object = {}) =>
      post("/composite/batch", { batchRequests, ...more }),
  };
}

describe("a composite request", () => {
  it("does its parts in turn, each able to use the answers before it", async () => {
    const { org: made, composite } = org();
    const { status, body } = await composite([
      request("acc", "POST", "/sobjects/Account", { body: { Name: "Acme" } }),
      request("con", "POST", "/sobjects/Contact", { body: { LastName: "Reed", AccountId: "@{acc.id}" } }),
      request("read", "GET", "/sobjects/Account/@{acc.id}?fields=Name"),
      request("find", "GET", "/query?q=SELECT Id, LastName FROM Contact WHERE AccountId = '@{acc.id}'"),
      request("change", "PATCH", "/sobjects/Contact/@{find.records[0].Id}", {
        body: { Title: "of @{read.Name}!" },
      }),
    ]);
    expect(status).toBe(200);
    const responses = body.compositeResponse;
    expect(responses.map((response: { httpStatusCode: number }) => response.httpStatusCode)).toEqual([
      201, 201, 200, 200, 204,
    ]);
    expect(responses[0].httpHeaders.Location).toBe(`${DATA}/sobjects/Account/${responses[0].body.id}`);
    expect(responses[4]).toEqual({ body: null, httpHeaders: {}, httpStatusCode: 204, referenceId: "change" });
    expect(made.records("Contact")[0]).toMatchObject({ AccountId: responses[0].body.id, Title: "of Acme!" });
  });

  it("counts once against the limits", async () => {
    const { org: made, composite } = org();
    const { headers } = await composite([
      request("a", "GET", "/sobjects/Account"),
      request("b", "GET", "/sobjects/Contact"),
    ]);
    expect(headers.get("Sforce-Limit-Info")).toMatch(/^api-usage=1\//);
    expect(made.requests).toHaveLength(1);
  });

  it("halts what refers to something that failed, and goes on with the rest", async () => {
    const { composite } = org();
    const { body } = await composite([
      request("bad", "POST", "/sobjects/Account", { body: {} }),
      request("on", "POST", "/sobjects/Contact", { body: { LastName: "x", AccountId: "@{bad.id}" } }),
      request("fine", "GET", "/sobjects/Foo"),
    ]);
    const [bad, on, fine] = body.compositeResponse;
    expect(bad).toMatchObject({ httpStatusCode: 400, body: [{ errorCode: "REQUIRED_FIELD_MISSING" }] });
    expect(on).toMatchObject({
      httpStatusCode: 400,
      body: [
        {
          errorCode: "PROCESSING_HALTED",
          message: "Invalid reference specified. No value for bad.id found in bad.",
        },
      ],
    });
    expect(fine).toEqual({
      body: [{ errorCode: "NOT_FOUND", message: "The requested resource does not exist" }],
      httpHeaders: {},
      httpStatusCode: 404,
      referenceId: "fine",
    });
  });

  it("with allOrNone undoes everything, collections inside too", async () => {
    const { org: made, composite } = org();
    const records = [{ attributes: { type: "Account" }, Name: null }];
    const { body } = await composite(
      [
        request("a", "POST", "/sobjects/Account", { body: { Name: "A" } }),
        request("b", "POST", "/composite/sobjects", { body: { records } }),
      ],
      { allOrNone: true },
    );
    const [a, b] = body.compositeResponse;
    expect(a).toMatchObject({ httpStatusCode: 400, body: [{ errorCode: "PROCESSING_HALTED" }] });
    expect(b.body[0].errors[0].statusCode).toBe("REQUIRED_FIELD_MISSING");
    expect(made.records("Account")).toEqual([]);
  });

  it("passes headers on: describes that are known answer 304", async () => {
    const { composite } = org();
    const httpHeaders = { "If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT" };
    const { body } = await composite([
      request("all", "GET", "/sobjects", { httpHeaders }),
      request("one", "GET", "/sobjects/Account/describe", { httpHeaders }),
    ]);
    for (const response of body.compositeResponse) {
      expect(response).toMatchObject({
        body: null,
        httpStatusCode: 304,
        httpHeaders: { ETag: expect.stringMatching(/^"[0-9a-f]{8}"$/), "Last-Modified": expect.any(String) },
      });
    }
  });

  it("refuses bad reference ids and too many parts", async () => {
    const { composite } = org();
    const bad = await composite([request("no-good", "GET", "/limits")]);
    expect(bad.status).toBe(400);
    expect(bad.body[0]).toMatchObject({
      errorCode: "JSON_PARSER_ERROR",
      message: expect.stringContaining(
        "Provided referenceId ('no-good') must start with a letter or a number",
      ),
    });
    const many = (count: number, url: string) =>
      Array.from({ length: count }, (_, n) => request(`r${n}`, "GET", url));
    expect((await composite(many(26, "/limits"))).status).toBe(400);
    expect((await composite(many(25, "/sobjects"))).status).toBe(200);
    expect((await composite(many(6, "/query?q=SELECT Id FROM Account"))).status).toBe(400);
    expect((await composite(many(5, "/query?q=SELECT Id FROM Account"))).status).toBe(200);
  });
});

describe("what is no record and no query", () => {
  const search = "search?q=FIND {acme} RETURNING Account(Id)";

  it("is not there in a composite request", async () => {
    const { composite } = org();
    const { body } = await composite([request("a", "GET", `/${search}`), request("b", "GET", "/limits")]);
    expect(body.compositeResponse).toMatchObject([
      { httpStatusCode: 404, body: [{ errorCode: "NOT_FOUND" }] },
      { httpStatusCode: 404, body: [{ errorCode: "NOT_FOUND" }] },
    ]);
  });

  it("is there in a batch, in part", async () => {
    const { batch } = org();
    const parts = [search, "limits", "jobs/query", "composite"];
    const { body } = await batch(parts.map((url) => ({ method: "GET", url: `v66.0/${url}` })));
    expect(body.results.map((result: { statusCode: number }) => result.statusCode)).toEqual([
      200, 200, 404, 404,
    ]);
  });
});

describe("a batch request", () => {
  it("does its parts, each counted as a request", async () => {
    const { batch } = org();
    const { body, headers } = await batch([
      { method: "GET", url: "v66.0/limits" },
      { method: "POST", url: "v66.0/sobjects/Account", richInput: { Name: "A" } },
      { method: "GET", url: "v66.0/query?q=SELECT Name FROM Account" },
      { method: "GET", url: "v66.0/nowhere" },
    ]);
    expect(body.hasErrors).toBe(true);
    expect(body.results.map((result: { statusCode: number }) => result.statusCode)).toEqual([
      200, 201, 200, 404,
    ]);
    expect(body.results[2].result.records[0].Name).toBe("A");
    expect(body.results[3].result[0].errorCode).toBe("NOT_FOUND");
    expect(headers.get("Sforce-Limit-Info")).toMatch(/^api-usage=5\//);
  });

  it("stops at the first error where asked to", async () => {
    const { org: made, batch } = org();
    const create = { method: "POST", url: "v66.0/sobjects/Account", richInput: { Name: "A" } };
    const { body } = await batch([{ method: "GET", url: "v66.0/nowhere" }, create], { haltOnError: true });
    expect(body.results[1]).toMatchObject({
      statusCode: 412,
      result: [{ errorCode: "BATCH_PROCESSING_HALTED" }],
    });
    expect(made.records("Account")).toEqual([]);
  });

  it("answers nothing for a part without a body", async () => {
    const { org: made, batch } = org();
    const [id] = made.seed({ Account: [{ Name: "A" }] }).Account ?? [];
    const { body } = await batch([{ method: "DELETE", url: `v66.0/sobjects/Account/${id}` }]);
    expect(body).toEqual({ hasErrors: false, results: [{ statusCode: 204, result: null }] });
  });
});
