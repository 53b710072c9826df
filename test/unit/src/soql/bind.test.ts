import { describe, expect, it } from "vitest";
import { empty, fakeOrg } from "../../../support/fake-org.js";
import { smallClient } from "../../../support/small-org.js";

const org = fakeOrg(() => empty());
const sf = smallClient(org);
const query = sf.query as unknown as (text: string, ...args: unknown[]) => { soql: string };

/** The text that is sent for a WHERE clause. */
const where = (clause: string, binds: unknown) =>
  query(`SELECT Id FROM Account WHERE ${clause}`, binds).soql.replace("SELECT Id FROM Account WHERE ", "");

/** As Temporal's values: they write themselves in ISO 8601. */
const iso = (text: string) => ({ toJSON: () => text });

describe("binds", () => {
  it.each([
    ["text", "Name = :v", "O'Brien\\", "Name = 'O\\'Brien\\\\'"],
    ["text that looks like SOQL", "Name = :v", "' OR Name != '", "Name = '\\' OR Name != \\''"],
    ["text that looks like a bind", "Name = :v", ":v", "Name = ':v'"],
    ["text with what replace would expand", "Name = :v", "$& $1 $'", "Name = '$& $1 $\\''"],
    ["null", "Industry = :v", null, "Industry = null"],
    ["null", "Industry != :v", null, "Industry != null"],
    ["numbers", "AnnualRevenue >= :v", 1e21, "AnnualRevenue >= 1000000000000000000000"],
    ["numbers without a space", "AnnualRevenue>=:v", -1.5, "AnnualRevenue>=-1.5"],
    ["flags", "Active__c = :v", false, "Active__c = false"],
    ["a day as text", "Founded__c > :v", "2024-02-29", "Founded__c > 2024-02-29"],
    ["a Date for a day", "Founded__c > :v", new Date(Date.UTC(2024, 1, 29)), "Founded__c > 2024-02-29"],
    ["a day of Temporal", "Founded__c > :v", iso("2024-02-29"), "Founded__c > 2024-02-29"],
    ["a date literal", "CreatedDate = :v", "LAST_N_DAYS:3", "CreatedDate = LAST_N_DAYS:3"],
    ["a Date", "CreatedDate < :v", new Date(0), "CreatedDate < 1970-01-01T00:00:00.000Z"],
    [
      "a moment as Salesforce answers it",
      "CreatedDate < :v",
      "2024-02-29T13:45:00.000+0000",
      "CreatedDate < 2024-02-29T13:45:00.000Z",
    ],
    [
      "a moment of Temporal, with zone and nanoseconds",
      "CreatedDate < :v",
      iso("2024-02-29T13:45:00.123456789+01:00[Europe/Zurich]"),
      "CreatedDate < 2024-02-29T13:45:00.123+01:00",
    ],
    ["a time of Temporal", "OpensAt__c = :v", iso("08:30:00"), "OpensAt__c = 08:30:00Z"],
    ["names in any case", "FOUNDED__C > :v", "2024-02-29", "FOUNDED__C > 2024-02-29"],
    ["the object's own name", "Account.Founded__c > :v", "2024-02-29", "Account.Founded__c > 2024-02-29"],
    ["parents", "parent.Parent.Founded__c > :v", "2024-02-29", "parent.Parent.Founded__c > 2024-02-29"],
    ["fields that are not known", "New__c = :v", "2024-02-29", "New__c = '2024-02-29'"],
    ["a number next to one", "New__c = :v", 5, "New__c = 5"],
    ["a Date next to one", "New__c > :v", new Date(0), "New__c > 1970-01-01T00:00:00.000Z"],
    ["a day next to one", "New__c > :v", iso("2024-02-29"), "New__c > 2024-02-29"],
    ["a moment next to one", "New__c > :v", iso("2024-02-29T00:00:00Z"), "New__c > 2024-02-29T00:00:00Z"],
    ["a time next to one", "New__c > :v", iso("08:30:00"), "New__c > 08:30:00Z"],
    ["functions", "CALENDAR_YEAR(CreatedDate) = :v", 2024, "CALENDAR_YEAR(CreatedDate) = 2024"],
    ["lists", "Name IN :v", ["a", "b'"], "Name IN ('a', 'b\\'')"],
    ["lists", "Founded__c NOT IN :v", ["2024-02-29", "TODAY"], "Founded__c NOT IN (2024-02-29, TODAY)"],
    ["lists in brackets", "Name in (:v)", ["a", "b"], "Name in ('a', 'b')"],
    ["one in brackets", "Name IN ('x', :v)", "a", "Name IN ('x', 'a')"],
    ["lists among others", "AnnualRevenue IN (1, :v, 4)", [2, 3], "AnnualRevenue IN (1, 2, 3, 4)"],
    ["multi-select", "Colors__c INCLUDES :v", ["Red;Blue", "Red"], "Colors__c INCLUDES ('Red;Blue', 'Red')"],
    ["patterns, wildcards kept", "Name LIKE :v", "50\\%_%'", "Name LIKE '50\\%_%\\''"],
    ["date literals", "CreatedDate = LAST_N_DAYS:v", 30, "CreatedDate = LAST_N_DAYS:30"],
    ["limits", "Name != null LIMIT :v", 5, "Name != null LIMIT 5"],
    ["offsets", "Name != null OFFSET :v", 0, "Name != null OFFSET 0"],
    [
      "places",
      "DISTANCE(Loc__c, GEOLOCATION(:v, -1), 'mi') < 20",
      37.5,
      "DISTANCE(Loc__c, GEOLOCATION(37.5, -1), 'mi') < 20",
    ],
  ])("%s: %s", (_what, clause, v, text) => {
    expect(where(clause, { v })).toBe(text);
  });

  it("are replaced outside of string literals only", () => {
    const clause = "Name = ':a' AND Site = '\\':a' AND Name != :a AND CreatedDate > 2024-01-01T10:20:30Z";
    expect(where(clause, { a: "x" })).toBe(clause.replace("!= :a", "!= 'x'"));
    const none = "SELECT Id FROM Account WHERE Name = ':a' AND CreatedDate = LAST_N_DAYS:5";
    expect(query(none).soql).toBe(none);
    expect(query(none, {}, {}).soql).toBe(none);
  });

  it("are replaced wherever they stand, once or more", () => {
    expect(where("(Name = :a OR Industry = :a) AND Name != :ab", { a: "1", ab: "2" })).toBe(
      "(Name = '1' OR Industry = '1') AND Name != '2'",
    );
  });

  it("are written as the field wants them that their own query names", () => {
    const day = "2024-02-29";
    const text =
      "SELECT Id, (SELECT Id FROM ChildAccounts WHERE Founded__c = :a), (SELECT Id FROM c.Contacts WHERE Founded__c = :a) " +
      "FROM Account c WHERE c.Founded__c = :a AND OwnerId IN (SELECT OwnerId FROM Contact WHERE Founded__c = :a) AND Founded__c > :a";
    const soql = query(text, { a: day }).soql;
    expect([...soql.matchAll(/Founded__c [=>] (\S+?)\)?(?: |,|$)/g)].map((match) => match[1])).toEqual([
      day,
      `'${day}'`,
      day,
      `'${day}'`,
      day,
    ]);
  });

  it("a client without generated code writes values as what they are", () => {
    const bound = query("SELECT Id FROM Nowhere WHERE A = :a AND B = :b AND C IN :c", {
      a: "x",
      b: 1,
      c: [true],
    });
    expect(bound.soql).toBe("SELECT Id FROM Nowhere WHERE A = 'x' AND B = 1 AND C IN (true)");
  });
});

describe("errors, before anything is sent", () => {
  it.each([
    ["undefined", "Name = :v", undefined, /`binds.v` is undefined/],
    ["an empty list", "Name IN :v", [], /`binds.v` is an empty list/],
    ["an empty list in brackets", "Name IN (:v)", [], /`binds.v` is an empty list/],
    ["null in a list", "Name IN :v", ["a", null], /`binds.v\[1\]` is null/],
    ["undefined in a list", "Name IN :v", ["a", undefined], /`binds.v\[1\]` is undefined/],
    ["a hole in a list", "Name IN :v", Array(1), /`binds.v\[0\]` is undefined/],
    ["a list in a list", "Name IN :v", [["a"]], /`binds.v\[0\]` is a list/],
    ["one where a list is wanted", "Name IN :v", "a", /`binds.v` is no list/],
    ["a list where one is wanted", "Name = :v", ["a"], /`binds.v` is a list/],
    ["null that is compared by order", "AnnualRevenue > :v", null, /`binds.v` is null/],
    ["null in LIKE", "Name LIKE :v", null, /`binds.v` is no text/],
    ["a number in LIKE", "Name LIKE :v", 5, /`binds.v` is no text/],
    ["NaN", "AnnualRevenue = :v", Number.NaN, /`binds.v` is NaN/],
    ["NaN next to what is not known", "New__c = :v", Number.NaN, /`binds.v` is NaN/],
    ["Infinity", "AnnualRevenue < :v", Number.POSITIVE_INFINITY, /`binds.v` is Infinity/],
    ["an invalid Date", "CreatedDate > :v", new Date(Number.NaN), /`binds.v` is an invalid Date/],
    ["an invalid Date next to what is not known", "New__c > :v", new Date(Number.NaN), /an invalid Date/],
    ["text for a number", "AnnualRevenue = :v", "5", /`binds.v` is text of another form/],
    ["text for a flag", "Active__c = :v", "true", /`binds.v` is text of another form/],
    ["a day that does not exist", "Founded__c = :v", "2024-02-30", /text of another form/],
    ["a day for a moment", "CreatedDate = :v", iso("2024-02-29"), /text of another form/],
    ["what is no date", "CreatedDate = :v", iso("P1D"), /`binds.v` is no date/],
    ["what is no date, behind a date", "New__c = :v", iso("2024-02-29 OR Name != null"), /`binds.v` is text/],
    ["an object", "Name = :v", {}, /`binds.v` is of type object/],
    ["a function", "Name = :v", () => 1, /`binds.v` is of type function/],
    ["half of a surrogate pair", "Name = :v", "\ud800", /surrogate/],
    ["a fraction as a limit", "Name != null LIMIT :v", 1.5, /`binds.v` is no count/],
    ["text as a limit", "Name != null LIMIT :v", "1", /`binds.v` is no count/],
    ["a negative number of days", "CreatedDate = LAST_N_DAYS:v", -1, /`binds.v` is no count/],
    ["text for a place", "DISTANCE(L__c, GEOLOCATION(:v, 1), 'mi') < 1", "1", /text of another form/],
    ["a bind for a field", ":v = 'x'", "Name", /`binds.v` stands where SOQL takes no value/],
    ["a bind for a condition", "Name = 'x' AND :v", "x", /`binds.v` stands where/],
    ["a bind for an order", "Name = 'x' ORDER BY :v", "Name", /`binds.v` stands where/],
    ["a bind as an argument", "CALENDAR_YEAR(:v) = 2024", "x", /`binds.v` stands where/],
    ["a bind glued to a word", "Name = x:v", "x", /`binds.v` stands where/],
    ["an open quote", "Name = :v AND Site = 'x", "x", /quote that is never closed/],
  ])("%s", (_what, clause, v, message) => {
    const sent = org.sent.length;
    expect(() => where(clause, { v })).toThrow(message);
    expect(() => where(clause, { v })).toThrow(expect.objectContaining({ name: "SettingsError" }));
    expect(org.sent).toHaveLength(sent);
  });

  it("a missing bind is named, also where a prototype would have it", () => {
    expect(() => where("Name = :name", {})).toThrow("bind :name");
    expect(() => where("Name = :toString", {})).toThrow("bind :toString");
    expect(() => where("Name = :name", undefined)).toThrow("bind :name");
    expect(() => query("SELECT Id FROM Account WHERE Name = :name")).toThrow("bind :name");
    expect(() => where("Name = :name", Object.create({ name: "x" }))).toThrow("bind :name");
    expect(() => where("Name = :name", ["x"])).toThrow("no object");
  });

  it("one that the text does not have is named", () => {
    expect(() => where("Name = :name", { name: "x", nmae: "y" })).toThrow("`binds.nmae`");
    expect(() => query("SELECT Id FROM Account", { name: "x" })).toThrow("`name`");
    expect(() => query("SELECT Id FROM Account", { name: "x" }, {})).toThrow("`binds.name`");
    expect(() => query("SELECT Id FROM Account WHERE Name = :a", { a: "x" }, { tiemout: 1 })).toThrow(
      "`tiemout`",
    );
  });

  it("what is no text is refused", () => {
    expect(() => query(undefined as unknown as string)).toThrow("no text");
  });

  it("do not show values", () => {
    expect(() => where("AnnualRevenue = :v", { v: "top secret" })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("top secret") }),
    );
  });
});
