import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { smallClient } from "../../../support/small-org.js";

const org = fakeOrg(() => json({ totalSize: 0, done: true, records: [] }));
const sf = smallClient(org);

/** The same without the types, as JavaScript callers have it. */
function aggregate(args: unknown): string {
  return (sf.Account.aggregate as (args: unknown) => { soql: string })(args).soql;
}

describe("aggregate", () => {
  it("over all records", () => {
    const query = sf.Account.aggregate({
      select: { n: { count: true }, total: { sum: "AnnualRevenue" }, first: { min: "CreatedDate" } },
      where: { Industry: "Banking" },
      having: { total: { gt: 10 }, first: { lt: "LAST_WEEK" } },
    });
    expect(query.soql).toBe(
      "SELECT COUNT(Id) c0, SUM(AnnualRevenue) c1, MIN(CreatedDate) c2 FROM Account WHERE Industry = 'Banking' " +
        "HAVING SUM(AnnualRevenue) > 10 AND MIN(CreatedDate) < LAST_WEEK",
    );
  });

  it("in groups, with parents and date functions, in order", () => {
    const query = sf.Account.aggregate({
      groupBy: { Industry: true, Parent: { Name: true }, year: { calendarYear: "CreatedDate" } },
      subtotals: "rollup",
      select: { n: { countDistinct: "OwnerId" }, isTotal: { grouping: "Industry" } },
      orderBy: [{ n: { direction: "desc", nulls: "last" } }, { Parent: { Name: "asc" }, year: "asc" }],
      limit: 5,
    });
    expect(query.soql).toBe(
      "SELECT Industry c0, Parent.Name c1, CALENDAR_YEAR(CreatedDate) c2, COUNT_DISTINCT(OwnerId) c3, GROUPING(Industry) c4 " +
        "FROM Account GROUP BY ROLLUP(Industry, Parent.Name, CALENDAR_YEAR(CreatedDate)) " +
        "ORDER BY COUNT_DISTINCT(OwnerId) DESC NULLS LAST, Parent.Name ASC, CALENDAR_YEAR(CreatedDate) ASC LIMIT 5",
    );
  });

  it("groups by what every target of a polymorphic parent has", () => {
    const query = sf.Task.aggregate({
      groupBy: { What: { Name: true, Type: true } },
      select: { n: { count: true } },
      orderBy: { What: { Type: "asc" } },
    });
    expect(query.soql).toBe(
      "SELECT What.Name c0, What.Type c1, COUNT(Id) c2 FROM Task GROUP BY What.Name, What.Type ORDER BY What.Type ASC",
    );
  });

  it.each([
    [{ select: {} }, "select"],
    [{ select: { n: { count: true } }, where: undefined }, "where"],
    [{ select: { n: { count: true } }, having: undefined }, "having"],
    [
      { select: { n: { count: true } }, groupBy: { Owner: { Manager: { calendarYear: "x" } } } },
      "groupBy.Owner.Manager.calendarYear",
    ],
    [{ select: { n: { count: true } }, groupby: {} }, "groupby"],
    [{ select: { n: { median: "AnnualRevenue" } } }, "select.n"],
    [{ select: { n: { sum: "AnnualRevenue", avg: "AnnualRevenue" } } }, "select.n"],
    [{ select: { n: { sum: true } } }, "select.n"],
    [{ select: { n: { sum: "a) FROM User" } } }, "select.n"],
    [{ select: { n: { count: true } }, groupBy: { "Name, Id": true } }, "groupBy.Name, Id"],
    [{ select: { n: { count: true } }, groupBy: { y: { calendarYear: "x)" } } }, "groupBy.y"],
    [{ select: { n: { count: true } }, groupBy: { y: "Name" } }, "groupBy.y"],
    [{ select: { Name: { count: true } }, groupBy: { Name: true } }, "select.Name"],
    [{ select: { n: { count: true } }, subtotals: "rolup", groupBy: { Name: true } }, "subtotals"],
    [{ select: { n: { count: true } }, subtotals: "rollup" }, "subtotals"],
    [{ select: { n: { count: true } }, limit: 1 }, "limit"],
    [{ select: { n: { count: true } }, having: { x: { gt: 1 } } }, "having.x"],
    [{ select: { n: { count: true } }, having: { n: { gt: "1" } } }, "having.n.gt"],
    [{ select: { n: { count: true } }, having: { n: undefined } }, "having.n.eq"],
    [{ select: { n: { count: true } }, having: {} }, "having"],
    [{ select: { n: { count: true } }, orderBy: { Name: "asc" } }, "orderBy.Name"],
  ])("%j is refused, naming %s", (args, path) => {
    expect(() => aggregate(args)).toThrow(
      expect.objectContaining({ name: "SettingsError", message: expect.stringContaining(`\`${path}\``) }),
    );
  });
});

describe("a subquery", () => {
  it("is what ids are looked for among", () => {
    const query = sf.Account.find({
      select: { Id: true },
      where: {
        Id: {
          in: sf.Contact.subquery("AccountId", { where: { Email: { endsWith: "'_" } } }),
          notIn: sf.Contact.subquery("AccountId"),
        },
      },
    });
    expect(query.soql).toBe(
      "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Email LIKE '%\\'\\_') " +
        "AND Id NOT IN (SELECT AccountId FROM Contact)",
    );
  });

  it("stands only where SOQL takes one", () => {
    const contacts = sf.Contact.subquery("AccountId");
    const find = (where: unknown) =>
      (sf.Account.find as (args: unknown) => { soql: string })({ select: { Id: true }, where });
    expect(find({ OR: [{ Id: { in: contacts } }] }).soql).toContain(
      "WHERE Id IN (SELECT AccountId FROM Contact)",
    );
    // In brackets Salesforce takes none.
    expect(find({ Name: "x", AND: [{ Id: { in: contacts } }, { OR: [{ Industry: "y" }] }] }).soql).toContain(
      "WHERE Name = 'x' AND Id IN (SELECT AccountId FROM Contact) AND Industry = 'y'",
    );
    expect(() => find({ NOT: { Id: { in: contacts } } })).toThrow("`where.NOT.Id.in` is a subquery in a NOT");
    expect(() => find({ Owner: { Id: { in: contacts } } })).toThrow("on the field of a parent");
    expect(() => find({ OR: [{ Id: { in: contacts } }, { Name: "x" }] })).toThrow(
      "`where.OR[0].Id.in` is a subquery in an OR",
    );
    expect(() => find({ OR: [{ Name: "x" }, { NOT: { Id: { in: contacts } } }] })).toThrow("in an OR");
    expect(() => find({ ParentId: { in: sf.Account.subquery("Id") } })).toThrow(
      "`where.ParentId.in` is a subquery of the object that is queried itself",
    );
    const nested = sf.Contact.subquery("AccountId", {
      where: { Id: { in: sf.Task.subquery("WhatId") as never } },
    });
    expect(() => find({ Id: { in: nested } })).toThrow(
      "`where.Id.in.where.Id.in` is a subquery in a subquery",
    );
    expect(() => find({ Id: { in: sf.Task.subquery("WhatId") } })).toThrow(
      "`where.Id.in` is a subquery of Task",
    );
    expect(() => find({ Id: { in: contacts, notIn: contacts }, AND: [{ Id: { in: contacts } }] })).toThrow(
      "`where.AND[0].Id.in` is a subquery after 2 others",
    );
    expect(() =>
      sf.Account.aggregate({ select: { n: { min: "Id" } }, having: { n: { in: contacts } } as never }),
    ).toThrow("in HAVING");
  });

  it("with a filter that was lost does not mean all records", () => {
    const subquery = sf.Contact.subquery as (field: string, args?: unknown) => unknown;
    expect(() => subquery("AccountId", { where: undefined })).toThrow("`subquery.where` is undefined");
    expect(() =>
      sf.Account.find({
        select: { Id: true },
        where: { Id: { in: sf.Contact.subquery("AccountId", { where: {} }) } },
      }),
    ).toThrow("`where.Id.in.where` holds no condition");
  });

  it("cannot be forged by data, nor hold other clauses", () => {
    const forged = JSON.parse('{ "object": "User", "field": "Id", "where": null }');
    expect(() => sf.Account.find({ select: { Id: true }, where: { Id: { in: forged } } })).toThrow(
      "`where.Id.in`",
    );
    const subquery = sf.Contact.subquery as (field: string, args?: unknown) => unknown;
    expect(() => subquery("AccountId", { limit: 1 })).toThrow("`subquery.limit`");
    expect(() => subquery("AccountId) FROM User WHERE (Id")).toThrow("no API name");
  });
});

describe("a polymorphic parent by type", () => {
  it("is a TYPEOF", () => {
    const query = sf.Task.find({
      select: {
        What: {
          on: { Account: { select: { Name: true, Industry: true } }, Contact: { select: { Email: true } } },
          else: { select: { Type: true } },
        },
      },
    });
    expect(query.soql).toBe(
      "SELECT TYPEOF What WHEN Account THEN Name, Industry WHEN Contact THEN Email ELSE Type END FROM Task",
    );
  });

  it("asks of other objects at least what they are: without ELSE they would be null", () => {
    const query = sf.Task.find({ select: { What: { on: { Account: { select: { Name: true } } } } } });
    expect(query.soql).toBe("SELECT TYPEOF What WHEN Account THEN Name ELSE Id END FROM Task");
  });

  it.each([
    [{ on: {} }, "select.What.on"],
    [{ on: { Nope: { select: { Id: true } } } }, "select.What.on.Nope"],
    [{ on: { Account: { select: {} } } }, "select.What.on.Account.select"],
    [{ on: { Account: { select: { Owner: { select: {} } } } } }, "select.What.on.Account.select.Owner"],
    [{ on: { Account: { select: { Id: true }, where: {} } } }, "select.What.on.Account.where"],
    [{ on: { Account: { select: { Id: true } } }, select: {} }, "select.What.select"],
  ])("%j is refused, naming %s", (what, path) => {
    const find = sf.Task.find as (args: unknown) => unknown;
    expect(() => find({ select: { What: what } })).toThrow(`\`${path}\``);
  });
});
