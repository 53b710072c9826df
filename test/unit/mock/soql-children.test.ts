import { describe, expect, it } from "vitest";
import { api } from "./api.js";
import { soqlOrg } from "./soql-fixture.js";

const { org } = soqlOrg();
const { query, get } = api(org);

const CHILDREN = (
  "Assets ProvidedAssets ServicedAssets Attachments Cases Contacts Contracts Events Opportunities Orders " +
  "Tasks Users"
).split(" ");
const subquery = (name: string) => `(SELECT Id FROM ${name})`;

/** Accounts and the accounts below them, so many levels down. */
function nested(levels: number): string {
  return levels === 0 ? "Id" : `Id, (SELECT ${nested(levels - 1)} FROM ChildAccounts)`;
}

async function expectRefused(soql: string, text: string): Promise<void> {
  const { status, body } = await query(soql);
  expect({ status, body }).toEqual({
    status: 400,
    body: [{ errorCode: "MALFORMED_QUERY", message: expect.stringContaining(text) }],
  });
}

describe("subqueries over children", () => {
  it.each([
    ["v66.0", 4, 200],
    ["v66.0", 5, 400],
    ["v58.0", 4, 200],
    ["v58.0", 5, 400],
    ["v57.0", 1, 200],
    ["v57.0", 2, 400],
  ])("of API %s go %i levels down: %i", async (version, levels, expected) => {
    const soql = encodeURIComponent(`SELECT ${nested(levels)} FROM Account`);
    const { status, body } = await get(`/services/data/${version}/query?q=${soql}`);
    expect(status).toBe(expected);
    if (expected === 200) return;
    const text = levels === 2 ? "more than 1 level away" : "more than 4 levels away";
    expect(body).toEqual([{ errorCode: "MALFORMED_QUERY", message: expect.stringContaining(text) }]);
  });

  it("are twenty at most, those inside others included", async () => {
    const below = (count: number) => CHILDREN.slice(0, count).map(subquery).join(", ");
    const soql = (inner: number) =>
      `SELECT ${below(12)}, (SELECT ${below(inner)} FROM ChildAccounts) FROM Account LIMIT 1`;
    expect((await query(soql(7))).status).toBe(200);
    await expectRefused(soql(8), "more than 20 different child types");
  });

  it("have an OFFSET only below LIMIT 1", async () => {
    const skipping =
      "SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName LIMIT 5 OFFSET 1) FROM Account";
    const { status, body } = await query(`${skipping} WHERE Name = 'Acme' LIMIT 1`);
    expect(status).toBe(200);
    expect(body.records[0].Contacts.records).toMatchObject([{ LastName: "Reed" }]);
    await expectRefused(`${skipping} WHERE Name = 'Acme'`, "OFFSET");
    await expectRefused(`${skipping} LIMIT 2`, "OFFSET");
  });

  it("have no scope of their own", async () => {
    await expectRefused("SELECT (SELECT Id FROM Contacts USING SCOPE mine) FROM Account", "USING SCOPE");
  });
});
