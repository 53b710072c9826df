import { describe, it } from "vitest";
import { api } from "./api.js";
import { type AnsweredQuery, expectAnswer } from "./soql-answers.js";
import { soqlOrg } from "./soql-fixture.js";

const { org, ids } = soqlOrg();
const { query } = api(org);

/** What each query answers: the values of its rows. One value a row is written without brackets. */
const QUERIES: AnsweredQuery[] = [
  // selecting
  ["SELECT Name FROM Account", ["Acme", "beta", "100% Wool", "Under_score", "O'Neil \\ Sons"]],
  ["select NAME, industry from ACCOUNT limit 1", [["Acme", "Banking"]]],
  ["SELECT a.Name, a.Parent.Name FROM Account a WHERE a.Name = '100% Wool'", [["100% Wool", ["Acme"]]]],
  ["SELECT Account.Name FROM Account LIMIT 1", ["Acme"]],
  ["SELECT Account.Name, Account.Parent.Name FROM Contact LIMIT 1", [[["Acme", null]]]],
  [
    "SELECT BillingAddress FROM Account WHERE Name = 'beta'",
    [[["Basel", null, null, null, null, null, null, null]]],
  ],
  ["SELECT toLabel(Colours__c) FROM Tag__c WHERE Name = 't2'", ["GREEN"]],
  ["SELECT FIELDS(CUSTOM) FROM Tag__c WHERE Name = 't2' LIMIT 1", [["ABC", "green", null]]],
  // parents
  [
    "SELECT LastName, Account.Name FROM Contact",
    [
      ["Reed", ["Acme"]],
      ["Lind", ["Acme"]],
      ["Moss", ["beta"]],
      ["Dorn", null],
    ],
  ],
  ["SELECT Account.Parent.Parent.Name FROM Opportunity WHERE Name = 'Four'", [[[[null]]]]],
  [
    "SELECT Account.Parent.Name, Account.Owner.Name FROM Opportunity WHERE Name = 'Four'",
    [[[["beta"], ["Embedded User"]]]],
  ],
  [
    "SELECT Account.Owner.Profile.Name FROM Contact WHERE LastName = 'Reed'",
    [[[[["System Administrator"]]]]],
  ],
  // polymorphic parents
  [
    "SELECT Subject, What.Name, What.Type FROM Task",
    [
      ["Call", ["Acme", "Account"]],
      ["Meet", ["One", "Opportunity"]],
      ["Rest", null],
    ],
  ],
  ["SELECT Who.FirstName, Who.Email FROM Task WHERE Subject = 'Call'", [[["Ada", "ada@example.com"]]]],
  ["SELECT Subject FROM Task WHERE What.Type = 'Opportunity'", ["Meet"]],
  [
    "SELECT Subject FROM Task WHERE What.Type IN ('Account', 'Opportunity') ORDER BY Subject DESC",
    ["Meet", "Call"],
  ],
  ["SELECT Owner.Name, Owner.IsActive FROM Case", [[["Embedded User", true]]]],
  [
    "SELECT TYPEOF What WHEN Account THEN Industry, Name WHEN Opportunity THEN Amount END FROM Task",
    [[["Banking", "Acme"]], [[100]], null],
  ],
  [
    "SELECT TYPEOF What WHEN Account THEN Industry ELSE Name END FROM Task WHERE Subject = 'Meet'",
    [[["One"]]],
  ],
  // children
  [
    "SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Industry != null",
    [
      ["Acme", ["Reed", "Lind"].map((n) => [n])],
      ["beta", [["Moss"]]],
      ["Under_score", null],
      ["O'Neil \\ Sons", null],
    ],
  ],
  [
    "SELECT (SELECT Name FROM Opportunities WHERE Amount > 100 ORDER BY Amount DESC) FROM Account WHERE Name = 'Acme'",
    [[[["Two"]]]],
  ],
  [
    "SELECT (SELECT Name FROM Opportunities ORDER BY Amount DESC LIMIT 1) FROM Account WHERE Name = 'Acme'",
    [[[["Two"]]]],
  ],
  [
    "SELECT (SELECT Name, Account.Name FROM Opportunities LIMIT 1) FROM Account WHERE Name = 'Acme'",
    [[[["One", ["Acme"]]]]],
  ],
  [
    "SELECT (SELECT Name, (SELECT LastName FROM Contacts) FROM ChildAccounts) FROM Account WHERE Name = 'Acme'",
    [[[["100% Wool", null]]]],
  ],
  [
    "SELECT (SELECT Subject FROM Tasks), (SELECT Subject FROM Cases) FROM Account WHERE Name = 'Acme'",
    [[[["Call"]], [["Broken"]]]],
  ],
  // comparing
  ["SELECT Name FROM Account WHERE Name = 'ACME'", ["Acme"]],
  ["SELECT Name FROM Account WHERE Name != 'acme' AND Industry = 'Banking'", ["Under_score"]],
  ["SELECT Name FROM Account WHERE Name <> 'acme' AND Industry = 'banking'", ["Under_score"]],
  ["SELECT Name FROM Account WHERE AnnualRevenue > 500", ["Acme", "Under_score"]],
  ["SELECT Name FROM Account WHERE AnnualRevenue >= 500 AND AnnualRevenue <= 1000", ["Acme", "beta"]],
  ["SELECT Name FROM Account WHERE AnnualRevenue < 0", ["O'Neil \\ Sons"]],
  ["SELECT Name FROM Account WHERE AnnualRevenue = -5", ["O'Neil \\ Sons"]],
  ["SELECT Name FROM Account WHERE Name > 'B' AND Name < 'p'", ["beta", "O'Neil \\ Sons"]],
  ["SELECT Code__c FROM Tag__c WHERE Code__c = 'abc'", ["abc"]],
  ["SELECT LastName FROM Contact WHERE DoNotCall = true", ["Lind"]],
  ["SELECT LastName FROM Contact WHERE DoNotCall != TRUE AND AccountId != null", ["Reed", "Moss"]],
  // nothing
  ["SELECT Name FROM Account WHERE Industry = null", ["100% Wool"]],
  ["SELECT Name FROM Account WHERE Industry = ''", ["100% Wool"]],
  [
    "SELECT Name FROM Account WHERE AnnualRevenue != 500",
    ["Acme", "100% Wool", "Under_score", "O'Neil \\ Sons"],
  ],
  ["SELECT LastName FROM Contact WHERE Account.Name = null", ["Dorn"]],
  ["SELECT LastName FROM Contact WHERE Account.Industry != 'Banking'", ["Moss", "Dorn"]],
  ["SELECT LastName FROM Contact WHERE DoNotCall = null AND AccountId = null", ["Dorn"]],
  // lists
  [
    "SELECT Name FROM Account WHERE Industry IN ('banking', 'Apparel')",
    ["Acme", "Under_score", "O'Neil \\ Sons"],
  ],
  ["SELECT Name FROM Account WHERE Industry NOT IN ('Banking', 'Apparel')", ["beta", "100% Wool"]],
  ["SELECT Name FROM Account WHERE Industry IN (null, 'Energy')", ["beta", "100% Wool"]],
  ["SELECT Name FROM Account WHERE NumberOfEmployees IN (10, 30)", ["Acme", "100% Wool"]],
  ["SELECT Name FROM Tag__c WHERE Colours__c INCLUDES ('red')", ["t1"]],
  ["SELECT Name FROM Tag__c WHERE Colours__c INCLUDES ('red;green', 'blue;red')", ["t1"]],
  ["SELECT Name FROM Tag__c WHERE Colours__c EXCLUDES ('red', 'blue')", ["t2", "t3"]],
  // LIKE
  ["SELECT Name FROM Account WHERE Name LIKE 'a%'", ["Acme"]],
  ["SELECT Name FROM Account WHERE Name LIKE '%E%'", ["Acme", "beta", "Under_score", "O'Neil \\ Sons"]],
  ["SELECT Name FROM Account WHERE Name LIKE '_eta'", ["beta"]],
  ["SELECT Name FROM Account WHERE Name LIKE '%\\%%'", ["100% Wool"]],
  ["SELECT Name FROM Account WHERE Name LIKE '%\\_%'", ["Under_score"]],
  ["SELECT Name FROM Account WHERE Name LIKE '%\\'%\\\\%'", ["O'Neil \\ Sons"]],
  ["SELECT Name FROM Account WHERE (NOT Name LIKE '%e%')", ["100% Wool"]],
  ["SELECT Name FROM Account WHERE Name = 'O\\'Neil \\\\ Sons'", ["O'Neil \\ Sons"]],
  ["SELECT Name FROM Account WHERE Name = '\\u0041cme'", ["Acme"]],
  // and, or, not
  [
    "SELECT Name FROM Account WHERE Industry = 'Energy' OR BillingCity = 'BERN'",
    ["Acme", "beta", "Under_score"],
  ],
  [
    "SELECT Name FROM Account WHERE Industry = 'Banking' AND (Rating = 'Hot' OR ParentId != null)",
    ["Acme", "Under_score"],
  ],
  [
    "SELECT Name FROM Account WHERE NOT (Industry = 'Banking' OR Industry = 'Energy')",
    ["100% Wool", "O'Neil \\ Sons"],
  ],
  [
    "SELECT Name FROM Account WHERE (NOT Industry = 'Banking') AND (NOT (Rating = null))",
    ["beta", "100% Wool"],
  ],
  [
    "SELECT Name FROM Account WHERE ((Name = 'Acme' AND Rating = 'Hot') OR (Name = 'beta' AND (Rating = 'x' OR Rating = 'Cold')))",
    ["Acme", "beta"],
  ],
  // ids
  [`SELECT Name FROM Account WHERE Id = '${ids.beta}'`, ["beta"]],
  [`SELECT Name FROM Account WHERE Id = '${ids.beta?.slice(0, 15)}'`, ["beta"]],
  [`SELECT Name FROM Account WHERE Id IN ('${ids.under}', '${ids.acme}')`, ["Acme", "Under_score"]],
  [`SELECT Name FROM Account WHERE ParentId = '${ids.acme}'`, ["100% Wool"]],
  [
    `SELECT LastName FROM Contact WHERE Account.Parent.Id = null AND AccountId = '${ids.acme}'`,
    ["Reed", "Lind"],
  ],
  ["SELECT LastName FROM Contact WHERE Email = 'ADA@example.com'", ["Reed"]],
  // semi- and anti-joins
  [
    "SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE StageName = 'Closed Won')",
    ["Acme", "Under_score"],
  ],
  [
    "SELECT Name FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact)",
    ["100% Wool", "Under_score", "O'Neil \\ Sons"],
  ],
  // dates, of Wednesday 2026-06-17
  ["SELECT Name FROM Opportunity WHERE CloseDate = 2026-06-17", ["One"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate = TODAY", ["One"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate = TOMORROW", ["Four"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate > TODAY", ["Four"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate <= TODAY", ["One", "Two", "Three"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate = THIS_YEAR AND CloseDate != THIS_MONTH", ["Two"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate = LAST_YEAR", ["Three"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate = LAST_MONTH", ["Two"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate = THIS_QUARTER", ["One", "Two", "Four"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate = LAST_N_DAYS:40", ["One", "Two"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate = NEXT_N_DAYS:1", ["Four"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate IN (TODAY, LAST_YEAR)", ["One", "Three"]],
  ["SELECT COUNT(Id) n FROM Account WHERE CreatedDate = N_DAYS_AGO:2", [5]],
  ["SELECT COUNT(Id) n FROM Account WHERE CreatedDate >= 2026-06-15T12:30:00+02:00", [5]],
  ["SELECT COUNT(Id) n FROM Account WHERE CreatedDate > 2026-06-15T10:30:00Z", [0]],
  ["SELECT COUNT(Id) n FROM Account WHERE CreatedDate < THIS_WEEK", [0]],
  ["SELECT LastName FROM Contact WHERE CALENDAR_YEAR(Birthdate) = 1990", ["Moss"]],
  // ordering and cutting
  ["SELECT Name FROM Account ORDER BY Name", ["100% Wool", "Acme", "beta", "O'Neil \\ Sons", "Under_score"]],
  ["SELECT Name FROM Account ORDER BY Name DESC LIMIT 2", ["Under_score", "O'Neil \\ Sons"]],
  [
    "SELECT Name FROM Account ORDER BY AnnualRevenue",
    ["100% Wool", "O'Neil \\ Sons", "beta", "Acme", "Under_score"],
  ],
  [
    "SELECT Name FROM Account ORDER BY AnnualRevenue NULLS LAST",
    ["O'Neil \\ Sons", "beta", "Acme", "Under_score", "100% Wool"],
  ],
  [
    "SELECT Name FROM Account ORDER BY AnnualRevenue DESC",
    ["100% Wool", "Under_score", "Acme", "beta", "O'Neil \\ Sons"],
  ],
  [
    "SELECT Name FROM Account ORDER BY Rating NULLS LAST, Name DESC",
    ["Acme", "100% Wool", "beta", "Under_score", "O'Neil \\ Sons"],
  ],
  [
    "SELECT Name FROM Account ORDER BY Industry ASC NULLS LAST, AnnualRevenue DESC",
    ["O'Neil \\ Sons", "Under_score", "Acme", "beta", "100% Wool"],
  ],
  [
    "SELECT LastName FROM Contact ORDER BY Account.Name DESC NULLS LAST, LastName",
    ["Moss", "Lind", "Reed", "Dorn"],
  ],
  ["SELECT Name FROM Account ORDER BY Name LIMIT 2 OFFSET 1", ["Acme", "beta"]],
  ["SELECT Name FROM Account OFFSET 4", ["O'Neil \\ Sons"]],
  ["SELECT Name FROM Account WHERE Name != 'x OFFSET 1' offset 4", ["O'Neil \\ Sons"]],
  ["SELECT Name FROM Account WHERE Name = 'x OFFSET 1'", []],
  ["SELECT Name FROM Account LIMIT 0", []],
  // aggregates
  ["SELECT COUNT(Id), COUNT(Industry), COUNT_DISTINCT(Industry) FROM Account", [[5, 4, 3]]],
  [
    "SELECT SUM(AnnualRevenue) total, AVG(AnnualRevenue), MIN(AnnualRevenue), MAX(AnnualRevenue) FROM Account",
    [[3495, 873.75, -5, 2000]],
  ],
  ["SELECT MIN(Name), MAX(CloseDate) FROM Opportunity", [["Four", "2026-06-18"]]],
  ["SELECT SUM(Amount) FROM Opportunity WHERE Name = 'Nothing'", [null]],
  [
    "SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry ORDER BY COUNT(Id) DESC, Industry NULLS LAST",
    [
      ["Banking", 2],
      ["Apparel", 1],
      ["Energy", 1],
      [null, 1],
    ],
  ],
  [
    "SELECT StageName, SUM(Amount) s FROM Opportunity GROUP BY StageName HAVING SUM(Amount) > 100",
    [["Closed Won", 1000]],
  ],
  [
    "SELECT Account.Name, COUNT(Id) n FROM Contact GROUP BY Account.Name ORDER BY COUNT(Id) DESC LIMIT 1",
    [["Acme", 2]],
  ],
  [
    "SELECT CALENDAR_YEAR(CloseDate) y, COUNT(Id) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)",
    [
      [2025, 1],
      [2026, 3],
    ],
  ],
  [
    "SELECT StageName FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 1 AND (StageName LIKE 'closed%' OR StageName = 'x')",
    ["Closed Won"],
  ],
  ["SELECT COUNT(Id) FROM Account USING SCOPE mine", [5]],
];

describe("SOQL queries with hand-worked answers", () => {
  it.each(QUERIES)("%s", async (soql, expected) => expectAnswer(await query(soql), expected));
});
