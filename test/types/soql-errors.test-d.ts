import type { CheckedSoql } from "orgtype";
import type { Client, Schema } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
/** What the compiler asks for instead of the text. */
type Message<Text extends string> = CheckedSoql<Schema, Text>;

describe("a mistake is an error at the text that names it", () => {
  it("an unknown field", () => {
    // @ts-expect-error no such field
    sf.query("SELECT Id, Nmae FROM Account");
    // @ts-expect-error no such field
    sf.queryAll("SELECT Id, Nmae FROM Account");
    expectTypeOf<
      Message<"SELECT Id, Nmae FROM Account">
    >().toEqualTypeOf<"SOQL: Account has no field 'Nmae'">();
    expectTypeOf<Message<"select nmae from account">>().toEqualTypeOf<"SOQL: Account has no field 'nmae'">();
    expectTypeOf<
      Message<"SELECT Id,\n  Nmae\nFROM Account">
    >().toEqualTypeOf<"SOQL: Account has no field 'Nmae'">();
    expectTypeOf<
      Message<"SELECT a.Nmae FROM Account a">
    >().toEqualTypeOf<"SOQL: Account has no field 'Nmae'">();
  });

  it("several at once", () => {
    expectTypeOf<Message<"SELECT Nmae, Id, Foo FROM Account">>().toEqualTypeOf<
      "SOQL: Account has no field 'Nmae'" | "SOQL: Account has no field 'Foo'"
    >();
  });

  it("an unknown object", () => {
    // @ts-expect-error no such object
    sf.query("SELECT Id FROM Acount");
    expectTypeOf<
      Message<"SELECT Id FROM Acount WHERE Name = 'x'">
    >().toEqualTypeOf<"SOQL: the generated client holds no object 'Acount'">();
    expectTypeOf<
      Message<"SELECT COUNT() FROM Acount">
    >().toEqualTypeOf<"SOQL: the generated client holds no object 'Acount'">();
  });

  it("an unknown relationship, or a field of a parent", () => {
    // @ts-expect-error no such relationship
    sf.query("SELECT Prent.Name FROM Account");
    expectTypeOf<
      Message<"SELECT Prent.Name FROM Account">
    >().toEqualTypeOf<"SOQL: Account has no relationship 'Prent'">();
    expectTypeOf<
      Message<"SELECT Owner.Nmae FROM Account">
    >().toEqualTypeOf<"SOQL: User has no field 'Nmae'">();
    expectTypeOf<
      Message<"SELECT Parent.Owner.Boss.Name FROM Account">
    >().toEqualTypeOf<"SOQL: User has no relationship 'Boss'">();
    expectTypeOf<
      Message<"SELECT Name.Foo FROM Account">
    >().toEqualTypeOf<"SOQL: Account has no relationship 'Name'">();
  });

  it("a field that not every target of a relationship has", () => {
    expectTypeOf<
      Message<"SELECT What.Nmae FROM Task">
    >().toEqualTypeOf<"SOQL: 'Nmae' is not a field that every target of 'What' has; use TYPEOF What WHEN … THEN Nmae END">();
  });

  it("in a TYPEOF", () => {
    expectTypeOf<
      Message<"SELECT TYPEOF What WHEN Account THEN Nmae END FROM Task">
    >().toEqualTypeOf<"SOQL: Account has no field 'Nmae'">();
    expectTypeOf<
      Message<"SELECT TYPEOF What WHEN Acount THEN Name END FROM Task">
    >().toEqualTypeOf<"SOQL: 'What' never is a 'Acount'">();
    expectTypeOf<
      Message<"SELECT TYPEOF Waht WHEN Account THEN Name END FROM Task">
    >().toEqualTypeOf<"SOQL: Task has no relationship 'Waht'">();
  });

  it("in children", () => {
    // @ts-expect-error no such field of a contact
    sf.query("SELECT Id, (SELECT Nmae FROM Contacts) FROM Account");
    expectTypeOf<
      Message<"SELECT Id, (SELECT Nmae FROM Contacts) FROM Account">
    >().toEqualTypeOf<"SOQL: Contact has no field 'Nmae'">();
    expectTypeOf<
      Message<"SELECT (SELECT Id FROM Contcts) FROM Account">
    >().toEqualTypeOf<"SOQL: Account has no child relationship 'Contcts'">();
    expectTypeOf<
      Message<"SELECT (SELECT (SELECT Foo FROM Tasks) FROM Contacts) FROM Account">
    >().toEqualTypeOf<"SOQL: Task has no field 'Foo'">();
  });

  it("in functions", () => {
    expectTypeOf<
      Message<"SELECT toLabel(Indstry) FROM Account">
    >().toEqualTypeOf<"SOQL: Account has no field 'Indstry'">();
    expectTypeOf<
      Message<"SELECT SUM(Amuont) total FROM Opportunity">
    >().toEqualTypeOf<"SOQL: Opportunity has no field 'Amuont'">();
    expectTypeOf<
      Message<"SELECT Indstry i, COUNT(Id) FROM Account GROUP BY Indstry">
    >().toEqualTypeOf<"SOQL: Account has no field 'Indstry'">();
    expectTypeOf<
      Message<"SELECT CALENDAR_YEAR(ClosDate) FROM Opportunity GROUP BY CALENDAR_YEAR(ClosDate)">
    >().toEqualTypeOf<"SOQL: Opportunity has no field 'ClosDate'">();
  });
});

describe("text without a mistake is asked for as it is", () => {
  it("also where a lookup leads to an object that was not generated", () => {
    type Part = {
      Account: Pick<Schema["Account"], "fields"> & {
        parents: Record<never, never>;
        polymorphic: Record<never, never>;
        children: Record<never, never>;
      };
    };
    type Text = "SELECT CreatedBy.Name FROM Account";
    expectTypeOf<CheckedSoql<Part, Text>>().toEqualTypeOf<Text>();
  });

  it("also where something in it is not understood next to a mistake", () => {
    type Text = "SELECT Nmae, INVENTED(Id) FROM Account";
    expectTypeOf<Message<Text>>().toEqualTypeOf<Text>();
  });
});
