import type {
  ChildRows,
  Client as ClientOf,
  createClient,
  DateString,
  DateTimeString,
  Id,
  Query,
  RecordAttributes,
  SoqlRow,
  UntypedRow,
} from "orgtype";
import type { Account, Client, Opportunity, Schema } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
type Row<Text extends string> = SoqlRow<Schema, Text>;
type Of<Name extends string> = { attributes: RecordAttributes<Name> };

describe("fields", () => {
  it("are those that were selected, next to attributes", async () => {
    const query = sf.query("SELECT Id, Name, Industry, AnnualRevenue FROM Account");
    expectTypeOf(query).toEqualTypeOf<
      Query<{
        attributes: RecordAttributes<"Account">;
        Id: Id<"Account">;
        Name: string;
        Industry: Account["Industry"];
        AnnualRevenue: number | null;
      }>
    >();
    const [row] = await query.all();
    expectTypeOf(row!.attributes.type).toEqualTypeOf<"Account">();
    expectTypeOf(row!.attributes.url).toEqualTypeOf<string>();
    // @ts-expect-error not selected
    row!.Phone;
    expectTypeOf(await query.first()).toEqualTypeOf<NonNullable<typeof row> | null>();
  });

  it("queryAll infers them as well", () => {
    expectTypeOf(sf.queryAll("SELECT Id FROM Account")).toEqualTypeOf<
      Query<{ attributes: RecordAttributes<"Account">; Id: Id<"Account"> }>
    >();
  });

  it("have the schema's spelling, in whatever case they are written", () => {
    type Found = Row<"select ID, nAmE, owner.NAME from account">;
    expectTypeOf<Found>().toEqualTypeOf<{
      attributes: RecordAttributes<"Account">;
      Id: Id<"Account">;
      Name: string;
      Owner: { attributes: RecordAttributes<"User">; Name: string };
    }>();
    expectTypeOf<Row<"Select Id From Account Where Name = 'x'">>().toEqualTypeOf<
      Row<"SELECT Id FROM Account">
    >();
    expectTypeOf<Row<"sElEcT Id FrOm ACCOUNT">>().toEqualTypeOf<Row<"SELECT Id FROM Account">>();
  });

  it("may stand with any white space and none", () => {
    type Expected = Row<"SELECT Id, Name FROM Account WHERE Name = 'x'">;
    expectTypeOf<Row<"SELECT Id,Name FROM Account WHERE Name='x'">>().toEqualTypeOf<Expected>();
    expectTypeOf<Row<"  SELECT   Id ,  Name   FROM   Account  ">>().toEqualTypeOf<Expected>();
    expectTypeOf<Row<"SELECT Id ,Name FROM Account">>().toEqualTypeOf<Expected>();
    expectTypeOf<Row<"\tSELECT\tId,\r\n\tName\r\n\tFROM\tAccount\r\n">>().toEqualTypeOf<Expected>();
    expectTypeOf<
      Row<`
        SELECT Id,
               Name
        FROM Account
        WHERE Name = 'x'
      `>
    >().toEqualTypeOf<Expected>();
    expectTypeOf<Row<"SELECT Id, Name\nFROM Account">>().toEqualTypeOf<Expected>();
  });

  it("are not confused by what stands in literals", () => {
    type Expected = Row<"SELECT Id FROM Account">;
    expectTypeOf<Row<"SELECT Id FROM Account WHERE Name = ') FROM (, x'">>().toEqualTypeOf<Expected>();
    expectTypeOf<
      Row<"SELECT Id FROM Account WHERE Name = 'it\\'s (' AND Site = '\\\\'">
    >().toEqualTypeOf<Expected>();
    expectTypeOf<Row<"SELECT Id FROM Account WHERE Name = ' GROUP BY '">>().toEqualTypeOf<Expected>();
  });

  it("are the same whatever clauses follow", () => {
    type Expected = Row<"SELECT Id FROM Account">;
    expectTypeOf<
      Row<"SELECT Id FROM Account USING SCOPE mine WHERE Id IN (SELECT AccountId FROM Contact WHERE (Email != null)) WITH USER_MODE ORDER BY Name DESC NULLS LAST, Id LIMIT 5 OFFSET 2 FOR VIEW">
    >().toEqualTypeOf<Expected>();
  });

  it("compound and typed ones keep their types", () => {
    expectTypeOf<Row<"SELECT BillingAddress, CreatedDate FROM Account">>().toEqualTypeOf<
      Of<"Account"> & Pick<Account, "BillingAddress" | "CreatedDate"> extends infer R
        ? { [K in keyof R]: R[K] }
        : never
    >();
    expectTypeOf<Row<"SELECT CloseDate FROM Opportunity">["CloseDate"]>().toEqualTypeOf<DateString>();
    expectTypeOf<Row<"SELECT CreatedDate FROM Account">["CreatedDate"]>().toEqualTypeOf<DateTimeString>();
  });

  it("the object's own name and its alias may stand before them", () => {
    type Expected = Row<"SELECT Id, Name, Owner.Name FROM Account">;
    expectTypeOf<
      Row<"SELECT Account.Id, Account.Name, Account.Owner.Name FROM Account">
    >().toEqualTypeOf<Expected>();
    expectTypeOf<
      Row<"SELECT a.Id, a.Name, a.Owner.Name FROM Account a WHERE a.Name = 'x'">
    >().toEqualTypeOf<Expected>();
    expectTypeOf<Row<"SELECT A.Id, Name, a.Owner.Name FROM Account a">>().toEqualTypeOf<Expected>();
    // Of a contact Account is the parent.
    expectTypeOf<Row<"SELECT Account.Name FROM Contact">>().toEqualTypeOf<{
      attributes: RecordAttributes<"Contact">;
      Account: { attributes: RecordAttributes<"Account">; Name: string } | null;
    }>();
  });

  it("FIELDS() may give any of them", () => {
    expectTypeOf<Row<"SELECT FIELDS(ALL) FROM Opportunity LIMIT 200">["Amount"]>().toEqualTypeOf<
      number | null | undefined
    >();
    type Mixed = Row<"SELECT fields(standard), Id FROM Opportunity">;
    expectTypeOf<Mixed["Id"]>().toEqualTypeOf<Id<"Opportunity">>();
    expectTypeOf<Mixed["Name"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<
      keyof Row<"SELECT FIELDS(CUSTOM) FROM Opportunity LIMIT 200">
    >().toEqualTypeOf<"attributes">();
  });
});

describe("parents", () => {
  it("are objects of their own, null where the lookup may be empty", () => {
    expectTypeOf<Row<"SELECT Owner.Name, Owner.Email, Parent.Name FROM Account">>().toEqualTypeOf<{
      attributes: RecordAttributes<"Account">;
      Owner: { attributes: RecordAttributes<"User">; Name: string; Email: string };
      Parent: { attributes: RecordAttributes<"Account">; Name: string } | null;
    }>();
  });

  it("go five deep, null carried through", () => {
    type Found = Row<"SELECT Contact.Account.Parent.Owner.Manager.Name FROM Case">;
    expectTypeOf<NonNullable<NonNullable<Found["Contact"]>["Account"]>["Parent"]>()
      .extract<null>()
      .toEqualTypeOf<null>();
    type Owner = NonNullable<NonNullable<NonNullable<Found["Contact"]>["Account"]>["Parent"]>["Owner"];
    expectTypeOf<Owner>().toEqualTypeOf<{
      attributes: RecordAttributes<"User">;
      Manager: { attributes: RecordAttributes<"User">; Name: string } | null;
    }>();
  });

  it("of several targets answer as Name", () => {
    expectTypeOf<Row<"SELECT What.Name, What.Type, Who.Id FROM Task">>().toEqualTypeOf<{
      attributes: RecordAttributes<"Task">;
      What: { attributes: RecordAttributes<"Name">; Name: string | null; Type: string } | null;
      Who: { attributes: RecordAttributes<"Name">; Id: string } | null;
    }>();
  });

  it("of several targets are unknown where only some have the field", () => {
    type Found = Row<"SELECT Owner.ProfileId FROM Case">;
    expectTypeOf<Found["Owner"]["ProfileId"]>().toEqualTypeOf<unknown>();
  });

  it("TYPEOF gives a union", () => {
    type Found =
      Row<"SELECT TYPEOF What WHEN Account THEN Phone, Name WHEN Opportunity THEN Amount ELSE Name END, Subject FROM Task">;
    type What = NonNullable<Found["What"]>;
    type Type<W, T> = W extends { attributes: { type: infer U } } ? ([U] extends [T] ? W : never) : never;
    expectTypeOf<Type<What, "Account">>().toEqualTypeOf<{
      attributes: RecordAttributes<"Account">;
      Phone: string | null;
      Name: string;
    }>();
    expectTypeOf<Type<What, "Opportunity">>().toEqualTypeOf<
      Of<"Opportunity"> & Pick<Opportunity, "Amount"> extends infer R ? { [K in keyof R]: R[K] } : never
    >();
    type Other = Exclude<What, Type<What, "Account"> | Type<What, "Opportunity">>;
    expectTypeOf<Other["Name"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Other["attributes"]["type"]>().toEqualTypeOf<
      "Asset" | "Campaign" | "Case" | "Contract" | "Order" | "Product2"
    >();
    expectTypeOf<null>().toExtend<Found["What"]>();
  });

  it("TYPEOF in any case, alone, and of a parent that is always there", () => {
    type Found = Row<"select typeof owner when user then name, email end from case">;
    expectTypeOf<Found>().toEqualTypeOf<{
      attributes: RecordAttributes<"Case">;
      Owner: { attributes: RecordAttributes<"User">; Name: string; Email: string } | null;
    }>();
  });
});

describe("children", () => {
  it("keep the form of the wire", () => {
    expectTypeOf<
      Row<"SELECT Id, (SELECT Id, LastName, Account.Name FROM Contacts) FROM Account">
    >().toEqualTypeOf<{
      attributes: RecordAttributes<"Account">;
      Id: Id<"Account">;
      Contacts: ChildRows<{
        attributes: RecordAttributes<"Contact">;
        Id: Id<"Contact">;
        LastName: string;
        Account: { attributes: RecordAttributes<"Account">; Name: string } | null;
      }> | null;
    }>();
    expectTypeOf<ChildRows<1>>().toEqualTypeOf<{ totalSize: number; done: true; records: 1[] }>();
  });

  it("may be several, nested, first in the list, and have clauses of their own", () => {
    type Found = Row<`
      SELECT (SELECT Id, (SELECT Subject FROM Tasks) FROM Contacts WHERE (Email = null OR LastName IN ('a)', 'b')) LIMIT 2),
        Name, (SELECT Name FROM Account.Opportunities ORDER BY Amount DESC), Owner.Name
      FROM Account`>;
    expectTypeOf<keyof Found>().toEqualTypeOf<
      "attributes" | "Contacts" | "Name" | "Opportunities" | "Owner"
    >();
    type Contact = NonNullable<Found["Contacts"]>["records"][number];
    expectTypeOf<
      NonNullable<Contact["Tasks"]>["records"][number]["attributes"]["type"]
    >().toEqualTypeOf<"Task">();
    expectTypeOf<NonNullable<Found["Opportunities"]>["records"][number]["Name"]>().toEqualTypeOf<string>();
    expectTypeOf<Row<"select (select lastname from contacts) from account">>().toEqualTypeOf<
      Row<"SELECT (SELECT LastName FROM Contacts) FROM Account">
    >();
  });
});

describe("aggregates", () => {
  type Group = { attributes: { type: "AggregateResult" } };

  it("have the names they are given, or exprN", () => {
    expectTypeOf<
      Row<"SELECT Industry, COUNT(Id) total, SUM(AnnualRevenue), MAX(CreatedDate) latest, AVG(NumberOfEmployees) FROM Account GROUP BY Industry">
    >().toEqualTypeOf<{
      attributes: { type: "AggregateResult" };
      Industry: Account["Industry"];
      total: number;
      expr0: number | null;
      latest: DateTimeString | null;
      expr1: number | null;
    }>();
    expectTypeOf<Row<"SELECT COUNT_DISTINCT(OwnerId), MIN(Name) FROM Account">>().toEqualTypeOf<{
      [K in keyof (Group & { expr0: number; expr1: string | null })]: (Group & {
        expr0: number;
        expr1: string | null;
      })[K];
    }>();
  });

  it("group by parents, under the last word of the path or an alias", () => {
    type Found =
      Row<"select account.name, account.owner.name boss, count(id) n from contact group by account.name, account.owner.name">;
    expectTypeOf<Found>().toEqualTypeOf<{
      attributes: { type: "AggregateResult" };
      Name: string | null;
      boss: string | null;
      n: number;
    }>();
  });

  it("group by functions of dates, and without any aggregate", () => {
    expectTypeOf<
      Row<"SELECT CALENDAR_YEAR(CloseDate) y, FISCAL_QUARTER(CloseDate), DAY_ONLY(convertTimezone(CreatedDate)) d FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate), FISCAL_QUARTER(CloseDate), DAY_ONLY(convertTimezone(CreatedDate))">
    >().toEqualTypeOf<{
      attributes: { type: "AggregateResult" };
      y: number | null;
      expr0: number | null;
      d: DateString | null;
    }>();
    expectTypeOf<Row<"SELECT Name FROM Account GROUP BY Name HAVING COUNT(Id) > 1">>().toEqualTypeOf<{
      attributes: { type: "AggregateResult" };
      Name: string;
    }>();
  });

  it("subtotals leave fields empty", () => {
    expectTypeOf<
      Row<"SELECT Name, GROUPING(Name) g, COUNT(Id) n FROM Account GROUP BY ROLLUP(Name)">
    >().toEqualTypeOf<{
      attributes: { type: "AggregateResult" };
      Name: string | null;
      g: number;
      n: number;
    }>();
  });

  it("COUNT() gives no rows", async () => {
    const query = sf.query("SELECT COUNT() FROM Account WHERE Name != null");
    expectTypeOf(query).toEqualTypeOf<Query<never>>();
    expectTypeOf(await query.all()).toEqualTypeOf<never[]>();
    expectTypeOf(await query.first()).toEqualTypeOf<null>();
  });
});

describe("functions of fields", () => {
  it("toLabel and FORMAT give text, under their alias or the field's name", () => {
    expectTypeOf<
      Row<"SELECT toLabel(Industry), toLabel(Rating) rating, FORMAT(CreatedDate) made FROM Account">
    >().toEqualTypeOf<{
      attributes: RecordAttributes<"Account">;
      Industry: string | null;
      rating: string | null;
      made: string;
    }>();
  });

  it("toLabel of a parent stands in the parent", () => {
    expectTypeOf<Row<"SELECT toLabel(Parent.Industry) FROM Account">["Parent"]>().toEqualTypeOf<{
      attributes: RecordAttributes<"Account">;
      Industry: string | null;
    } | null>();
  });

  it("convertCurrency gives a number, formatted text", () => {
    type Found =
      Row<"SELECT convertCurrency(Amount), FORMAT(convertCurrency(Amount)) shown FROM Opportunity">;
    expectTypeOf<Found["Amount"]>().toEqualTypeOf<number | null>();
    expectTypeOf<Found["shown"]>().toEqualTypeOf<string | null>();
  });

  it("DISTANCE is a number", () => {
    expectTypeOf<
      Row<"SELECT DISTANCE(BillingAddress, GEOLOCATION(37.7, -122.4), 'mi') far FROM Account">["far"]
    >().toEqualTypeOf<number | null>();
  });
});

describe("what is not known", () => {
  it("text that is made at run time has untyped rows, or those that are named", () => {
    const text = "SELECT Id FROM Account" as string;
    expectTypeOf(sf.query(text)).toEqualTypeOf<Query<UntypedRow>>();
    expectTypeOf(sf.query<{ Id: string }>(text)).toEqualTypeOf<Query<{ Id: string }>>();
    interface Named {
      Id: string;
    }
    expectTypeOf(sf.query<Named>("SELECT Id FROM Account")).toEqualTypeOf<Query<Named>>();
    expectTypeOf(sf.query<Named>("SELECT Nope FROM Nowhere")).toEqualTypeOf<Query<Named>>();
    sf.query(text, { name: "x" }, { timeout: 1 });
    sf.query(text, { timeout: 1 });
  });

  it("holes in literals leave a row typed; holes anywhere else do not", () => {
    const value = "x" as string;
    expectTypeOf(sf.query(`SELECT Id FROM Account WHERE Name = '${value}'`)).toEqualTypeOf(
      sf.query("SELECT Id FROM Account"),
    );
    expectTypeOf(sf.query(`SELECT Id, ${value} FROM Account`)).toEqualTypeOf<Query<UntypedRow>>();
    expectTypeOf(sf.query(`SELECT Id FROM ${value}`)).toEqualTypeOf<Query<UntypedRow>>();
    expectTypeOf(sf.query(`SELECT Id FROM Account ${value}`)).toEqualTypeOf<Query<UntypedRow>>();
  });

  it("text that these types cannot read is no error", () => {
    expectTypeOf(sf.query("FIND {x} IN ALL FIELDS")).toEqualTypeOf<Query<UntypedRow>>();
    expectTypeOf(sf.query("")).toEqualTypeOf<Query<UntypedRow>>();
    expectTypeOf(sf.query("SELECT Id")).toEqualTypeOf<Query<UntypedRow>>();
    expectTypeOf(sf.query("SELECT NEWLY_INVENTED(Id, Name) x FROM Account")).toEqualTypeOf<
      Query<UntypedRow>
    >();
    expectTypeOf(sf.query("SELECT c.Id FROM Contact c, c.Account a WHERE a.Name = 'x'")).toEqualTypeOf<
      Query<UntypedRow>
    >();
    expectTypeOf(sf.query("SELECT Id FROM Contact, Contact.Account a")).toEqualTypeOf<Query<UntypedRow>>();
    expectTypeOf(sf.query("SELECT (SELECT Id FROM Contacts FROM Account")).toEqualTypeOf<Query<UntypedRow>>();
    expectTypeOf(sf.query("SELECT Id i FROM Account")).toEqualTypeOf<Query<UntypedRow>>();
    expectTypeOf(sf.query("SELECT Id, , FROM Account")).toEqualTypeOf<Query<UntypedRow>>();
    expectTypeOf(sf.query("SELECT * FROM Account")).toEqualTypeOf<Query<UntypedRow>>();
    expectTypeOf(sf.query("SELECT CALENDAR_YEAR(CreatedDate) FROM Account")).toEqualTypeOf<
      Query<UntypedRow>
    >();
  });

  it("a client without generated code takes any text", () => {
    const plain: ClientOf<Record<never, never>> = null! as ReturnType<typeof createClient>;
    expectTypeOf(plain.query("SELECT Anything FROM Anywhere")).toEqualTypeOf<Query<UntypedRow>>();
    expectTypeOf(plain.query("SELECT Id FROM X WHERE A = :a", { a: 1 })).toEqualTypeOf<Query<UntypedRow>>();
  });
});
