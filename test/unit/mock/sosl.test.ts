import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";

const org = createOrg();
org.seed({
  Account: [
    { Name: "Acme Wool", Phone: "0315550100", Website: "wool.example" },
    { Name: "Acme Steel", Description: "Sells wool too" },
    { Name: "Edge" },
  ],
  Contact: [{ FirstName: "Ada", LastName: "Acme", Email: "ada@wool.example" }],
});

async function search(q: string): Promise<{ status: number; body: unknown }> {
  const response = await org.fetch(`${org.url}/services/data/v66.0/search?q=${encodeURIComponent(q)}`, {
    headers: { Authorization: `Bearer ${org.credentials.accessToken}` },
  });
  return { status: response.status, body: await response.json() };
}

async function names(q: string): Promise<unknown[]> {
  const { body } = await search(q);
  return (body as { searchRecords: { Name: unknown }[] }).searchRecords.map((row) => row.Name);
}

const A = "RETURNING Account(Name)";

describe("SOSL", () => {
  it.each([
    [`FIND {acme} ${A}`, ["Acme Wool", "Acme Steel"]],
    [`find {ACME} returning account(Name)`, ["Acme Wool", "Acme Steel"]],
    [`FIND {wool} ${A}`, ["Acme Wool", "Acme Steel"]],
    [`FIND {wool} IN NAME FIELDS ${A}`, ["Acme Wool"]],
    [`FIND {ac*} ${A}`, ["Acme Wool", "Acme Steel"]],
    [`FIND {ed?e} ${A}`, ["Edge"]],
    [`FIND {acm} ${A}`, []],
    [`FIND {acme wool} IN NAME FIELDS ${A}`, ["Acme Wool"]],
    [`FIND {"acme wool"} ${A}`, ["Acme Wool"]],
    [`FIND {"wool acme"} ${A}`, []],
    [`FIND {steel OR edge} ${A}`, ["Acme Steel", "Edge"]],
    [`FIND {acme AND steel} ${A}`, ["Acme Steel"]],
    [`FIND {acme AND NOT steel} ${A}`, ["Acme Wool"]],
    [`FIND {(edge OR acme) AND steel} ${A}`, ["Acme Steel"]],
    [`FIND {0315550100} IN PHONE FIELDS ${A}`, ["Acme Wool"]],
    [`FIND {acme} IN PHONE FIELDS ${A}`, []],
    [`FIND {ada\\@wool.example} IN EMAIL FIELDS RETURNING Contact(Name)`, ["Ada Acme"]],
    [`FIND {acme} IN SIDEBAR FIELDS RETURNING Contact(Name)`, ["Ada Acme"]],
    [`FIND {acme} RETURNING Account(Name), Contact(Name)`, ["Acme Wool", "Acme Steel", "Ada Acme"]],
    [`FIND {acme} RETURNING Account(Name WHERE Phone != null)`, ["Acme Wool"]],
    [`FIND {acme} RETURNING Account(Name WHERE Name IN ('Edge', 'Acme Steel'))`, ["Acme Steel"]],
    [`FIND {acme} RETURNING Account(Name ORDER BY Name)`, ["Acme Steel", "Acme Wool"]],
    [`FIND {acme} RETURNING Account(Name ORDER BY Name LIMIT 1)`, ["Acme Steel"]],
    [`FIND {acme} RETURNING Account(Name ORDER BY Name LIMIT 1 OFFSET 1)`, ["Acme Wool"]],
    [`FIND {acme} RETURNING Account(Name), Contact(Name) LIMIT 1`, ["Acme Wool"]],
  ])("%s", async (q, expected) => {
    expect(await names(q)).toEqual(expected);
  });

  it("finds the ids of every object where none is named", async () => {
    const { body } = await search("FIND {acme} IN NAME FIELDS");
    const rows = (body as { searchRecords: Record<string, unknown>[] }).searchRecords;
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(Object.keys(row)).toEqual(["attributes", "Id"]);
  });

  it.each([
    ["FIND acme", "MALFORMED_SEARCH", /enclosed in braces/],
    ["FIND {}", "MALFORMED_SEARCH", /enclosed in braces/],
    ["FIND {a}", "MALFORMED_SEARCH", /longer than one character/],
    ["FIND {a*}", "MALFORMED_SEARCH", /longer than one character/],
    ['FIND {"acme}', "MALFORMED_SEARCH", /no end/],
    ["FIND {(acme}", "MALFORMED_SEARCH", /right parentheses/],
    ["FIND {acme AND}", "MALFORMED_SEARCH", /<EOF>/],
    ["FIND {acme} WITH SNIPPET", "MALFORMED_SEARCH", /WITH SNIPPET/],
    ["FIND {acme} RETURNING Account(Nmae)", "INVALID_FIELD", /Nmae/],
    ["FIND {acme} RETURNING Nothing__c(Id)", "INVALID_TYPE", /Nothing__c/],
  ])("refuses %s", async (q, errorCode, message) => {
    const { status, body } = await search(q);
    expect(status).toBe(400);
    expect(body).toEqual([{ errorCode, message: expect.stringMatching(message) }]);
  });
});
