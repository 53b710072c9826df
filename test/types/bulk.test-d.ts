import type { BulkLoad, BulkQuery, BulkQueryCheckpoint, Id } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
declare const checkpoint: BulkQueryCheckpoint;

type RowOf<Q> = Q extends BulkQuery<infer Row> ? Row : never;

describe("the row of a bulk query", () => {
  it("is that of the text, without attributes at any depth", () => {
    const query = sf.bulk.query("SELECT Id, Name, NumberOfEmployees, Owner.Name FROM Account");
    expectTypeOf<RowOf<typeof query>>().toEqualTypeOf<{
      Id: Id<"Account">;
      Name: string;
      NumberOfEmployees: number | null;
      Owner: { Name: string };
    }>();
  });

  it("has parents that may be null", () => {
    const query = sf.bulk.query("SELECT Account.Name FROM Contact");
    expectTypeOf<RowOf<typeof query>>().toEqualTypeOf<{ Account: { Name: string } | null }>();
  });

  it("is text by column where nothing is to be made of it", () => {
    const query = sf.bulk.query("SELECT Id FROM Account", { raw: true });
    expectTypeOf<RowOf<typeof query>>().toEqualTypeOf<Record<string, string>>();
  });

  it("is what is named of text that is not known", () => {
    const query = sf.bulk.query<{ Id: string }>("SELECT Id FROM " + "Account");
    expectTypeOf<RowOf<typeof query>>().toEqualTypeOf<{ Id: string }>();
    const resumed = sf.bulk.resumeQuery<{ Id: string }>(checkpoint);
    expectTypeOf<RowOf<typeof resumed>>().toEqualTypeOf<{ Id: string }>();
  });
});

describe("a bulk query", () => {
  it("asks for its binds, and checks them", () => {
    sf.bulk.query("SELECT Id FROM Account WHERE Name = :name", { name: "Acme" }, { pageRows: 100 });
    // @ts-expect-error the bind is missing
    sf.bulk.query("SELECT Id FROM Account WHERE Name = :name");
    // @ts-expect-error Name is text
    sf.bulk.query("SELECT Id FROM Account WHERE Name = :name", { name: 5 });
  });

  it("refuses fields and options that are not there", () => {
    // @ts-expect-error no such field
    sf.bulk.query("SELECT Nmae FROM Account");
    // @ts-expect-error no such option
    sf.bulk.query("SELECT Id FROM Account", { pageSize: 5 });
  });
});

describe("a bulk load", () => {
  it("takes what a single call takes, and gives it back with what became of it", () => {
    const load = sf.bulk.insert("Contact", [{ LastName: "Reed" }]);
    type Loaded = Awaited<typeof load>;
    expectTypeOf<Loaded["successes"][number]["id"]>().toEqualTypeOf<Id<"Contact">>();
    expectTypeOf<Loaded["failures"][number]["input"]["LastName"]>().toEqualTypeOf<string>();
    expectTypeOf<Loaded>().toExtend<BulkLoad<unknown>>();
  });

  it("refuses records that a single call would refuse", () => {
    // @ts-expect-error LastName is missing
    sf.bulk.insert("Contact", [{ FirstName: "A" }]);
    // @ts-expect-error no such field
    sf.bulk.insert("Contact", [{ LastName: "Reed", Nmae: "x" }]);
    // @ts-expect-error Id is missing
    sf.bulk.update("Contact", [{ LastName: "Reed" }]);
    // @ts-expect-error CreatedDate is read only
    sf.bulk.update("Contact", [{ Id: "003000000000001AAA", CreatedDate: "2030-01-01T00:00:00Z" }]);
    // @ts-expect-error no such object
    sf.bulk.insert("Contcat", []);
    // @ts-expect-error of another object
    sf.bulk.delete("Contact", ["" as Id<"Account">]);
    // @ts-expect-error no external id
    sf.bulk.upsert("Contact", "LastName", []);
  });

  it("takes iterables of all kinds", () => {
    sf.bulk.insert("Contact", new Set([{ LastName: "Reed" }]));
    sf.bulk.insert(
      "Contact",
      (async function* () {
        yield { LastName: "Reed" };
      })(),
    );
    sf.bulk.insert("Contact", new ReadableStream<Uint8Array>());
    sf.bulk.insert("Contact", new ReadableStream<string>());
    sf.bulk.insert("Contact", new ReadableStream<{ LastName: string }>());
    sf.bulk.insert("Contact", new Blob(["LastName\nReed\n"]), { delimiter: ";" });
    sf.bulk.delete("Contact", ["003000000000001AAA"]);
    // @ts-expect-error CSV as one text is given as a Blob
    sf.bulk.insert("Contact", "LastName\nReed\n");
    // @ts-expect-error records of the stream lack LastName
    sf.bulk.insert("Contact", new ReadableStream<{ FirstName: string }>());
  });
});
