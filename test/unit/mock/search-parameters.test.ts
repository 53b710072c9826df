import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";

const org = createOrg();
org.seed({
  Account: [
    { Name: "Acme Wool", Phone: "0315550100", NumberOfEmployees: 5 },
    { Name: "Acme Steel", NumberOfEmployees: 9 },
    { Name: "Edge", Description: "No acme" },
  ],
  Contact: [{ FirstName: "Ada", LastName: "Acme", Email: "ada@wool.example" }],
});

interface SearchAnswer {
  readonly status: number;
  readonly body: unknown;
}

async function ask(query: string, body?: unknown): Promise<SearchAnswer> {
  const response = await org.fetch(`${org.url}/services/data/v66.0/parameterizedSearch${query}`, {
    headers: { Authorization: `Bearer ${org.credentials.accessToken}`, "Content-Type": "application/json" },
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** The names of the records found; of those without a name, their types. */
function found({ status, body }: SearchAnswer): unknown[] {
  expect({ status, body }).toMatchObject({ status: 200 });
  const { searchRecords } = body as { searchRecords: { Name?: string; attributes: { type: string } }[] };
  return searchRecords.map((row) => row.Name ?? row.attributes.type);
}

describe("parameterized search by URL", () => {
  it.each([
    ["q=acme&in=NAME", ["Account", "Account", "Contact"]],
    ["q=acme&sobject=Account&Account.fields=Name", ["Acme Wool", "Acme Steel", "Edge"]],
    ["q=acme&sObject=account&account.Fields=Id,Name&in=name", ["Acme Wool", "Acme Steel"]],
    ["q=acme&sobject=Account&fields=Name&overallLimit=1", ["Acme Wool"]],
    ["q=acme&sobject=Account&sobject=Contact&fields=Name&defaultLimit=1", ["Acme Wool", "Ada Acme"]],
    ["q=acme&sobject=Account,Contact&fields=Name&Account.limit=0", ["Ada Acme"]],
    [
      "q=acme&sobject=Account&fields=Name&Account.where=NumberOfEmployees%20>%205%20AND%20Name%20LIKE%20'A%25'",
      ["Acme Steel"],
    ],
    [
      "q=acme&sobject=Account&fields=Name&Account.orderBy=Name%20DESC&Account.limit=2&Account.offset=1",
      ["Acme Wool", "Acme Steel"],
    ],
    ["q=nothing&sobject=Account", []],
  ])("%s", async (query, expected) => {
    expect(found(await ask(`?${query}`))).toEqual(expected);
  });
});

describe("parameterized search by body", () => {
  it.each([
    [{ q: "acme", sobjects: [{ name: "Account", fields: ["Id", "Name"], limit: 1 }] }, ["Acme Wool"]],
    [
      {
        q: "acme",
        in: "NAME",
        fields: ["Name"],
        sobjects: [{ name: "Account", orderBy: "Name" }, { name: "Contact" }],
        overallLimit: 3,
      },
      ["Acme Steel", "Acme Wool", "Ada Acme"],
    ],
    [
      { q: "ada\\@wool.example", in: "EMAIL", fields: ["Name"], sobjects: [{ name: "Contact" }] },
      ["Ada Acme"],
    ],
  ])("%j", async (body, expected) => {
    expect(found(await ask("", body))).toEqual(expected);
  });
});

describe("parameterized search that breaks a rule", () => {
  it.each([
    ["?sobject=Account", undefined, "MALFORMED_SEARCH", /No search term/],
    ["?q=acme&in=SHOE", undefined, "INVALID_SEARCH_SCOPE", /SHOE/],
    ["?q=acme&fields=Name", undefined, "INVALID_SEARCH", /sobject/],
    ["?q=acme&overallLimit=many", undefined, "ILLEGAL_QUERY_PARAMETER_VALUE", /overallLimit/],
    ["?q=acme&sobject=Nothing__c", undefined, "INVALID_TYPE", /Nothing__c/],
    ["?q=acme&sobject=Account&fields=Nmae", undefined, "INVALID_FIELD", /Nmae/],
    ["", { q: "acme", sobjects: "Account" }, "ILLEGAL_QUERY_PARAMETER_VALUE", /sobjects/],
    ["", { q: "acme", sobjects: [{}] }, "ILLEGAL_QUERY_PARAMETER_VALUE", /sobjects\.name/],
  ])("is refused: %s %j", async (query, body, errorCode, message) => {
    expect(await ask(query, body)).toEqual({
      status: 400,
      body: [{ errorCode, message: expect.stringMatching(message) }],
    });
  });
});
