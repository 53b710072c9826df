import { describe, expect, it } from "vitest";
import { api } from "./api.js";
import { type AnsweredQuery, expectAnswer } from "./soql-answers.js";
import { soqlOrg } from "./soql-fixture.js";

const { org } = soqlOrg();
const { query } = api(org);

const QUERIES: AnsweredQuery[] = [
  [
    "SELECT StageName, COUNT(Id) n FROM Opportunity GROUP BY ROLLUP(StageName)",
    [
      ["Prospecting", 2],
      ["Closed Won", 2],
      [null, 4],
    ],
  ],
  [
    "SELECT StageName, Account.Name, SUM(Amount) s FROM Opportunity GROUP BY ROLLUP(StageName, Account.Name)",
    [
      ["Prospecting", "Acme", 100],
      ["Prospecting", "beta", null],
      ["Prospecting", null, 100],
      ["Closed Won", "Acme", 300],
      ["Closed Won", "Under_score", 700],
      ["Closed Won", null, 1000],
      [null, null, 1100],
    ],
  ],
  [
    "SELECT StageName, Account.Name, COUNT(Id) n FROM Opportunity GROUP BY CUBE(StageName, Account.Name)",
    [
      ["Prospecting", "Acme", 1],
      ["Prospecting", "beta", 1],
      ["Prospecting", null, 2],
      ["Closed Won", "Acme", 1],
      ["Closed Won", "Under_score", 1],
      ["Closed Won", null, 2],
      [null, "Acme", 2],
      [null, "beta", 1],
      [null, "Under_score", 1],
      [null, null, 4],
    ],
  ],
  // an empty industry is no subtotal: GROUPING tells them apart
  [
    "SELECT Industry, GROUPING(Industry) g, COUNT(Id) n FROM Account GROUP BY ROLLUP(Industry)",
    [
      ["Banking", 0, 2],
      ["Energy", 0, 1],
      [null, 0, 1],
      ["Apparel", 0, 1],
      [null, 1, 5],
    ],
  ],
  [
    "SELECT Industry, COUNT(Id) FROM Account GROUP BY ROLLUP(Industry) HAVING GROUPING(Industry) = 1",
    [[null, 5]],
  ],
  [
    "SELECT Industry, COUNT(Id) n FROM Account GROUP BY CUBE(Industry) ORDER BY GROUPING(Industry) DESC, Industry NULLS LAST",
    [
      [null, 5],
      ["Apparel", 1],
      ["Banking", 2],
      ["Energy", 1],
      [null, 1],
    ],
  ],
  [
    "SELECT StageName, GROUPING(StageName), GROUPING(Account.Name), MAX(Amount) FROM Opportunity GROUP BY ROLLUP(StageName, Account.Name) HAVING GROUPING(Account.Name) = 1 ORDER BY MAX(Amount)",
    [
      ["Prospecting", 0, 1, 100],
      ["Closed Won", 0, 1, 700],
      [null, 1, 1, 700],
    ],
  ],
  ["SELECT COUNT(Id) n FROM Account GROUP BY ROLLUP(Industry, Rating, BillingCity) LIMIT 1", [1]],
  ["SELECT COUNT(Id) n FROM Account WHERE Name = 'x' GROUP BY ROLLUP(Industry)", []],
];

describe("SOQL subtotals with hand-worked answers", () => {
  it.each(QUERIES)("%s", async (soql, expected) => expectAnswer(await query(soql), expected));
});

describe("SOQL subtotals that are no query", () => {
  it.each([
    [
      "SELECT COUNT(Id) FROM Account GROUP BY ROLLUP(Name, Industry, Rating, BillingCity)",
      "at most 3 fields",
    ],
    ["SELECT COUNT(Id) FROM Account GROUP BY Name, CUBE(Industry)", "cannot stand beside"],
    ["SELECT GROUPING(Name), COUNT(Id) FROM Account GROUP BY Name", "needs GROUP BY ROLLUP"],
    ["SELECT GROUPING(Name), COUNT(Id) FROM Account GROUP BY ROLLUP(Industry)", "must be grouped"],
    ["SELECT Name, COUNT(Id) FROM Account GROUP BY CUBE(Industry)", "must be grouped"],
  ])("are refused: %s", async (soql, text) => {
    const { status, body } = await query(soql);
    expect(status).toBe(400);
    expect(body).toEqual([{ errorCode: "MALFORMED_QUERY", message: expect.stringContaining(text) }]);
  });
});
