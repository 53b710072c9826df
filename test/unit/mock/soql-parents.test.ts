import { describe, expect, it } from "vitest";
import { api } from "./api.js";
import { expectAnswer } from "./soql-answers.js";
import { soqlOrg } from "./soql-fixture.js";

const { org } = soqlOrg();
const { query } = api(org);

/** A path of parents up from a contact, and a field. */
const up = (levels: number) => `Account${".Parent".repeat(levels - 1)}.Name`;

const CLAUSES: readonly [string, (path: string) => string][] = [
  ["SELECT", (path) => `SELECT ${path} FROM Contact`],
  ["SELECT of an aliased object", (path) => `SELECT c.${path} FROM Contact c`],
  ["SELECT of a function", (path) => `SELECT toLabel(${path}) FROM Contact`],
  ["SELECT of a subquery", (path) => `SELECT (SELECT ${path} FROM Contacts) FROM Account`],
  ["WHERE", (path) => `SELECT Id FROM Contact WHERE Id != null AND (NOT ${path} = 'x')`],
  [
    "WHERE of a semi-join",
    (path) => `SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE ${path} = 'x')`,
  ],
  ["GROUP BY", (path) => `SELECT COUNT(Id) FROM Contact GROUP BY ${path}`],
  ["GROUP BY ROLLUP", (path) => `SELECT COUNT(Id) FROM Contact GROUP BY ROLLUP(${path})`],
  ["HAVING", (path) => `SELECT COUNT(Id) FROM Contact GROUP BY Email HAVING COUNT(${path}) > 0`],
  ["aggregates", (path) => `SELECT MAX(${path}) FROM Contact`],
  ["ORDER BY", (path) => `SELECT Id FROM Contact ORDER BY Id, ${path} DESC`],
];

describe("a path to a parent", () => {
  it.each(CLAUSES)("may lead five levels up, in %s", async (_clause, soql) => {
    expect((await query(soql(up(5)))).status).toBe(200);
  });

  it.each(CLAUSES)("may not lead six levels up, in %s", async (_clause, soql) => {
    const { status, body } = await query(soql(up(6)));
    expect(status).toBe(400);
    expect(body).toEqual([
      {
        errorCode: "MALFORMED_QUERY",
        message: expect.stringMatching(/ERROR at Row:1:Column:\d+\n.* more than 5 levels away /),
      },
    ]);
  });

  it("gives what is five levels up", async () => {
    const { org: tall } = soqlOrg();
    const ask = api(tall);
    let parent: string | undefined;
    for (const Name of ["five", "four", "three", "two", "one"]) {
      parent = tall.seed({ Account: [{ Name, ...(parent !== undefined && { ParentId: parent }) }] })
        .Account?.[0];
    }
    tall.seed({ Contact: [{ LastName: "Deep", AccountId: parent }] });
    const { status, body } = await ask.query(`SELECT ${up(5)} FROM Contact WHERE ${up(5)} = 'five'`);
    expect(status).toBe(200);
    expect(body.records).toHaveLength(1);
    expect(body.records[0].Account.Parent.Parent.Parent.Parent.Name).toBe("five");
  });

  it("is counted without the name of the object before it", async () => {
    expectAnswer(await query(`SELECT LastName FROM Contact c WHERE c.${up(5)} != null`), []);
  });
});

/** Relationships to parents: of what, by name, to what. */
const PARENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Contact: { Account: "Account", ReportsTo: "Contact", Owner: "User", CreatedBy: "User" },
  Account: { Parent: "Account", Owner: "User", CreatedBy: "User" },
  User: { Manager: "User", CreatedBy: "User" },
};

/** The nearest parents of a contact, each after the one it is reached by. */
function nearest(count: number): string[] {
  const found: { path: string; object: string }[] = [{ path: "", object: "Contact" }];
  for (const { path, object } of found) {
    for (const [name, parent] of Object.entries(PARENTS[object] ?? {})) {
      found.push({ path: `${path}${name}.`, object: parent });
      if (found.length > count) return found.slice(1).map((one) => one.path);
    }
  }
  return [];
}

describe("relationships to parents in one query", () => {
  const fields = nearest(55).map((path) => `${path}Id`);
  const [next = ""] = nearest(56).slice(-1);
  const most = `SELECT ${fields.slice(0, 40).join(", ")} FROM Contact WHERE ${fields
    .slice(40)
    .map((field) => `${field} = null`)
    .join(" OR ")}`;

  it("may be 55", async () => {
    expect((await query(`${most} ORDER BY ${fields[54]}, Account.Name`)).status).toBe(200);
  });

  it.each([
    ["SELECT", most.replace("SELECT ", `SELECT ${next}Id, `)],
    ["WHERE", `${most} OR ${next}Id = null`],
    ["ORDER BY", `${most} ORDER BY ${next}Id`],
  ])("may not be 56, the last in %s", async (_clause, soql) => {
    const { status, body } = await query(soql);
    expect(status).toBe(400);
    expect(body).toEqual([
      {
        errorCode: "MALFORMED_QUERY",
        message: expect.stringContaining("more than 55 child-to-parent relationships"),
      },
    ]);
  });
});
