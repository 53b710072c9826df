import {
  type BindScalar,
  type DateLiteral,
  type DateTimeString,
  type Id,
  type IsoValue,
  jsDates,
  lastNDays,
  type SoqlBinds,
} from "orgtype";
import type { Account, Client, Schema } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
type Binds<Text extends string> = SoqlBinds<Schema, Text>;

/** As Temporal's types are declared. */
declare class PlainDate {
  readonly [Symbol.toStringTag]: "Temporal.PlainDate";
  toJSON(): string;
}
declare const someDay: PlainDate;

describe("binds", () => {
  it("are asked for", () => {
    sf.query("SELECT Id FROM Account WHERE Name = :name AND Id IN :ids", {
      name: "x",
      ids: ["001000000000001AAA"],
    });
    // @ts-expect-error both are missing
    sf.query("SELECT Id FROM Account WHERE Name = :name AND Id IN :ids");
    sf.query(
      "SELECT Id FROM Account WHERE Name = :name AND Id IN :ids",
      // @ts-expect-error ids are missing
      { name: "x" },
    );
    sf.query("SELECT Id FROM Account WHERE Name = :name", {
      name: "x",
      // @ts-expect-error there is no such bind
      nmae: "x",
    });
    // @ts-expect-error options are no binds
    sf.query("SELECT Id FROM Account WHERE Name = :name", { timeout: 1 });
    // @ts-expect-error the text has no bind
    sf.query("SELECT Id FROM Account", { name: "x" });
  });

  it("are followed by options", () => {
    const signal = AbortSignal.timeout(1);
    sf.query("SELECT Id FROM Account WHERE Name = :name", { name: "x" }, { signal, timeout: 1, headers: {} });
    sf.query("SELECT Id FROM Account", { signal });
    // @ts-expect-error no such option
    sf.query("SELECT Id FROM Account WHERE Name = :name", { name: "x" }, { singal: 1 });
  });

  it("are of the type of the field they are compared with", () => {
    expectTypeOf<Binds<"SELECT Id FROM Account WHERE Name = :name">>().toEqualTypeOf<{ name: string }>();
    expectTypeOf<
      Binds<"SELECT Id FROM Account WHERE Site != :site AND NumberOfEmployees >= :n">
    >().toEqualTypeOf<{
      site: string | null;
      n: number;
    }>();
    expectTypeOf<
      Binds<"select id from account where ANNUALREVENUE=:a and isdeleted=:b and(owner.isactive<>:c)">
    >().toEqualTypeOf<{
      a: number | null;
      b: boolean;
      c: boolean;
    }>();
    sf.query("SELECT Id FROM Account WHERE IsDeleted = :deleted", {
      // @ts-expect-error text is no flag
      deleted: "false",
    });
    sf.query("SELECT Id FROM Account WHERE AnnualRevenue > :least", {
      // @ts-expect-error null has no order
      least: null,
    });
    sf.query("SELECT Id FROM Event WHERE ShowAs = :shown", {
      // @ts-expect-error no value of the restricted picklist
      shown: "Sleeping",
    });
  });

  it("lists for IN, NOT IN, INCLUDES and EXCLUDES", () => {
    expectTypeOf<Binds<"SELECT Id FROM Account WHERE Name IN :a AND Name NOT IN :b">>().toEqualTypeOf<{
      a: readonly string[];
      b: readonly string[];
    }>();
    expectTypeOf<
      Binds<"SELECT Id FROM Account WHERE Colors__c INCLUDES :a OR Colors__c EXCLUDES (:b)">
    >().toEqualTypeOf<{
      a: readonly string[];
      b: string | readonly string[];
    }>();
    expectTypeOf<Binds<"SELECT Id FROM Account WHERE NumberOfEmployees IN (:a, :b,:c)">>().toEqualTypeOf<{
      a: number | readonly number[];
      b: number | readonly number[];
      c: number | readonly number[];
    }>();
    sf.query("SELECT Id FROM Account WHERE Name IN :names", {
      // @ts-expect-error one is no list
      names: "x",
    });
    sf.query("SELECT Id FROM Account WHERE Name = :name", {
      // @ts-expect-error a list is not one
      name: ["x"],
    });
  });

  it("ids of other objects are refused, text is not", () => {
    const contact = "003000000000001AAA" as Id<"Contact">;
    sf.query("SELECT Id FROM Account WHERE Id = :id", { id: "001000000000001AAA" });
    sf.query("SELECT Id FROM Contact WHERE Id = :contact", { contact });
    sf.query("SELECT Id FROM Account WHERE Id = :contact", {
      // @ts-expect-error a contact is no account
      contact,
    });
  });

  it("days and moments may be a Date or of Temporal", () => {
    expectTypeOf<Binds<"SELECT Id FROM Account WHERE CreatedDate > :since">>().toEqualTypeOf<{
      since: DateTimeString | IsoValue | DateLiteral;
    }>();
    sf.query("SELECT Id FROM Account WHERE CreatedDate > :a", { a: new Date() });
    sf.query("SELECT Id FROM Account WHERE CreatedDate > :a", { a: lastNDays(30) });
    const dated = sf.with({ decode: jsDates });
    dated.query("SELECT Id FROM Account WHERE CreatedDate > :a", { a: lastNDays(30) });
    // @ts-expect-error text is not how this client gives moments
    dated.query("SELECT Id FROM Account WHERE CreatedDate > :a", { a: "2024-02-29T00:00:00Z" });
    sf.query("SELECT Id FROM Account WHERE LastActivityDate IN :a", {
      a: [someDay, new Date(), "2024-02-29"],
    });
    sf.query("SELECT Id FROM Account WHERE CreatedDate > :a", {
      // @ts-expect-error a number is no moment
      a: Date.now(),
    });
    sf.query("SELECT Id FROM Account WHERE Name = :a", {
      // @ts-expect-error a moment is no text
      a: new Date(),
    });
  });

  it("numbers for LIMIT, OFFSET and date literals; text for LIKE", () => {
    expectTypeOf<
      Binds<"SELECT Id FROM Account WHERE Name LIKE :like AND CreatedDate = LAST_N_DAYS:days AND CreatedDate > 2024-01-01T10:20:30Z LIMIT :n OFFSET :skip">
    >().toEqualTypeOf<{
      like: string;
      days: number;
      n: number;
      skip: number;
    }>();
  });

  it("of one name in several places fit all of them", () => {
    expectTypeOf<Binds<"SELECT Id FROM Account WHERE Name = :x OR Site = :x">["x"]>().toEqualTypeOf<string>();
  });

  it("in subqueries are of the fields there", () => {
    expectTypeOf<
      Binds<"SELECT Id, (SELECT Id FROM Contacts WHERE IsDeleted = :a) FROM Account WHERE Name = :b">
    >().toEqualTypeOf<{
      a: boolean;
      b: string;
    }>();
    expectTypeOf<
      Binds<"SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE Amount > :a)">
    >().toEqualTypeOf<{
      a: number;
    }>();
    // Where the subquery has ended, nothing is assumed.
    expectTypeOf<
      Binds<"SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE Amount > :a) AND Name = :b">["b"]
    >().toEqualTypeOf<BindScalar | null>();
    expectTypeOf<
      Binds<"SELECT Id FROM Account WHERE Id IN (select AccountId from Opportunity where Amount > :a)">["a"]
    >().toEqualTypeOf<BindScalar>();
  });

  it("through aliases, parents and polymorphic parents", () => {
    expectTypeOf<
      Binds<"SELECT Id FROM Account a WHERE a.Name = :a AND a.Owner.Name = :b AND Account.Site = :c">
    >().toEqualTypeOf<{
      a: string;
      b: string;
      c: string | null;
    }>();
    expectTypeOf<Binds<"SELECT Id FROM Task WHERE What.Type IN :types">["types"]>().toEqualTypeOf<
      readonly string[]
    >();
    expectTypeOf<Binds<"SELECT Id FROM Account WHERE Parent.Industry = :a">["a"]>().toEqualTypeOf<
      Account["Industry"]
    >();
  });

  it("next to what is not known take any value", () => {
    expectTypeOf<Binds<"SELECT Id FROM Account WHERE Nope = :a">>().toEqualTypeOf<{ a: BindScalar | null }>();
    expectTypeOf<Binds<"SELECT Id FROM Account WHERE CALENDAR_YEAR(CreatedDate) = :a">>().toEqualTypeOf<{
      a: BindScalar | null;
    }>();
    expectTypeOf<Binds<"SELECT INVENTED(Id) FROM Account WHERE Name = :a">>().toExtend<{ a: unknown }>();
    sf.query("SELECT COUNT(Id) FROM Account GROUP BY Name HAVING COUNT(Id) > :n", { n: 2 });
  });

  it("in literals are none", () => {
    expectTypeOf<
      keyof Binds<"SELECT Id FROM Account WHERE Name = ':name' AND CreatedDate = LAST_N_DAYS:30">
    >().toEqualTypeOf<never>();
    sf.query("SELECT Id FROM Account WHERE Name = ' :name '");
  });
});
