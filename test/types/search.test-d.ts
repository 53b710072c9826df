import type { Id } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;

describe("a search", () => {
  it("gives the rows of each object, with what was selected", async () => {
    const found = await sf.search({
      find: "acme",
      in: "name",
      returning: {
        Account: {
          select: { Id: true, Industry: true, Owner: { select: { Name: true } } },
          where: { Industry: { in: ["Banking"] } },
          orderBy: [{ Name: "asc" }],
          limit: 5,
          offset: 1,
        },
        Task: { select: { What: { select: { Name: true } } } },
      },
      limit: 10,
    });
    expectTypeOf(found.Account[0]!.Id).toEqualTypeOf<Id<"Account">>();
    expectTypeOf(found.Account[0]!.Owner).toEqualTypeOf<{ Name: string }>();
    expectTypeOf(found.Task[0]!.What).toEqualTypeOf<{ Name: string | null } | null>();
    // @ts-expect-error was not selected
    void found.Account[0]!.Name;
    // @ts-expect-error was not searched
    void found.Contact;
  });

  it("takes SOSL for the term, and text", async () => {
    await sf.search({ find: { sosl: "acm*" }, returning: { Account: { select: { Id: true } } } });
    const rows = await sf.sosl<{ Id: string }>("FIND {acme} RETURNING Account(Id)");
    expectTypeOf(rows).toEqualTypeOf<{ Id: string }[]>();
  });

  it("refuses what there is not", () => {
    // @ts-expect-error no such object
    sf.search({ find: "acme", returning: { Acount: { select: { Id: true } } } });
    // @ts-expect-error no such field
    sf.search({ find: "acme", returning: { Account: { select: { Nmae: true } } } });
    // @ts-expect-error no such field of the parent
    sf.search({ find: "acme", returning: { Account: { select: { Owner: { select: { Nmae: true } } } } } });
    // @ts-expect-error no such value
    sf.search({ find: "acme", returning: { Account: { select: { Id: true }, where: { Industry: 7 } } } });
    // @ts-expect-error no such field to filter by
    sf.search({ find: "acme", returning: { Account: { select: { Id: true }, where: { Nmae: "x" } } } });
    // @ts-expect-error no such field to sort by
    sf.search({ find: "acme", returning: { Account: { select: { Id: true }, orderBy: { Nmae: "asc" } } } });
    // @ts-expect-error not in a search
    sf.search({ find: "acme", returning: { Account: { select: { Id: true }, scope: "mine" } } });
    // @ts-expect-error children are not in a search
    sf.search({ find: "acme", returning: { Account: { select: { Contacts: { select: { Id: true } } } } } });
    // @ts-expect-error parents are not told apart in a search
    sf.search({ find: "acme", returning: { Task: { select: { What: { on: { Account: {} } } } } } });
    // @ts-expect-error no such scope
    sf.search({ find: "acme", in: "names", returning: { Account: { select: { Id: true } } } });
    // @ts-expect-error nothing to look for
    sf.search({ returning: { Account: { select: { Id: true } } } });
    // @ts-expect-error nothing to give
    sf.search({ find: "acme" });
  });
});
