import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cursorAt } from "../../../ts-plugin/soql-cursor.js";

/** The cursor at the bar. */
function at(marked: string) {
  const offset = marked.indexOf("|");
  return cursorAt(marked.slice(0, offset) + marked.slice(offset + 1), offset);
}

/** Its scopes as words: the object, or the relationship after a dot. */
function scopes(cursor: ReturnType<typeof at>): string {
  return cursor?.scopes.map(({ from, isChild }) => (isChild ? `.${from}` : from)).join("") ?? "";
}

describe("the place in SOQL text", () => {
  it.each([
    ["SELECT | FROM Account", "path", "Account", [""]],
    ["SELECT Na| FROM Account", "path", "Account", ["Na"]],
    ["select id, N|ame from Account", "path", "Account", ["Name"]],
    ["SELECT Owner.Manager.| FROM Account", "path", "Account", ["Owner", "Manager", ""]],
    ["SELECT a.Na|me FROM Account a WHERE a.Id != null", "path", "Account", ["a", "Name"]],
    ["SELECT Id, (SELECT La| FROM Contacts) FROM Account", "path", "Account.Contacts", ["La"]],
    ["SELECT (SELECT Id FROM Contacts), Na| FROM Account", "path", "Account", ["Na"]],
    ["SELECT Id FROM Account WHERE Id IN (SELECT Acc| FROM Contact)", "path", "Contact", ["Acc"]],
    ["SELECT COUNT(I|) FROM Account", "path", "Account", ["I"]],
    ["SELECT Id FROM Account WHERE (Na| = 'x' OR Id = null)", "path", "Account", ["Na"]],
    ["SELECT Id\n  FROM Account\n ORDER BY Na|", "path", "Account", ["Na"]],
    ["SELECT Id FROM Account WHERE Name = '| ", "value", "Account", ["Name"]],
    ["SELECT Id FROM Account WHERE Industry = 'Ban|king' LIMIT 1", "value", "Account", ["Industry"]],
    ["SELECT Id FROM Account WHERE Industry NOT IN ('A', '|')", "value", "Account", ["Industry"]],
    ["SELECT Id FROM Task WHERE Owner.Name LIKE '|%'", "value", "Task", ["Owner", "Name"]],
    ["SELECT Id FROM |", "from", "", undefined],
    ["SELECT Id FROM Acc| WHERE Id = null", "from", "Acc", undefined],
    ["SELECT (SELECT Id FROM Con|) FROM Account", "from", "Account.Con", undefined],
  ])("%s", (marked, kind, from, path) => {
    const cursor = at(marked);
    expect(cursor?.kind).toBe(kind);
    expect(scopes(cursor)).toBe(from);
    expect(cursor !== undefined && "path" in cursor ? cursor.path : undefined).toEqual(path);
  });

  it("says what a choice replaces", () => {
    expect(at("SELECT Owner.Na|me FROM Account")).toMatchObject({ start: 13, end: 17 });
    expect(at("SELECT Id FROM Account WHERE Industry = 'Ban|king'")).toMatchObject({ start: 41, end: 48 });
    expect(at("SELECT Id FROM Acc|ount")).toMatchObject({ start: 15, end: 22 });
  });

  it("is none outside of a query, and behind a closed text", () => {
    expect(at("UPDATE |")).toBeUndefined();
    expect(at("SELECT Id FROM Account WHERE Name = 'x'|")).toBeUndefined();
  });

  it("is found, or not, in any text at all", () => {
    const piece = fc.constantFrom(
      "SELECT",
      "FROM",
      "WHERE",
      "(",
      ")",
      ",",
      ".",
      "'",
      "\\",
      "a",
      "Account",
      "IN",
      " ",
      "=",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), (pieces, place) => {
        const soql = pieces.join("");
        const offset = place % (soql.length + 1);
        const cursor = cursorAt(soql, offset);
        if (cursor === undefined) return;
        expect(cursor.start).toBeLessThanOrEqual(offset);
        expect(cursor.end).toBeGreaterThanOrEqual(offset);
      }),
      { numRuns: 5_000 },
    );
  });
});
