import type { AppMenuItem, Id, RichTextImage, Tab, ThemeItem, WorkflowRule } from "orgtype";
import { richTextImages } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
declare const accountId: Id<"Account">;
declare const contactId: Id<"Contact">;

describe("what users see", () => {
  it("is told in Salesforce's words", async () => {
    expectTypeOf(await sf.tabs()).toEqualTypeOf<Tab[]>();
    expectTypeOf(await sf.theme()).toEqualTypeOf<ThemeItem[]>();
    expectTypeOf(await sf.appMenu("Salesforce1")).toEqualTypeOf<AppMenuItem[]>();
    // @ts-expect-error no menu
    sf.appMenu("Sales");
  });
});

describe("suggestions", () => {
  it("are records of the object, with the fields that were asked for", async () => {
    const { records } = await sf.suggest("Account", "acm", {
      fields: ["Industry", "AnnualRevenue"],
      where: { Industry: "Banking" },
    });
    const [first] = records;
    expectTypeOf(first!.Id).toEqualTypeOf<Id<"Account">>();
    expectTypeOf(first!.attributes.type).toEqualTypeOf<"Account">();
    expectTypeOf(first!.AnnualRevenue).toEqualTypeOf<number | null>();
    // @ts-expect-error not asked for
    void first?.Type;
    // @ts-expect-error another object's
    sf.Contact.retrieve(first!.Id);
    const plain = await sf.suggest("Account", "acm");
    expectTypeOf(plain.records[0]!).toEqualTypeOf<{
      attributes: { type: "Account"; url: string };
      Id: Id<"Account">;
      Name: (typeof first & object)["Name"];
    }>();
  });

  it("tell the objects of a list apart", async () => {
    const { records } = await sf.suggest(["Account", "Contact"], "acm", { limit: 3 });
    const [first] = records;
    expectTypeOf(first!.attributes.type).toEqualTypeOf<"Account" | "Contact">();
    expectTypeOf(first!.Id).toEqualTypeOf<Id<"Account"> | Id<"Contact">>();
  });

  it("of objects without a name may have each field", async () => {
    const [found] = (await sf.suggest("Case", "0001")).records;
    expectTypeOf(found!.Id).toEqualTypeOf<Id<"Case">>();
    expectTypeOf(found!.CaseNumber).toEqualTypeOf<string | undefined>();
  });

  it("refuse what there is not", () => {
    // @ts-expect-error no object
    sf.suggest("Acount", "acm");
    // @ts-expect-error no field
    sf.suggest("Account", "acm", { fields: ["Industri"] });
    // @ts-expect-error no value of the field
    sf.suggest("Account", "acm", { where: { AnnualRevenue: "much" } });
    // @ts-expect-error of one object only
    sf.suggest(["Account"], "acm", { fields: ["Industry"] });
    // @ts-expect-error the language is missing
    sf.suggestQueries("acm", {});
  });

  it("know the objects that are searched", async () => {
    const [object = ""] = await sf.searchScope();
    expectTypeOf(object).toExtend<string>();
  });
});

describe("workflow rules", () => {
  it("are typed by their object", async () => {
    const [rule] = await sf.rules.list("Account");
    expectTypeOf(rule).toEqualTypeOf<WorkflowRule<"Account"> | undefined>();
    expectTypeOf(await sf.rules.get("Account", rule!.id)).toEqualTypeOf<WorkflowRule<"Account">>();
    const { Account } = await sf.rules.list({ timeout: 1_000 });
    expectTypeOf(Account).toEqualTypeOf<readonly WorkflowRule[] | undefined>();
    await sf.rules.trigger([accountId]);
    // @ts-expect-error the id of a record
    sf.rules.get("Account", accountId);
  });
});

describe("images in rich texts", () => {
  it("are Blobs, found by their references", async () => {
    const [image] = richTextImages("<p>");
    expectTypeOf(image).toEqualTypeOf<RichTextImage | undefined>();
    const blob = sf.Account.richTextImage(accountId, "Description", image!.referenceId);
    expectTypeOf(blob).toEqualTypeOf<Promise<Blob>>();
  });

  it("are of fields of text", () => {
    // @ts-expect-error a number
    sf.Account.richTextImage(accountId, "AnnualRevenue", "0EM");
    // @ts-expect-error an id
    sf.Account.richTextImage(accountId, "OwnerId", "0EM");
    // @ts-expect-error the id of another object
    sf.Account.richTextImage(contactId, "Description", "0EM");
  });
});
