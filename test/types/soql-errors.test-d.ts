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

describe("a mistake in the clauses behind the object", () => {
  type Unknown = "SOQL: Account has no field 'Nmae'";

  it("in WHERE, whatever stands around it", () => {
    // @ts-expect-error no such field
    sf.query("SELECT Id FROM Account WHERE Nmae = 'x'");
    // @ts-expect-error no such field, although a bind stands for its value
    sf.query("SELECT Id FROM Account WHERE Nmae = :name", { name: "x" });
    expectTypeOf<Message<"SELECT Id FROM Account WHERE Nmae = 'x'">>().toEqualTypeOf<Unknown>();
    expectTypeOf<Message<"SELECT Id FROM Account WHERE Nmae='x'">>().toEqualTypeOf<Unknown>();
    expectTypeOf<Message<"SELECT Id FROM Account a WHERE a.Nmae>=1">>().toEqualTypeOf<Unknown>();
    expectTypeOf<Message<"SELECT Id FROM Account WHERE Nmae!=1 LIMIT 5">>().toEqualTypeOf<Unknown>();
    expectTypeOf<Message<"SELECT Id FROM Account WHERE Nmae<1">>().toEqualTypeOf<Unknown>();
    expectTypeOf<Message<"SELECT Id FROM Account WHERE Nmae IN ('a', 'b')">>().toEqualTypeOf<Unknown>();
    expectTypeOf<Message<"SELECT Id FROM Account WHERE Nmae NOT IN :names">>().toEqualTypeOf<Unknown>();
    expectTypeOf<Message<"SELECT COUNT() FROM Account WHERE Nmae = 1">>().toEqualTypeOf<Unknown>();
    expectTypeOf<
      Message<"SELECT Id FROM Account WHERE Name = 'a' AND (Id = null OR (NOT Nmae LIKE 'b'))">
    >().toEqualTypeOf<Unknown>();
    expectTypeOf<
      Message<"SELECT Id FROM Account WHERE Prent.Name = 'x'">
    >().toEqualTypeOf<"SOQL: Account has no relationship 'Prent'">();
    expectTypeOf<
      Message<"SELECT Id FROM Account USING SCOPE mine WHERE Owner.Nmae = 'x'">
    >().toEqualTypeOf<"SOQL: User has no field 'Nmae'">();
  });

  it("in any case, with any white space", () => {
    expectTypeOf<
      Message<"select id from account where name='x' and nmae='y'">
    >().toEqualTypeOf<"SOQL: Account has no field 'nmae'">();
    expectTypeOf<
      Message<"SELECT Id FROM Account WHERE Name = 'x' and Nmae = 'y'">
    >().toEqualTypeOf<Unknown>();
    expectTypeOf<Message<"SELECT Id\n  FROM Account\n  WHERE\n\tNmae\n= 1\n">>().toEqualTypeOf<Unknown>();
  });

  it("in ORDER BY and GROUP BY", () => {
    // @ts-expect-error no such field
    sf.query("SELECT Id FROM Account ORDER BY Nmae");
    expectTypeOf<
      Message<"SELECT Id FROM Account WHERE Id = null ORDER BY Name, Nmae DESC NULLS LAST LIMIT 1">
    >().toEqualTypeOf<Unknown>();
    expectTypeOf<
      Message<"select id from account order by nmae">
    >().toEqualTypeOf<"SOQL: Account has no field 'nmae'">();
    expectTypeOf<Message<"SELECT COUNT(Id) FROM Account GROUP BY Nmae">>().toEqualTypeOf<Unknown>();
  });

  it("of children", () => {
    expectTypeOf<
      Message<"SELECT (SELECT Id FROM Contacts WHERE Nmae = 1) FROM Account">
    >().toEqualTypeOf<"SOQL: Contact has no field 'Nmae'">();
  });

  it("is none where another object's fields, functions, aliases or other words stand", () => {
    type Right<Text extends string> = Message<Text> extends Text ? true : Message<Text>;
    expectTypeOf<
      Right<"SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName = 'x' AND Email = 'y') AND Name = 'x'">
    >().toEqualTypeOf<true>();
    expectTypeOf<
      Right<"SELECT Id FROM Account WHERE Id IN (select AccountId from Contact where LastName = 'x' and Email = 'y')">
    >().toEqualTypeOf<true>();
    expectTypeOf<
      Right<"SELECT Industry i, COUNT(Id) n FROM Account GROUP BY Industry HAVING COUNT(Id) > 1 ORDER BY COUNT(Id), n">
    >().toEqualTypeOf<true>();
    expectTypeOf<
      Right<"SELECT Id FROM Account WHERE NOT(Name = 'x') AND Not Name = 'y' and (not (Name like 'z'))">
    >().toEqualTypeOf<true>();
    expectTypeOf<
      Right<"SELECT Id FROM Account WHERE CALENDAR_YEAR(CreatedDate) = 2030 AND DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'mi') < 20 ORDER BY DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'mi'), Name">
    >().toEqualTypeOf<true>();
    expectTypeOf<
      Right<"SELECT Id FROM Task WHERE What.Type = 'Account' AND Owner.Name = 'x' ORDER BY What.Name">
    >().toEqualTypeOf<true>();
    expectTypeOf<
      Right<"SELECT Id FROM Account WHERE Name = 'a' WITH DATA CATEGORY Geography__c ABOVE usa__c AND Product__c AT x__c">
    >().toEqualTypeOf<true>();
    expectTypeOf<
      Right<"SELECT Id FROM Account WHERE Name = 'a' with data category Geography__c above usa__c and Product__c at x__c">
    >().toEqualTypeOf<true>();
    expectTypeOf<
      Right<"SELECT Id FROM Account WHERE UserRecordAccess.HasEditAccess = true ORDER BY Name,Id DESC,Owner.Name FOR VIEW">
    >().toEqualTypeOf<true>();
  });

  it("leaves rows of what it cannot read typed", () => {
    expectTypeOf(sf.query("SELECT Id FROM Account WHERE CALENDAR_YEAR(CreatedDate) = 2030")).toEqualTypeOf(
      sf.query("SELECT Id FROM Account"),
    );
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
