import { describe, expect, it } from "vitest";
import { api } from "./api.js";
import { type AnsweredQuery, expectAnswer } from "./soql-answers.js";
import { soqlOrg } from "./soql-fixture.js";

const { org } = soqlOrg();
const { query } = api(org);

const HAS_CONTACT = "Id IN (SELECT AccountId FROM Contact)";
const HAS_OPEN = "Id IN (SELECT AccountId FROM Opportunity WHERE StageName = 'Prospecting')";
const NO_CASE = "Id NOT IN (SELECT AccountId FROM Case)";

async function expectRefused(soql: string, errorCode: string, text: string): Promise<void> {
  const { status, body } = await query(soql);
  expect({ status, body }).toEqual({
    status: 400,
    body: [{ errorCode, message: expect.stringContaining(text) }],
  });
}

describe("semi-joins and anti-joins", () => {
  it.each<AnsweredQuery>([
    [`SELECT Name FROM Account WHERE ${HAS_CONTACT} AND ${NO_CASE}`, ["beta"]],
    [`SELECT Name FROM Account WHERE ${HAS_CONTACT} AND ${HAS_OPEN}`, ["Acme", "beta"]],
    [`SELECT Name FROM Account WHERE Name != 'x' AND (${HAS_CONTACT}) AND ${NO_CASE}`, ["beta"]],
    [`SELECT Name FROM Account WHERE (${HAS_CONTACT} AND ${NO_CASE})`, ["beta"]],
    [
      `SELECT Name FROM Account WHERE (Name = 'Acme' OR Name = 'x') AND ${HAS_CONTACT} AND ${HAS_OPEN}`,
      ["Acme"],
    ],
    [
      "SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName = 'Reed' OR LastName = 'Moss')",
      ["Acme", "beta"],
    ],
    [
      "SELECT LastName FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Name = 'beta')",
      ["Moss"],
    ],
    [
      "SELECT LastName FROM Contact WHERE AccountId IN (SELECT a.Id FROM Account a WHERE a.Name = 'beta')",
      ["Moss"],
    ],
    [
      "SELECT LastName FROM Contact WHERE AccountId IN (SELECT Opportunity.AccountId FROM Opportunity)",
      ["Reed", "Lind", "Moss"],
    ],
    ["SELECT Subject FROM Task WHERE WhatId IN (SELECT Id FROM Opportunity)", ["Meet"]],
    ["SELECT Subject FROM Task WHERE WhatId IN (SELECT AccountId FROM Contact)", ["Call"]],
  ])("are answered where SOQL has them: %s", async (soql, rows) => {
    expectAnswer(await query(soql), rows);
  });

  it.each([
    `${HAS_CONTACT} AND ${HAS_OPEN} AND ${NO_CASE}`,
    `Name != 'x' AND ${HAS_CONTACT} AND ${HAS_CONTACT} AND ${HAS_CONTACT}`,
  ])("are two at most: %s", async (where) => {
    await expectRefused(
      `SELECT Id FROM Account WHERE ${where}`,
      "EXCEEDED_MAX_SEMIJOIN_SUBSELECTS",
      "Maximum 2 semi join sub-selects are allowed",
    );
  });

  it.each([
    [`Name = 'x' OR ${HAS_CONTACT}`, "not allowed with the 'OR' operator"],
    [`${NO_CASE} OR Name = 'x'`, "not allowed with the 'OR' operator"],
    [`${HAS_CONTACT} OR ${HAS_OPEN}`, "not allowed with the 'OR' operator"],
    [`(Name = 'x' OR ${HAS_CONTACT})`, "not allowed with the 'OR' operator"],
    [`NOT ${HAS_CONTACT}`, "not allowed with the 'NOT' operator"],
    [`(NOT (${NO_CASE}))`, "not allowed with the 'NOT' operator"],
    [`Name != 'x' AND (Name = 'y' OR ${HAS_CONTACT})`, "only allowed at the top level"],
    [`(Name != 'x' AND ${HAS_CONTACT}) AND (Name LIKE '%')`, "only allowed at the top level"],
    [`Name = 'x' OR (Name = 'y' AND ${HAS_CONTACT})`, "only allowed at the top level"],
    [`Name != 'x' AND (NOT ${HAS_CONTACT})`, "only allowed at the top level"],
  ])("stand under nothing but one AND: %s", async (where, text) => {
    await expectRefused(`SELECT Id FROM Account WHERE ${where}`, "MALFORMED_QUERY", text);
    await expectRefused(`SELECT COUNT() FROM Account WHERE ${where}`, "MALFORMED_QUERY", text);
    await expectRefused(
      `SELECT Name, COUNT(Id) FROM Account WHERE ${where} GROUP BY Name`,
      "MALFORMED_QUERY",
      text,
    );
  });

  it("are for WHERE, not for HAVING", async () => {
    const soql = "SELECT OwnerId FROM Account GROUP BY OwnerId HAVING OwnerId IN (SELECT Id FROM User)";
    await expectRefused(soql, "MALFORMED_QUERY", "HAVING");
  });

  it.each([
    ["Name IN (SELECT Id FROM Contact)", "only allowed on id and reference fields"],
    [
      "Owner.Id IN (SELECT OwnerId FROM Contact)",
      "left operand cannot have more than one level of relationships",
    ],
    ["Parent.OwnerId NOT IN (SELECT OwnerId FROM Contact)", "left operand cannot have more than one level"],
    ["Id = (SELECT AccountId FROM Contact)", "with IN or NOT IN"],
  ])("compare an id or reference of the object itself: %s", async (where, text) => {
    await expectRefused(`SELECT Id FROM Account WHERE ${where}`, "MALFORMED_QUERY", text);
  });

  it.each([
    [
      "SELECT LastName FROM Contact",
      "semi join sub selects can only query id fields, cannot use: 'LastName'",
    ],
    ["SELECT AccountId, Id FROM Contact", "exactly one id or reference field"],
    ["SELECT COUNT() FROM Contact", "exactly one id or reference field"],
    [
      "SELECT Account.Id FROM Contact",
      "The inner select field 'Account.Id' cannot have more than one level of relationships",
    ],
    [
      "SELECT OwnerId FROM Contact",
      "The selected field 'OwnerId' in the subquery and the left operand field in the where expression in the outer query 'Id' should point to the same object type",
    ],
    ["SELECT Id FROM Contact", "should point to the same object type"],
    ["SELECT ParentId FROM Account", "The inner and outer selects should not be on the same object type"],
    ["SELECT WhatId FROM Task", "Entity 'Task' is not supported for semi join inner selects"],
    ["SELECT WhatId FROM Event", "Entity 'Event' is not supported for semi join inner selects"],
    ["SELECT AccountId FROM Contact ORDER BY LastName", "missing value at 'ORDER'"],
    ["SELECT AccountId FROM Contact LIMIT 1", "missing value at 'LIMIT'"],
    ["SELECT AccountId FROM Contact LIMIT 1 OFFSET 1", "missing value at 'LIMIT'"],
    ["SELECT AccountId FROM Contact OFFSET 1", "missing value at 'OFFSET'"],
    ["SELECT AccountId FROM Contact GROUP BY AccountId", "missing value at 'GROUP'"],
    [
      "SELECT AccountId FROM Contact WHERE OwnerId IN (SELECT OwnerId FROM Case)",
      "Nesting of semi join sub-selects is not supported",
    ],
    ["SELECT AccountId FROM Contact USING SCOPE mine", "does not evaluate USING SCOPE"],
  ])("look among one field of another object's records: %s", async (inner, text) => {
    await expectRefused(`SELECT Id FROM Account WHERE Id IN (${inner})`, "MALFORMED_QUERY", text);
    await expectRefused(`SELECT Id FROM Account WHERE Id NOT IN (${inner})`, "MALFORMED_QUERY", text);
  });

  it("point at what is wrong in the inner query", async () => {
    const { body } = await query("SELECT Id FROM Account WHERE Id IN (SELECT WhatId\nFROM Task)");
    expect(body[0].message).toBe(
      "\nFROM Task)\n     ^\nERROR at Row:2:Column:6\nEntity 'Task' is not supported for semi join inner selects",
    );
  });
});
