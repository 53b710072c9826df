import { createClient, isOrgtypeError } from "orgtype";
import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../support/fake-org.js";
import { optionsFor } from "../support/small-org.js";

/** The error of a call that is answered so. */
async function errorOf(status: number, body: unknown, type = "application/json"): Promise<unknown> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const org = fakeOrg(() => new Response(text, { status, headers: { "content-type": type } }));
  const sf = createClient({ ...optionsFor(org, { retry: { times: 0 } }), apiVersion: "66.0" });
  return sf.describe.sobject("Account").catch((error: unknown) => error);
}

describe("an error's class says what to do next", () => {
  it.each([
    ["NotFoundError", 404, "NOT_FOUND"],
    ["NotFoundError", 404, "ENTITY_IS_DELETED"],
    ["NotFoundError", 400, "INVALID_QUERY_LOCATOR"],
    ["NotFoundError", 400, "INVALID_CROSS_REFERENCE_KEY"],
    ["ValidationError", 400, "REQUIRED_FIELD_MISSING"],
    ["ValidationError", 400, "FIELD_CUSTOM_VALIDATION_EXCEPTION"],
    ["ValidationError", 400, "STRING_TOO_LONG"],
    ["ValidationError", 400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"],
    ["ValidationError", 400, "INVALID_FIELD_FOR_INSERT_UPDATE"],
    ["ValidationError", 400, "MALFORMED_ID"],
    ["ValidationError", 400, "DELETE_FAILED"],
    ["DuplicateError", 400, "DUPLICATE_VALUE"],
    ["DuplicateError", 400, "DUPLICATES_DETECTED"],
    ["LockedError", 400, "UNABLE_TO_LOCK_ROW"],
    ["LimitError", 403, "REQUEST_LIMIT_EXCEEDED"],
    ["LimitError", 400, "STORAGE_LIMIT_EXCEEDED"],
    ["SessionExpiredError", 401, "INVALID_SESSION_ID"],
    ["SessionExpiredError", 401, "INVALID_AUTH_HEADER"],
    ["ForbiddenError", 403, "INSUFFICIENT_ACCESS_OR_READONLY"],
    ["ForbiddenError", 403, "API_DISABLED_FOR_ORG"],
    ["ApiError", 400, "MALFORMED_QUERY"],
    ["ApiError", 400, "INVALID_FIELD"],
    ["ApiError", 503, "SERVER_UNAVAILABLE"],
    ["ApiError", 400, "constructor"],
    ["ForbiddenError", 403, "SOMETHING_NEW"],
    ["NotFoundError", 404, "SOMETHING_NEW"],
    ["LimitError", 429, "SOMETHING_NEW"],
  ] as const)("%s: %s %s", async (name, status, errorCode) => {
    const error = await errorOf(status, [{ errorCode, message: "no", fields: ["Name"] }]);
    expect(error).toMatchObject({ name, code: errorCode, errorCode, status, fields: ["Name"] });
    expect(isOrgtypeError(error, name)).toBe(true);
    expect(isOrgtypeError(error, "ApiError")).toBe(true);
  });
});

describe("every form an error has been seen in", () => {
  it.each<[string, number, unknown, string, object]>([
    [
      "a list",
      400,
      [
        { errorCode: "A", message: " a " },
        { errorCode: "B", message: "b" },
      ],
      "application/json",
      {
        errorCode: "A",
        message: expect.stringContaining("A: a (and 1 more)"),
        errors: [{ errorCode: "A", message: "a", fields: [] }, { errorCode: "B" }],
      },
    ],
    ["one object", 400, { errorCode: "A", message: "a" }, "application/json", { errorCode: "A" }],
    [
      "statusCode instead of errorCode",
      400,
      [{ statusCode: "STRING_TOO_LONG", message: "a", fields: ["B"] }],
      "application/json",
      { name: "ValidationError", errorCode: "STRING_TOO_LONG", fields: ["B"] },
    ],
    [
      "Bulk v1",
      400,
      { exceptionCode: "A", exceptionMessage: "a" },
      "application/json",
      { errorCode: "A", message: expect.stringContaining("A: a") },
    ],
    [
      "OAuth",
      400,
      { error: "invalid_request", error_description: "a" },
      "application/json",
      { errorCode: "invalid_request", message: expect.stringContaining("invalid_request: a") },
    ],
    [
      "HTML",
      503,
      "<html><head><title>Down for\nMaintenance</title><style>b{}</style></head><body>x</body></html>",
      "text/html",
      { errorCode: "HTTP_503", message: expect.stringContaining("Down for Maintenance") },
    ],
    [
      "HTML without a title",
      500,
      "<html><style>b{}</style><body><b>Oh</b> no</body></html>",
      "text/html",
      { errorCode: "HTTP_500", message: expect.stringContaining("Oh no") },
    ],
    [
      "text",
      403,
      "Bad_OAuth_Token",
      "text/plain",
      {
        name: "SessionExpiredError",
        errorCode: "HTTP_403",
        message: expect.stringContaining("Bad_OAuth_Token"),
      },
    ],
    ["nothing", 500, "", "text/plain", { errorCode: "HTTP_500", message: expect.stringContaining("empty") }],
    [
      "JSON of no known form",
      500,
      { oops: true },
      "application/json",
      { errorCode: "HTTP_500", message: expect.stringContaining("oops") },
    ],
    ["a list of nothing known", 500, [null, 5], "application/json", { errorCode: "HTTP_500" }],
    [
      "a redirect",
      302,
      "",
      "text/plain",
      { errorCode: "HTTP_302", hint: expect.stringContaining("My Domain") },
    ],
  ])("%s", async (_, status, body, type, expected) => {
    expect(await errorOf(status, body, type)).toMatchObject({ name: "ApiError", status, ...expected });
  });

  it("a long page is cut short", async () => {
    const error = (await errorOf(500, `<p>${"long ".repeat(5000)}</p>`, "text/html")) as Error;
    expect(error.message.length).toBeLessThan(400);
  });
});

describe("a hint", () => {
  it.each([
    ["MALFORMED_QUERY", "SOQL statements cannot be longer than 100000 characters.", "in several queries"],
    ["DUPLICATES_DETECTED", "Use one of these records?", "`allowDuplicates: true`"],
  ])("for %s names what there is here to do", async (errorCode, message, hint) => {
    expect(await errorOf(400, JSON.stringify([{ errorCode, message }]))).toMatchObject({
      hint: expect.stringContaining(hint),
    });
  });
});

describe("a duplicate names its equals", () => {
  const record = { attributes: { type: "Contact", url: "/x" }, Id: "003000000000001AAA" };
  const rule = (result: unknown) => ({
    errorCode: "DUPLICATES_DETECTED",
    message: "Use one of these records?",
    ...(result as object),
  });

  it.each([
    [
      "found by a duplicate rule, as Salesforce misspells it",
      rule({ duplicateResut: { matchResults: [{ matchRecords: [{ record }, { record: null }] }, {}] } }),
      [{ id: "003000000000001AAA", object: "Contact" }],
    ],
    [
      "found by a duplicate rule",
      rule({ duplicateResult: { matchResults: [{ matchRecords: [{ record }] }] } }),
      [{ id: "003000000000001AAA", object: "Contact" }],
    ],
    ["not named", rule({ duplicateResut: { matchResults: "none" } }), []],
    [
      "of a unique field",
      {
        errorCode: "DUPLICATE_VALUE",
        message: "duplicate value found: Key__c duplicates value on record with id: 001000000000001",
      },
      [{ id: "001000000000001" }],
    ],
  ])("%s", async (_, entry, matches) => {
    expect(await errorOf(400, [entry])).toMatchObject({ name: "DuplicateError", matches });
  });
});

describe("an answer that says yes but is not Salesforce's", () => {
  it.each([
    ["an HTML page", "<html>Log in</html>"],
    ["nothing", ""],
    ["a number", "5"],
  ])("%s", async (_, body) => {
    expect(await errorOf(200, body, "text/html")).toMatchObject({ name: "DecodeError" });
  });

  it("a query answered by a page says where to look", async () => {
    const org = fakeOrg(() => new Response("<html>proxy</html>"));
    const sf = createClient({ ...optionsFor(org), apiVersion: "66.0" });
    await expect(sf.query("SELECT Id FROM Account").all()).rejects.toMatchObject({
      name: "DecodeError",
      hint: expect.stringContaining("proxy"),
    });
  });
});

describe("errors as JSON", () => {
  it("hold no secret and no body", async () => {
    const org = fakeOrg(() => json([{ errorCode: "INVALID_SESSION_ID", message: "x" }], 401));
    const sf = createClient({ ...optionsFor(org), apiVersion: "66.0" });
    const error = await sf.versions().catch((reason: unknown) => reason);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "SessionExpiredError",
      code: "INVALID_SESSION_ID",
      message: "INVALID_SESSION_ID: x [GET /services/data]",
      status: 401,
      fields: [],
      request: "GET /services/data",
    });
  });
});
