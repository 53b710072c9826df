import { describe, expect, it } from "vitest";
import { api } from "./api.js";
import { soqlOrg } from "./soql-fixture.js";

const { org } = soqlOrg();
const { query, get } = api(org);

async function refused(soql: string) {
  const { status, body } = await query(soql);
  expect(status).toBe(400);
  expect(body).toHaveLength(1);
  return body[0] as { errorCode: string; message: string };
}

describe("a query for what is not there", () => {
  it("points at an unknown column in Salesforce's words", async () => {
    expect(await refused("SELECT Id, Nmae FROM Account")).toEqual({
      errorCode: "INVALID_FIELD",
      message:
        "\nSELECT Id, Nmae FROM Account\n           ^\nERROR at Row:1:Column:12\n" +
        "No such column 'Nmae' on entity 'Account'. If you are attempting to use a custom field, be sure to append " +
        "the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
    });
  });

  it("points at an unknown object as a recorded answer does", async () => {
    expect(await refused("select count() from XYZZY")).toEqual({
      errorCode: "INVALID_TYPE",
      message:
        "\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\n" +
        "sObject type 'XYZZY' is not supported. If you are attempting to use a custom object, be sure to append the " +
        "'__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.",
    });
  });

  it("points into the right line, at the place and not at a text that looks like it", async () => {
    const { message } = await refused("SELECT Id FROM Account\nWHERE Name = 'Nmae' AND\n  Nmae = 'x'");
    expect(message).toContain("\n  Nmae = 'x'\n  ^\nERROR at Row:3:Column:3\n");
  });

  it("shows only the neighbourhood in a long query", async () => {
    const { message } = await refused(
      `SELECT ${"Name ".repeat(0)}Id FROM Account WHERE ${"Name != 'x' AND ".repeat(30)}Nmae = 'y'`,
    );
    const [, excerpt = "", caret = ""] = message.split("\n");
    expect(excerpt.length).toBeLessThan(110);
    expect(excerpt.slice(caret.indexOf("^"))).toBe("Nmae = 'y'");
  });

  it.each([
    ["SELECT Owner.Nmae FROM Account", "INVALID_FIELD", "No such column 'Nmae' on entity 'User'"],
    ["SELECT What.Industry FROM Task", "INVALID_FIELD", "No such column 'Industry' on entity 'Name'"],
    [
      "SELECT What.Owner.Name FROM Task",
      "INVALID_FIELD",
      "Didn't understand relationship 'Owner' in field path",
    ],
    ["SELECT Boss.Name FROM Account", "INVALID_FIELD", "Didn't understand relationship 'Boss' in field path"],
    [
      "SELECT (SELECT Id FROM Kontacts) FROM Account",
      "INVALID_TYPE",
      "Didn't understand relationship 'Kontacts' in FROM part of query call",
    ],
    [
      "SELECT (SELECT Nmae FROM Contacts) FROM Account",
      "INVALID_FIELD",
      "No such column 'Nmae' on entity 'Contact'",
    ],
    ["SELECT Id FROM Account ORDER BY Nmae", "INVALID_FIELD", "No such column 'Nmae' on entity 'Account'"],
    [
      "SELECT COUNT(Id) FROM Account GROUP BY Nmae",
      "INVALID_FIELD",
      "No such column 'Nmae' on entity 'Account'",
    ],
    [
      "SELECT Id FROM Account WHERE Id IN (SELECT Nmae FROM Contact)",
      "INVALID_FIELD",
      "No such column 'Nmae' on entity 'Contact'",
    ],
  ])("names the entity that lacks it: %s", async (soql, errorCode, text) => {
    const error = await refused(soql);
    expect(error.errorCode).toBe(errorCode);
    expect(error.message).toContain(text);
    expect(error.message).toMatch(/\n +\^\nERROR at Row:1:Column:\d+\n/);
  });
});

describe("a query that is not SOQL", () => {
  it.each([
    ["SELECT FROM Account", "unexpected token: 'FROM'"],
    ["SELECT Id FORM Account", "unexpected token: 'Account'"],
    ["SELECT Id FROM Account WHERE", "unexpected token: '<EOF>'"],
    ["SELECT Id FROM Account WHERE (Name = 'x'", "unexpected token: '<EOF>'"],
    ["SELECT Id FROM Account LIMIT many", "unexpected token: 'many'"],
    ["hello", "unexpected token: 'hello'"],
    ["SELECT Id FROM Account WHERE Name = 'x", "no viable alternative"],
    ['SELECT Id FROM Account WHERE Name = "x"', "no viable alternative"],
    ["SELECT Id FROM Account WHERE Name = 'a\\qb'", "illegal escape '\\q'"],
    ["SELECT Id FROM Account WHERE Name = :name", "unexpected token"],
    ["SELECT Name n FROM Account", "only aggregate expressions use field aliasing"],
  ])("is refused: %s", async (soql, text) => {
    const error = await refused(soql);
    expect(error.errorCode).toBe("MALFORMED_QUERY");
    expect(error.message).toContain(text);
  });

  it.each([
    "Name = 'a' AND Name = 'b' OR Name = 'c'",
    "Name = 'a' OR Name = 'b' AND Name = 'c'",
    "(Name = 'a' OR Name = 'b' AND Name = 'c')",
    "NOT Name = 'a' AND Name = 'b'",
    "Name = 'a' AND NOT Name = 'b'",
  ])("is refused where brackets are missing: WHERE %s", async (where) => {
    const error = await refused(`SELECT Id FROM Account WHERE ${where}`);
    expect(error.errorCode).toBe("MALFORMED_QUERY");
    expect(error.message).toMatch(/unexpected token: '(AND|OR|NOT)'$/);
  });

  it("is refused where there is none", async () => {
    expect((await get("/query")).body[0].errorCode).toBe("MALFORMED_QUERY");
  });

  it("is refused where it is too long", async () => {
    // Longer than a URL may be, so it comes from inside another request.
    const { post } = api(org);
    const url = `v66.0/query?q=${"x".repeat(100_001)}`;
    const { body } = await post("/composite/batch", { batchRequests: [{ method: "GET", url }] });
    expect(body.results[0].result[0].message).toBe(
      "SOQL statements cannot be longer than 100000 characters.",
    );
  });
});

describe("a query that breaks a rule", () => {
  it.each([
    ["SELECT Id, Name, id FROM Account", "INVALID_FIELD", "duplicate field selected: id"],
    [
      "SELECT Id FROM Account WHERE Id = 'nonsense'",
      "INVALID_QUERY_FILTER_OPERATOR",
      "invalid ID field: nonsense",
    ],
    [
      "SELECT Id FROM Account WHERE Name = 5",
      "INVALID_FIELD",
      "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Account WHERE AnnualRevenue = '5'",
      "INVALID_FIELD",
      "value of filter criterion for field 'AnnualRevenue' must be of type double and should not be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Account WHERE CreatedDate > 2026-01-01",
      "INVALID_FIELD",
      "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Contact WHERE Birthdate = '2020-01-01'",
      "INVALID_FIELD",
      "value of filter criterion for field 'Birthdate' must be of type date and should not be enclosed in quotes",
    ],
    ["SELECT Id FROM Contact WHERE DoNotCall = 'true'", "INVALID_FIELD", "must be of type boolean"],
    [
      "SELECT Id FROM Contact WHERE DoNotCall > true",
      "INVALID_QUERY_FILTER_OPERATOR",
      "invalid operator on boolean field",
    ],
    [
      "SELECT Id FROM Account WHERE Id LIKE '001%'",
      "INVALID_QUERY_FILTER_OPERATOR",
      "invalid operator on id field",
    ],
    [
      "SELECT Id FROM Tag__c WHERE Name INCLUDES ('x')",
      "INVALID_QUERY_FILTER_OPERATOR",
      "invalid operator on string field",
    ],
    [
      "SELECT Id FROM Tag__c WHERE Long__c = 'x'",
      "INVALID_FIELD",
      "field 'Long__c' can not be filtered in a query call",
    ],
    [
      "SELECT Id FROM Tag__c ORDER BY Long__c",
      "MALFORMED_QUERY",
      "field 'Long__c' can not be sorted in a query call",
    ],
    [
      "SELECT COUNT(Id) FROM Tag__c GROUP BY Long__c",
      "MALFORMED_QUERY",
      "field 'Long__c' can not be grouped in a query call",
    ],
    [
      "SELECT Id FROM Account WHERE BillingAddress = 'x'",
      "INVALID_FIELD",
      "field 'BillingAddress' can not be filtered in a query call",
    ],
    ["SELECT Name, COUNT(Id) FROM Account", "MALFORMED_QUERY", "Field must be grouped or aggregated: Name"],
    ["SELECT Name, COUNT() FROM Account", "MALFORMED_QUERY", "COUNT()"],
    [
      "SELECT SUM(Name) FROM Account",
      "MALFORMED_QUERY",
      "field Name does not support aggregate operator SUM",
    ],
    [
      "SELECT COUNT(Id) FROM Account LIMIT 1",
      "MALFORMED_QUERY",
      "Non-grouped query that uses overall aggregate functions cannot also use LIMIT",
    ],
    ["SELECT COUNT(Id) a, COUNT(Name) a FROM Account", "MALFORMED_QUERY", "duplicate alias: a"],
    [
      "SELECT (SELECT COUNT(Id) FROM Contacts) FROM Account",
      "MALFORMED_QUERY",
      "only root queries support aggregate expressions",
    ],
    [
      "SELECT Id FROM Account OFFSET 2001",
      "NUMBER_OUTSIDE_VALID_RANGE",
      "Maximum SOQL offset allowed is 2000",
    ],
    ["SELECT FIELDS(ALL) FROM Account", "MALFORMED_QUERY", "LIMIT of at most 200"],
    [
      "SELECT FIELDS(CUSTOM) FROM Case LIMIT 10",
      "MALFORMED_QUERY",
      "must result in at least one field being selected",
    ],
  ])("is refused: %s", async (soql, errorCode, text) => {
    const error = await refused(soql);
    expect(error).toMatchObject({ errorCode, message: expect.stringContaining(text) });
  });
});

describe("a query that this org cannot evaluate", () => {
  it.each([
    "SELECT Id FROM Account USING SCOPE team",
    "SELECT Id FROM Account WHERE (NOT ((NOT ((NOT (Name = 'x'))))))",
  ])("is refused rather than answered wrongly: %s", async (soql) => {
    const error = await refused(soql);
    expect(error.errorCode).toBe("MALFORMED_QUERY");
    expect(error.message).toContain("The embedded org does not evaluate");
  });
});
