import type { Client } from "orgtype/standard";
import { describe, it } from "vitest";

declare const sf: Client;

describe("what is no set of fields", () => {
  it("is refused: text and lists, at every depth", () => {
    // @ts-expect-error fields are keys
    sf.Account.find({ select: "Id" });
    // @ts-expect-error fields are keys
    sf.Account.find({ select: ["Id", "Name"] });
    // @ts-expect-error fields are keys, of a parent too
    sf.Account.find({ select: { Owner: { select: "Name" } } });
    // @ts-expect-error and of children
    sf.Account.find({ select: { Contacts: { select: ["LastName"] } } });
  });
});

describe("what is no set of conditions", () => {
  it("is refused: text and lists, at every depth", () => {
    // @ts-expect-error text is no filter
    sf.Account.find({ select: { Id: true }, where: "Name = 'x'" });
    // @ts-expect-error nor is it what must not hold
    sf.Account.find({ select: { Id: true }, where: { NOT: "x" } });
    // @ts-expect-error NOT takes one set of conditions
    sf.Account.find({ select: { Id: true }, where: { NOT: [{ Name: "x" }] } });
    // @ts-expect-error a parent takes conditions on its fields
    sf.Account.find({ select: { Id: true }, where: { Owner: "x" } });
    // @ts-expect-error text is no filter
    sf.Account.count({ where: "Name = 'x'" });
    // @ts-expect-error text is no filter
    sf.Account.updateWhere("Name = 'x'", { Name: "y" });
  });
});

describe("a name to order groups by", () => {
  it("is that of an aggregate or of what is grouped by, also where nothing is", () => {
    sf.Account.aggregate({ select: { n: { count: true } }, orderBy: { n: "asc" } });
    // @ts-expect-error no such aggregate
    sf.Account.aggregate({ select: { n: { count: true } }, orderBy: { m: "asc" } });
    // @ts-expect-error no such aggregate
    sf.Account.aggregate({ select: { n: { count: true } }, orderBy: [{ m: "asc" }] });
    sf.Account.aggregate({
      select: { n: { count: true } },
      groupBy: { Industry: true, Owner: { Name: true } },
      orderBy: [{ Owner: { Name: "asc" } }, { Industry: "desc", n: "desc" }],
    });
  });
});
