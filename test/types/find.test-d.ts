import {
  type CheckedSoql,
  isType,
  lastNDays,
  nextNFiscalQuarters,
  nMonthsAgo,
  type SObjectClient,
} from "orgtype";
import type { Client, Schema } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;

describe("polymorphic parents by type", () => {
  it("are a union told apart by $type", async () => {
    const tasks = await sf.Task.find({
      select: {
        Subject: true,
        What: {
          on: {
            Account: { select: { Name: true, Industry: true } },
            Opportunity: { select: { Amount: true } },
          },
        },
      },
    }).all();
    const what = tasks[0]!.What;
    if (what === null) return;
    if (what.$type === "Account") expectTypeOf(what.Name).toEqualTypeOf<string>();
    else if (what.$type === "Opportunity") expectTypeOf(what.Amount).toEqualTypeOf<number | null>();
    else {
      expectTypeOf(what.$type).toEqualTypeOf<
        "Asset" | "Campaign" | "Case" | "Contract" | "Order" | "Product2"
      >();
      // @ts-expect-error nothing was selected of the others
      void what.Name;
    }
  });

  it("read of the others what else says", async () => {
    const task = await sf.Task.find({
      select: { Who: { on: { Lead: { select: { Company: true } } }, else: { select: { Name: true } } } },
    }).first();
    const who = task!.Who!;
    if (who.$type === "Contact") expectTypeOf(who.Name).toEqualTypeOf<string | null>();
    else expectTypeOf(who.Company).toEqualTypeOf<string>();
  });

  it("are told apart by a guard, too", async () => {
    const task = await sf.Task.find({
      select: {
        What: { on: { Account: { select: { Industry: true } }, Opportunity: { select: { Amount: true } } } },
      },
    }).first();
    const what = task!.What;
    if (isType(what, "Opportunity")) {
      expectTypeOf(what).toEqualTypeOf<{ $type: "Opportunity"; Amount: number | null }>();
    }
    // @ts-expect-error a contact is no target of What
    isType(what, "Contact");
    const [row] = await sf
      .query("SELECT TYPEOF What WHEN Account THEN Phone WHEN Opportunity THEN Amount END FROM Task")
      .all();
    if (isType(row!.What, "Account")) {
      expectTypeOf(row!.What.Phone).toEqualTypeOf<string | null>();
      // @ts-expect-error a field of the other
      void row!.What.Amount;
    }
  });

  it("may be objects that are not generated, of which $type is known", async () => {
    type Part = Pick<Schema, "Account"> & {
      Event: Omit<Schema["Event"], "polymorphic"> & { polymorphic: { What: "Account" | "Solution" | null } };
    };
    const events = await (null! as SObjectClient<Part, "Event">)
      .find({ select: { What: { on: { Account: { select: { Name: true } } } } } })
      .all();
    expectTypeOf(events[0]!.What).toEqualTypeOf<
      { $type: "Account"; Name: string } | { $type: "Solution" } | null
    >();
    type Solutions = "SELECT TYPEOF What WHEN Solution THEN SolutionName END FROM Event";
    expectTypeOf<CheckedSoql<Part, Solutions>>().toEqualTypeOf<Solutions>();
  });

  it("refuse what is no target, no field, or not selected", async () => {
    sf.Task.find({
      select: {
        // @ts-expect-error a user is no target of What
        What: { on: { User: { select: { Name: true } } } },
      },
    });
    sf.Task.find({
      select: {
        // @ts-expect-error misspelt field
        What: { on: { Account: { select: { Nmae: true } } } },
      },
    });
    const task = await sf.Task.find({
      select: { What: { on: { Account: { select: { Name: true } } } } },
    }).first();
    const what = task!.What!;
    // @ts-expect-error not selected
    if (what.$type === "Account") void what.Industry;
  });
});

describe("semi-joins", () => {
  it("take ids of the object that is looked for", () => {
    sf.Account.find({ select: { Name: true }, where: { Id: { in: sf.Contact.subquery("AccountId") } } });
    sf.Account.find({
      select: { Name: true },
      where: {
        Id: {
          notIn: sf.Opportunity.subquery("AccountId", { where: { IsClosed: false, Amount: { gt: 1 } } }),
        },
      },
    });
    sf.Contact.find({
      select: { Name: true },
      where: { AccountId: { in: sf.Account.subquery("Id", { where: { Industry: "Banking" } }) } },
    });
  });

  it("refuse ids of another object, other fields and unknown names", () => {
    sf.Account.find({
      select: { Name: true },
      // @ts-expect-error ids of users
      where: { Id: { in: sf.Contact.subquery("OwnerId") } },
    });
    sf.Account.find({
      select: { Name: true },
      // @ts-expect-error no ids at all
      where: { Id: { in: sf.Contact.subquery("AnnualRevenue") } },
    });
    // @ts-expect-error misspelt field
    sf.Contact.subquery("AcountId");
    // @ts-expect-error misspelt field in the condition
    sf.Contact.subquery("AccountId", { where: { Emial: null } });
  });
});

describe("days and moments", () => {
  it("are compared with text, date literals and Dates", () => {
    sf.Opportunity.find({
      select: { Id: true },
      where: {
        CloseDate: { gte: "2030-01-31", lt: "NEXT_N_DAYS:30", notIn: ["TODAY", new Date()] },
        CreatedDate: "LAST_WEEK",
        LastModifiedDate: { lt: new Date() },
      },
    });
    sf.Opportunity.find({
      select: { Id: true },
      where: {
        CloseDate: { gte: lastNDays(30), lt: nextNFiscalQuarters(2) },
        CreatedDate: nMonthsAgo(3),
        LastModifiedDate: { notIn: [lastNDays(1)] },
      },
    });
    expectTypeOf(lastNDays(30)).toEqualTypeOf<`LAST_N_DAYS:${number}`>();
    // @ts-expect-error text is no count
    lastNDays("30");
    // @ts-expect-error a number is no day
    sf.Opportunity.find({ select: { Id: true }, where: { CloseDate: { gte: 2030 } } });
    // @ts-expect-error a Date is no text
    sf.Opportunity.find({ select: { Id: true }, where: { Name: new Date() } });
  });
});

describe("sorting and paging", () => {
  it("sort by fields of parents, empty ones first or last", () => {
    sf.Contact.find({
      select: { Id: true },
      orderBy: [
        { LastName: { direction: "desc", nulls: "last" } },
        { Account: { Owner: { Name: "asc" } } },
        { CreatedDate: { direction: "asc", nulls: "first" } },
      ],
      limit: 10,
      offset: 20,
    });
    // @ts-expect-error no such place
    sf.Contact.find({ select: { Id: true }, orderBy: { LastName: { direction: "asc", nulls: "end" } } });
    // @ts-expect-error no direction
    sf.Contact.find({ select: { Id: true }, orderBy: { LastName: { nulls: "last" } } });
    // @ts-expect-error no such direction
    sf.Contact.find({ select: { Id: true }, orderBy: { LastName: "up" } });
    // @ts-expect-error misspelt field of a parent
    sf.Contact.find({ select: { Id: true }, orderBy: [{ Account: { Nmae: "asc" } }] });
    // @ts-expect-error nothing is sorted by a whole parent
    sf.Contact.find({ select: { Id: true }, orderBy: { Account: "asc" } });
    // @ts-expect-error a number
    sf.Contact.find({ select: { Id: true }, offset: "20" });
  });

  it("of children alike", () => {
    sf.Account.find({
      select: {
        Contacts: {
          select: { Id: true },
          where: { Email: { ne: null } },
          orderBy: { LastName: { direction: "asc", nulls: "first" } },
          limit: 5,
        },
      },
    });
    const select = { Id: true } as const;
    const since = new Date();
    sf.Account.find({
      select: {
        Opportunities: {
          select,
          where: { CloseDate: since, OR: [{ Amount: { gt: 1 } }, { NOT: { Owner: { Name: "x" } } }] },
        },
        Contacts: {
          select,
          where: { AccountId: { in: sf.Account.subquery("Id") }, Email: null, CreatedDate: { lt: since } },
          orderBy: [{ LastName: "asc" }, { Account: { Name: "desc" } }],
        },
        Tasks: { select, where: { What: { Name: { startsWith: "x" } } } },
      },
    });
    // @ts-expect-error a field of the children's parent is no field of the children
    sf.Account.find({ select: { Contacts: { select, orderBy: { Industry: "asc" } } } });
    // @ts-expect-error nor in a list
    sf.Account.find({ select: { Contacts: { select, orderBy: [{ Id: "asc" }, { Industry: "asc" }] } } });
    // @ts-expect-error misspelt field of the children's parent
    sf.Account.find({ select: { Contacts: { select, orderBy: { Account: { Nmae: "asc" } } } } });
    // @ts-expect-error cannot be sorted by
    sf.Account.find({ select: { Contacts: { select, orderBy: { Description: "asc" } } } });
    // @ts-expect-error a number is no text
    sf.Account.find({ select: { Contacts: { select, where: { Email: 7 } } } });
    // @ts-expect-error a parent has conditions on its fields
    sf.Account.find({ select: { Contacts: { select, where: { Account: "001" } } } });
    // @ts-expect-error misspelt field in the children's filter
    sf.Account.find({ select: { Contacts: { select, where: { Emial: null } } } });
    // @ts-expect-error next to a right one, too
    sf.Account.find({ select: { Contacts: { select, where: { Email: null, Emial: null } } } });
    // @ts-expect-error below OR
    sf.Account.find({ select: { Contacts: { select, where: { OR: [{ Email: null }, { Emial: null }] } } } });
    // @ts-expect-error below NOT
    sf.Account.find({ select: { Contacts: { select, where: { NOT: { Emial: null } } } } });
    // @ts-expect-error of a parent of theirs
    sf.Account.find({ select: { Contacts: { select, where: { Account: { Nmae: "x" } } } } });
    // @ts-expect-error of a parent with several targets
    sf.Account.find({ select: { Tasks: { select, where: { What: { Nmae: "x" } } } } });
    // @ts-expect-error cannot be filtered by
    sf.Account.find({ select: { Contacts: { select, where: { Description: "x" } } } });
    // @ts-expect-error misspelt operator
    sf.Account.find({ select: { Opportunities: { select, where: { Amount: { gt: 1, ltt: 5 } } } } });
    // @ts-expect-error operator of another kind
    sf.Account.find({ select: { Opportunities: { select, where: { Amount: { gt: 1, like: "5%" } } } } });
  });
});

describe("parents", () => {
  it("are selected, filtered and sorted by five levels up", async () => {
    const row = await sf.Case.find({
      select: {
        Contact: {
          select: {
            Account: {
              select: { Parent: { select: { Owner: { select: { Manager: { select: { Name: true } } } } } } },
            },
          },
        },
      },
      where: { Contact: { Account: { Parent: { Owner: { Manager: { Name: { startsWith: "A" } } } } } } },
      orderBy: { Contact: { Account: { Parent: { Owner: { Manager: { Name: "asc" } } } } } },
    }).first();
    expectTypeOf(row!.Contact!.Account!.Parent!.Owner.Manager!).toEqualTypeOf<{ Name: string }>();
    sf.Case.find({
      select: {
        Contact: {
          select: {
            Account: {
              // @ts-expect-error misspelt five levels up
              select: { Parent: { select: { Owner: { select: { Manager: { select: { Nmae: true } } } } } } },
            },
          },
        },
      },
    });
    // @ts-expect-error misspelt five levels up
    sf.Case.count({ where: { Contact: { Account: { Parent: { Owner: { Manager: { Nmae: "x" } } } } } } });
  });
});

describe("clauses", () => {
  it("of the whole query: scope, and deleted rows", () => {
    sf.Account.find({ select: { Id: true }, scope: "mine", allRows: true });
    // @ts-expect-error misspelt clause
    sf.Account.find({ select: { Id: true }, limt: 5 });
  });

  it("of children and parents are checked, too", () => {
    // @ts-expect-error only the whole query has a scope
    sf.Account.find({ select: { Contacts: { select: { Id: true }, scope: "mine" } } });
    // @ts-expect-error misspelt clause
    sf.Account.find({ select: { Contacts: { select: { Id: true }, limt: 5 } } });
    // @ts-expect-error a parent has no filter
    sf.Account.find({ select: { Owner: { select: { Id: true }, where: { Name: "x" } } } });
    // @ts-expect-error a polymorphic parent has none either
    sf.Task.find({ select: { What: { select: { Name: true }, limit: 1 } } });
  });
});
