import { Connection } from "@jsforce/jsforce-node";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let org: Org;
let server: Listening;
let connection: Connection;

beforeAll(async () => {
  org = createOrg();
  org.seed({
    Account: [{ Name: "Acme (Wool)", Phone: "0315550100" }, { Name: "Acme Steel" }, { Name: "Edge" }],
    Contact: [
      { FirstName: "Ada", LastName: "Acme", Email: "ada@wool.example" },
      { LastName: "Edge", Department: "Acme sales" },
    ],
  });
  server = await org.listen();
  connection = new Connection({
    instanceUrl: server.url,
    accessToken: org.credentials.accessToken,
    version: "62.0",
  });
});
afterAll(() => server.close());

describe("jsforce against the embedded org: search", () => {
  it("finds records of several objects", async () => {
    const { searchRecords } = await connection.search(
      "FIND {acme} IN ALL FIELDS RETURNING Account(Id, Name), Contact(Id, LastName)",
    );
    expect(searchRecords.map((row) => [row.attributes?.type, row.Name ?? row.LastName])).toEqual([
      ["Account", "Acme (Wool)"],
      ["Account", "Acme Steel"],
      ["Contact", "Acme"],
      ["Contact", "Edge"],
    ]);
  });

  it("keeps to the scope it names", async () => {
    const { searchRecords } = await connection.search(
      "FIND {acme} IN NAME FIELDS RETURNING Contact(LastName)",
    );
    expect(searchRecords.map((row) => row.LastName)).toEqual(["Acme"]);
  });

  it("filters, sorts and limits each object", async () => {
    const { searchRecords } = await connection.search(
      "FIND {acm*} RETURNING Account(Name WHERE Name LIKE 'A%' ORDER BY Name DESC LIMIT 1)",
    );
    expect(searchRecords.map((row) => row.Name)).toEqual(["Acme Steel"]);
  });

  it("reads escaped text", async () => {
    const { searchRecords } = await connection.search("FIND {Acme \\(Wool\\)} RETURNING Account(Name)");
    expect(searchRecords.map((row) => row.Name)).toEqual(["Acme (Wool)"]);
  });

  it("is told what is wrong with a search", async () => {
    await expect(connection.search("FIND acme")).rejects.toMatchObject({
      errorCode: "MALFORMED_SEARCH",
      message: "No search term found. The search term must be enclosed in braces.",
    });
  });

  it("searches by parameters", async () => {
    const found = await connection.requestPost<{ searchRecords: { Name: string }[] }>(
      "/parameterizedSearch",
      { q: "acme", sobjects: [{ name: "Account", fields: ["Name"], limit: 1 }] },
    );
    expect(found.searchRecords.map((row) => row.Name)).toEqual(["Acme (Wool)"]);
  });
});
