import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { smallClient } from "../../../support/small-org.js";

const org = fakeOrg(() => json({ totalSize: 0, done: true, records: [] }));
const sf = smallClient(org);

/** The text after WHERE. */
function where(conditions: Parameters<typeof sf.Account.find>[0]["where"]): string {
  return sf.Account.find({ select: { Id: true }, ...(conditions && { where: conditions }) }).soql.replace(
    /^.* WHERE /,
    "",
  );
}

/** The same without the types, as JavaScript callers have it. */
function find(args: Record<string, unknown>): string {
  return (sf.Account.find as (args: unknown) => { soql: string })({ select: { Id: true }, ...args }).soql;
}

/** `true` at the end of a path of parents. */
function below([name = "", ...rest]: readonly string[], inner?: "select"): object {
  if (rest.length === 0) return { [name]: true };
  return { [name]: inner === undefined ? below(rest) : { [inner]: below(rest, inner) } };
}

/** Children of children, so many levels of them. */
function children(levels: number): object {
  return levels === 0 ? { Id: true } : { Id: true, ChildAccounts: { select: children(levels - 1) } };
}

describe("select", () => {
  it("children down to the fourth level", () => {
    expect(find({ select: children(4) }).match(/FROM ChildAccounts/g)).toHaveLength(4);
  });

  it("fields, parents to any depth, children with their own clauses", () => {
    const query = sf.Account.find({
      select: {
        Id: true,
        BillingAddress: true,
        Owner: {
          select: { Name: true, Manager: { select: { Name: true, Manager: { select: { Id: true } } } } },
        },
        Contacts: {
          select: {
            LastName: true,
            Account: { select: { Name: true } },
            Tasks: { select: { Subject: true } },
          },
          where: { Email: { ne: null } },
          orderBy: { LastName: "desc" },
          limit: 5,
        },
      },
      where: { Name: "Acme" },
      orderBy: [{ Owner: { Name: "asc" } }, { AnnualRevenue: { direction: "desc", nulls: "last" } }],
      limit: 10,
      offset: 20,
    });
    expect(query.soql).toBe(
      "SELECT Id, BillingAddress, Owner.Name, Owner.Manager.Name, Owner.Manager.Manager.Id, " +
        "(SELECT LastName, Account.Name, (SELECT Subject FROM Tasks) FROM Contacts WHERE Email != null ORDER BY LastName DESC LIMIT 5) " +
        "FROM Account WHERE Name = 'Acme' ORDER BY Owner.Name ASC, AnnualRevenue DESC NULLS LAST LIMIT 10 OFFSET 20",
    );
  });

  it("a polymorphic parent by the fields every target has", () => {
    const query = sf.Task.find({
      select: { What: { select: { Name: true, Type: true } } },
      where: { What: { Type: { in: ["Account", "Contact"] }, IsActive: true } },
    });
    expect(query.soql).toBe(
      "SELECT What.Name, What.Type FROM Task WHERE What.Type IN ('Account', 'Contact') AND What.IsActive = true",
    );
  });
});

describe("where", () => {
  it.each<[string, NonNullable<Parameters<typeof where>[0]>]>([
    ["Name = 'Acme'", { Name: "Acme" }],
    ["Name = null", { Name: { eq: null as unknown as string } }],
    ["Industry = null", { Industry: null }],
    ["Industry != null", { Industry: { ne: null } }],
    ["AnnualRevenue > 1 AND AnnualRevenue <= 2.5", { AnnualRevenue: { gt: 1, lte: 2.5 } }],
    ["AnnualRevenue >= -1 AND AnnualRevenue < 0", { AnnualRevenue: { gte: -1, lt: -0 } }],
    ["AnnualRevenue = 1000000000000000000000", { AnnualRevenue: 1e21 }],
    ["AnnualRevenue = -123000000000000000000000", { AnnualRevenue: -1.23e23 }],
    ["AnnualRevenue = 0.000000125", { AnnualRevenue: 1.25e-7 }],
    ["AnnualRevenue IN (1, 2)", { AnnualRevenue: { in: [1, 2] } }],
    ["Industry NOT IN ('Banking')", { Industry: { notIn: ["Banking"] } }],
    ["Active__c = true", { Active__c: true }],
    ["Active__c != false", { Active__c: { ne: false } }],
    ["Founded__c = 2024-02-29", { Founded__c: "2024-02-29" }],
    ["Founded__c >= LAST_N_DAYS:30", { Founded__c: { gte: "LAST_N_DAYS:30" } }],
    ["CreatedDate = TODAY", { CreatedDate: "TODAY" }],
    ["CreatedDate > 2024-02-29T13:45:00Z", { CreatedDate: { gt: "2024-02-29T13:45:00Z" } }],
    ["CreatedDate > 2024-02-29T13:45:00.000Z", { CreatedDate: { gt: "2024-02-29T13:45:00.000+0000" } }],
    ["CreatedDate > 2024-02-29T13:45:00+01:00", { CreatedDate: { gt: "2024-02-29T13:45:00+0100" } }],
    ["OpensAt__c = 08:00:00.000Z", { OpensAt__c: "08:00:00.000Z" }],
    ["Colors__c INCLUDES ('Red;Blue', 'Red')", { Colors__c: { includes: ["Red;Blue", "Red"] } }],
    ["Colors__c EXCLUDES ('Red')", { Colors__c: { excludes: ["Red"] } }],
    [
      "Owner.IsActive = true AND Owner.Manager.Name = 'x'",
      { Owner: { IsActive: true, Manager: { Name: "x" } } },
    ],
    ["Name LIKE 'a%\\_b\\\\c'", { Name: { like: "a%\\_b\\c" } }],
    ["Name LIKE '50\\%\\_\\'\\\\%'", { Name: { startsWith: "50%_'\\" } }],
    ["Name LIKE '%a\\%'", { Name: { endsWith: "a%" } }],
    ["Name LIKE '%a\\_%'", { Name: { contains: "a_" } }],
    [
      "Name = 'it\\'s \\\\ \\n\\r\\t\\b\\f \\u0001 \"x\" é😀'",
      { Name: 'it\'s \\ \n\r\t\b\f \u0001 "x" é😀' },
    ],
    ["(Name = 'a' OR Name = 'b')", { OR: [{ Name: "a" }, { Name: "b" }] }],
    ["Industry = 'x' AND (Name = 'a' OR Name = 'b')", { Industry: "x", OR: [{ Name: "a" }, { Name: "b" }] }],
    [
      "((Name = 'a' AND Industry = 'x') OR Name = 'b')",
      { OR: [{ Name: "a", Industry: "x" }, { Name: "b" }] },
    ],
    [
      "((AnnualRevenue > 1 AND AnnualRevenue < 2) OR Name = 'b')",
      { OR: [{ AnnualRevenue: { gt: 1, lt: 2 } }, { Name: "b" }] },
    ],
    ["Name = 'a'", { OR: [{ Name: "a" }] }],
    [
      "(Name = 'a' OR Name = 'b') AND (Name = 'c' OR Name = 'd')",
      { AND: [{ OR: [{ Name: "a" }, { Name: "b" }] }, { OR: [{ Name: "c" }, { Name: "d" }] }] },
    ],
    ["(NOT (Name = 'a'))", { NOT: { Name: "a" } }],
    ["(NOT (Name = 'a' AND Industry = 'x'))", { NOT: { Name: "a", Industry: "x" } }],
    ["(NOT (Name = 'a' OR Name = 'b'))", { NOT: { OR: [{ Name: "a" }, { Name: "b" }] } }],
  ])("%s", (text, conditions) => {
    expect(where(conditions)).toBe(text);
  });

  it("parents to five levels", () => {
    const path = ["Owner", "Manager", "Manager", "Manager", "Manager", "Name"];
    expect(find({ select: below(path, "select") })).toBe(`SELECT ${path.join(".")} FROM Account`);
  });

  it("a Date stands for a day or a moment, by the field", () => {
    const date = new Date("2024-02-29T13:45:00.123Z");
    expect(find({ where: { Founded__c: date, CreatedDate: { lt: date } } })).toContain(
      "WHERE Founded__c = 2024-02-29 AND CreatedDate < 2024-02-29T13:45:00.123Z",
    );
  });
});

describe("what is wrong is named by its path, and nothing is sent", () => {
  it.each<[string, Record<string, unknown>]>([
    ["`where.Name` is undefined", { where: { Name: undefined } }],
    ["`where.Name.eq` is undefined", { where: { Name: { eq: undefined } } }],
    ["`where.Name` is a number", { where: { Name: 1 } }],
    ["`where.Name` is a list", { where: { Name: ["a"] } }],
    ["`where.Name` is text with half of a surrogate pair", { where: { Name: "\ud800" } }],
    ["`where.Name.contains` is no text", { where: { Name: { contains: 5 } } }],
    ["`where.Name` holds no operator", { where: { Name: {} } }],
    ["`where.Name.equals` is neither an operator", { where: { Name: { equals: 1 } } }],
    ["`where.Name.constructor` is neither an operator", { where: { Name: { constructor: 1 } } }],
    ["`where.AnnualRevenue.gt` is NaN", { where: { AnnualRevenue: { gt: Number.NaN } } }],
    ["`where.AnnualRevenue.gt` is Infinity", { where: { AnnualRevenue: { gt: Number.POSITIVE_INFINITY } } }],
    ["`where.AnnualRevenue.lt` is null", { where: { AnnualRevenue: { lt: null } } }],
    ["`where.AnnualRevenue` is text", { where: { AnnualRevenue: "1 OR Name != null" } }],
    ["`where.Active__c` is text", { where: { Active__c: "true" } }],
    ["`where.Founded__c` is text", { where: { Founded__c: "2024-02-30" } }],
    ["`where.Founded__c` is text", { where: { Founded__c: "2024-02-29 OR Name != null" } }],
    ["`where.Founded__c` is text", { where: { Founded__c: "TODAY OR Name != null" } }],
    ["`where.Founded__c` is an invalid Date", { where: { Founded__c: new Date("x") } }],
    ["`where.CreatedDate` is text", { where: { CreatedDate: "2024-02-29" } }],
    ["`where.CreatedDate` is text", { where: { CreatedDate: "2024-02-29T25:00:00Z" } }],
    ["`where.OpensAt__c` is text", { where: { OpensAt__c: "24:00:00Z" } }],
    ["`where.Name.in` is an empty list", { where: { Name: { in: [] } } }],
    ["`where.Name.in` is no list", { where: { Name: { in: "a" } } }],
    ["`where.Name.in[1]` is undefined", { where: { Name: { in: ["a", undefined] } } }],
    ["`where.Name.in[0]` is null", { where: { Name: { in: [null] } } }],
    ["`where.Owner.Manager.Name` is undefined", { where: { Owner: { Manager: { Name: undefined } } } }],
    ["`where.Name.in[0]` is undefined", { where: { Name: { in: new Array(1) } } }],
    ["`where.AnnualRevenue.notIn[1]` is NaN", { where: { AnnualRevenue: { notIn: [1, Number.NaN] } } }],
    ["`where.CreatedDate.in[0]` is an invalid Date", { where: { CreatedDate: { in: [new Date("x")] } } }],
    ["`where.NOT.AnnualRevenue.gte` is null", { where: { NOT: { AnnualRevenue: { gte: null } } } }],
    ["`where.Colors__c.includes` is an empty list", { where: { Colors__c: { includes: [] } } }],
    ["`where.Colors__c.excludes[0]` is undefined", { where: { Colors__c: { excludes: [undefined] } } }],
    ["`where.Name.startsWith` is empty text", { where: { Name: { startsWith: "" } } }],
    ["`where.Name.endsWith` is empty text", { where: { Name: { endsWith: "" } } }],
    ["`where.Name.contains` is empty text", { where: { Name: { contains: "" } } }],
    ["`where` is undefined", { where: undefined }],
    ["`where` is no object", { where: null }],
    ["`where` holds no condition", { where: new Map([["Name", "x"]]) }],
    ["`where.AND` is undefined", { where: { AND: undefined } }],
    ["`where.NOT` is undefined", { where: { NOT: undefined } }],
    ["`where.OR[1]` is undefined", { where: { OR: [{ Name: "a" }, undefined] } }],
    ["`where.OR[0]` is undefined", { where: { OR: new Array(1) } }],
    ["`where.AND[0].OR[0].Name` is undefined", { where: { AND: [{ OR: [{ Name: undefined }] }] } }],
    ["`where.Owner` holds no condition", { where: { Owner: {} } }],
    ["`where.NOT.OR[0]` holds no condition", { where: { NOT: { OR: [{}] } } }],
    ["`where.OR` is an empty list", { where: { OR: [] } }],
    ["`where.OR[1]` holds no condition", { where: { OR: [{ Name: "a" }, {}] } }],
    ["`where.NOT` holds no condition", { where: { NOT: {} } }],
    ["`where` holds no condition", { where: {} }],
    ["`where` is no object", { where: "Name = 'a'" }],
    ["`where.Id = '' OR Id`: that is no API name", { where: { "Id = '' OR Id": "x" } }],
    ["`select` names no field", { select: {} }],
    ["`select` is no object", { select: undefined }],
    ["`select.Name` is neither true nor { select }", { select: { Name: false } }],
    ["`select.Nope` is no relationship", { select: { Nope: { select: { Id: true } } } }],
    ["`select.Id FROM User--`: that is no API name", { select: { "Id FROM User--": true } }],
    ["`select.Owner.select` names no field", { select: { Owner: { select: {} } } }],
    ["`select.Owner.where` is not known", { select: { Owner: { select: { Id: true }, where: {} } } }],
    [
      "`select.Parent.select.Contacts` are children of a parent",
      { select: { Parent: { select: { Contacts: { select: { Id: true } } } } } },
    ],
    ["ChildAccounts` are children of the fifth level", { select: children(5) }],
    ["`select.Contacts.limit` is no count", { select: { Contacts: { select: { Id: true }, limit: -1 } } }],
    [
      "`select.Contacts.where` is undefined",
      { select: { Contacts: { select: { Id: true }, where: undefined } } },
    ],
    [
      "is more than five parents away",
      { select: below(["Owner", "Manager", "Manager", "Manager", "Manager", "Manager", "Name"], "select") },
    ],
    [
      "is more than five parents away",
      { where: below(["Parent", "Parent", "Parent", "Parent", "Parent", "Parent", "Name"]) },
    ],
    [
      "is more than five parents away",
      { orderBy: below(["Parent", "Parent", "Parent", "Parent", "Parent", "Parent", "Name"]) },
    ],
    [
      "`select.Contacts.where.Email` is undefined",
      { select: { Contacts: { select: { Id: true }, where: { Email: undefined } } } },
    ],
    ["`select.Contacts.group` is not known", { select: { Contacts: { select: { Id: true }, group: 1 } } }],
    ["`select.Contacts.offset` is not known", { select: { Contacts: { select: { Id: true }, offset: 1 } } }],
    ["`orderBy.Name` is no order", { orderBy: { Name: "up" } }],
    [
      "`orderBy[1].Owner.Name` is no order",
      { orderBy: [{ Id: "asc" }, { Owner: { Name: { direction: "asc", nulls: "middle" } } }] },
    ],
    ["`orderBy` names no field", { orderBy: {} }],
    ["`limit` is no count", { limit: 1.5 }],
    ["`limit` is no count", { limit: "1; DROP" }],
    ["`offset` is no count", { offset: null }],
    ["`having` is not known", { having: {} }],
  ])("%s", (message, args) => {
    expect(() => find(args)).toThrow(expect.objectContaining({ name: "SettingsError" }));
    expect(() => find(args)).toThrow(message);
    expect(org.sent).toEqual([]);
  });

  it("the value itself is not shown", () => {
    expect(() => find({ where: { Founded__c: "born 1984" } })).toThrow(expect.not.stringContaining("1984"));
  });
});
