import { type Client as ClientOf, type Id, jsDates, type UiPicklistEntry, type UiValue } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";
import type { SiteSchema } from "../support/site-schema.js";

declare const sf: Client;
declare const sites: ClientOf<SiteSchema>;
declare const accountId: Id<"Account">;
declare const contactId: Id<"Contact">;
declare const siteId: Id<"Site__c">;

describe("picklists by record type", () => {
  it("have the values of the field", async () => {
    const all = await sites.Site__c.uiApi.picklist("State__c", { recordType: "Shop" });
    expectTypeOf(all).toEqualTypeOf<UiPicklistEntry<"NY" | "ON" | "Other", "US" | "CA" | "FR">[]>();
    const some = await sites.Site__c.uiApi.picklist("State__c", { controlledBy: "CA" });
    expectTypeOf(some[0]!.value).toEqualTypeOf<"ON" | "Other">();
    const reasons = await sites.Site__c.uiApi.picklist("Reason__c", { controlledBy: true });
    expectTypeOf(reasons[0]!.value).toEqualTypeOf<"Sale">();
    const busy = await sf.Event.uiApi.picklist("ShowAs");
    expectTypeOf(busy[0]!.value).toEqualTypeOf<"Busy" | "OutOfOffice" | "Free">();
  });

  it("are by field, and no others", async () => {
    const lists = await sites.Site__c.uiApi.picklists({ recordType: "012000000000000AAA" });
    expectTypeOf<keyof typeof lists>().toEqualTypeOf<
      "Country__c" | "State__c" | "Reason__c" | "Status__c" | "Goods__c"
    >();
    // @ts-expect-error may not be there
    void lists.State__c[0];
    expectTypeOf(lists.Country__c![0]!.value).toEqualTypeOf<"US" | "CA" | "FR">();
  });

  it("refuse what there is not", () => {
    // @ts-expect-error misspelt field
    sites.Site__c.uiApi.picklist("Stat__c");
    // @ts-expect-error depends on nothing
    sites.Site__c.uiApi.picklist("Country__c", { controlledBy: "x" });
    // @ts-expect-error not a value of the controlling field
    sites.Site__c.uiApi.picklist("State__c", { controlledBy: "XX" });
    // @ts-expect-error no such option
    sites.Site__c.uiApi.picklists({ controlledBy: "US" });
    // @ts-expect-error an account is no record type
    sites.Site__c.uiApi.picklists({ recordType: accountId });
  });
});

describe("records as users see them", () => {
  it("hold exactly what was selected", async () => {
    const { fields } = await sf.Account.uiApi.retrieve(accountId, {
      select: {
        Name: true,
        AnnualRevenue: true,
        Owner: { select: { Name: true } },
        Parent: { select: { Name: true, Owner: { select: { Email: true } } } },
      },
    });
    expectTypeOf(fields.Name).toEqualTypeOf<UiValue<string>>();
    expectTypeOf(fields.AnnualRevenue).toEqualTypeOf<UiValue<number | null>>();
    expectTypeOf(fields.Owner.Name).toEqualTypeOf<UiValue<string>>();
    expectTypeOf(fields.Parent!.Owner.Email).toEqualTypeOf<UiValue<string>>();
    // @ts-expect-error the parent may be missing
    void fields.Parent.Name;
    // @ts-expect-error was not selected
    void fields.Industry;
    // @ts-expect-error was not selected
    void fields.Owner.Email;
  });

  it("may lack what is optional", async () => {
    const { fields } = await sites.Site__c.uiApi.retrieve(siteId, {
      select: { Name: true },
      optional: { Cost__c: true, Manager__r: { select: { Name: true } }, Owner: { select: { Name: true } } },
    });
    expectTypeOf(fields.Name).toEqualTypeOf<UiValue<string>>();
    expectTypeOf(fields.Cost__c).toEqualTypeOf<UiValue<number | null> | undefined>();
    expectTypeOf(fields.Manager__r?.Name?.value).toEqualTypeOf<string | undefined>();
    expectTypeOf(fields.Owner?.Name?.value).toEqualTypeOf<string | null | undefined>();
    // @ts-expect-error was not selected
    void fields.Share__c;
  });

  it("have the values that the decoders give", async () => {
    const { fields } = await sites
      .with({ decode: jsDates })
      .Site__c.uiApi.retrieve(siteId, { select: { OpensOn__c: true } });
    expectTypeOf(fields.OpensOn__c.value!.getTime()).toEqualTypeOf<number>();
  });

  it("are many in the order of their ids", async () => {
    const [first] = await sf.Account.uiApi.retrieveMany([accountId], { select: { Name: true } });
    expectTypeOf(first!.fields).toEqualTypeOf<{ readonly Name: UiValue<string> }>();
    // @ts-expect-error may not be there
    void first.fields;
    const { fields } = await sf.Account.uiApi.retrieveByLayout(accountId, { modes: ["Edit"] });
    expectTypeOf(fields.Name).toEqualTypeOf<UiValue<string> | undefined>();
    expectTypeOf(fields.Owner?.Name?.value).toEqualTypeOf<string | undefined>();
  });

  it("refuse what there is not", () => {
    const { uiApi } = sf.Account;
    // @ts-expect-error the id of another object
    uiApi.retrieve(contactId, { select: { Name: true } });
    // @ts-expect-error misspelt field
    uiApi.retrieve(accountId, { select: { Nmae: true } });
    // @ts-expect-error misspelt field of a parent
    uiApi.retrieve(accountId, { select: { Owner: { select: { Nmae: true } } } });
    // @ts-expect-error a relationship needs fields
    uiApi.retrieve(accountId, { select: { Owner: true } });
    // @ts-expect-error children
    uiApi.retrieve(accountId, { select: { Contacts: { select: { LastName: true } } } });
    // @ts-expect-error compound
    uiApi.retrieve(accountId, { select: { BillingAddress: true } });
    // @ts-expect-error no list
    uiApi.retrieve(accountId, { select: ["Name"] });
    // @ts-expect-error misspelt optional field
    uiApi.retrieve(accountId, { select: { Name: true }, optional: { Nmae: true } });
    // @ts-expect-error no such layout
    uiApi.retrieveByLayout(accountId, { layoutTypes: ["Half"] });
  });
});

describe("writes", () => {
  it("take what those of the object take", async () => {
    const created = await sf.Account.uiApi.create({ Name: "Acme" });
    expectTypeOf(created.id).toEqualTypeOf<Id<"Account">>();
    expectTypeOf(created.fields.Name).toEqualTypeOf<UiValue<string> | undefined>();
    await sf.Account.uiApi.update(created.id, { Name: "Acme" }, { ifUnmodifiedSince: new Date() });
    const { record } = await sf.Account.uiApi.cloneDefaults(created.id);
    await sf.Account.uiApi.create({ ...record, Name: "Acme" });
  });

  it("refuse what there is not", () => {
    // @ts-expect-error a name is needed
    sf.Account.uiApi.create({ Rating: "Hot" });
    // @ts-expect-error read only
    sf.Account.uiApi.update(accountId, { CreatedDate: "2020-01-01T00:00:00Z" });
    // @ts-expect-error not offered there
    sites.Site__c.uiApi.create({ Code__c: "1", Country__c: "CA", State__c: "NY" });
    // @ts-expect-error no such option
    sf.Account.uiApi.update(accountId, { Name: "x" }, { assignmentRule: true });
  });
});

describe("objects", () => {
  it("have their own fields", async () => {
    const { Account, Contact } = await sf.uiApi.objectInfos(["Account", "Contact"]);
    expectTypeOf(Account!.apiName).toEqualTypeOf<"Account">();
    expectTypeOf(Contact!.fields.LastName?.label).toEqualTypeOf<string | undefined>();
    // @ts-expect-error not of accounts
    void Account!.fields.LastName;
    // @ts-expect-error may not be there
    void Account.fields;
    // @ts-expect-error no such object
    await sf.uiApi.objectInfos(["Acount"]);
  });
});
