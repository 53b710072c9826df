import type { Client as ClientOf, Id, MultiPicklist, OpenPicklist } from "orgtype";
import { describe, expectTypeOf, it } from "vitest";

/** As generated for an object with dependent picklists: of a closed list, an open one and a checkbox, and in a chain. */
interface Org {
  Site__c: {
    fields: {
      Id: Id<"Site__c">;
      Name: string;
      Key__c: string | null;
      Country__c: "US" | "CA" | "FR" | null;
      State__c: "NY" | "TX" | "ON" | null;
      City__c: OpenPicklist<"Albany" | "Austin" | "Dallas"> | null;
      Kind__c: OpenPicklist<"Shop" | "Depot"> | null;
      Size__c: "Small" | "Large" | null;
      Open__c: boolean;
      Reason__c: "Repairs" | "Holiday" | "Sale" | null;
      Tags__c: MultiPicklist<"Red" | "Blue"> | null;
    };
    parents: Record<never, never>;
    polymorphic: Record<never, never>;
    children: Record<never, never>;
    required: "Name";
    notCreateable: "Id";
    notUpdateable: "Id";
    externalId: "Key__c";
    notFilterable: never;
    notSortable: never;
    notGroupable: never;
    notAggregatable: never;
    recordTypes: "Retail" | "Stock";
    dependent: {
      State__c: { by: "Country__c"; values: { US: "NY" | "TX"; CA: "ON"; FR: never } };
      City__c: { by: "State__c"; values: { NY: "Albany"; TX: "Austin" | "Dallas"; ON: never } };
      Size__c: { by: "Kind__c"; values: { Shop: "Small" | "Large"; Depot: "Large" } };
      Reason__c: { by: "Open__c"; values: { false: "Repairs" | "Holiday"; true: "Sale" } };
      Tags__c: { by: "Country__c"; values: { US: "Red"; CA: "Red" | "Blue"; FR: never } };
    };
  };
}

declare const sf: ClientOf<Org>;
const id = "a00000000000001AAA";

describe("a literal of a dependent picklist", () => {
  it("fits the literal it depends on", async () => {
    expectTypeOf(await sf.Site__c.create({ Name: "x", Country__c: "US", State__c: "NY" })).toEqualTypeOf<
      Id<"Site__c">
    >();
    await sf.Site__c.create({ Name: "x", Country__c: "US", State__c: "TX", City__c: "Dallas" });
    await sf.Site__c.create({ Name: "x", Open__c: true, Reason__c: "Sale" });
    await sf.Site__c.create({ Name: "x", Kind__c: "Depot", Size__c: "Large" }, { allowDuplicates: true });
    await sf.Site__c.update(id, { Country__c: "CA", State__c: "ON" });
    await sf.Site__c.upsert("Key__c", "k", { Name: "x", Country__c: "CA", State__c: "ON" });
    await sf.composite((c) => c.Site__c.create({ Name: "x", Country__c: "CA", State__c: "ON" }));
  });

  it("is refused where it does not", async () => {
    // @ts-expect-error of another country
    await sf.Site__c.create({ Name: "x", Country__c: "US", State__c: "ON" });
    // @ts-expect-error a country without states
    await sf.Site__c.create({ Name: "x", Country__c: "FR", State__c: "ON" });
    // @ts-expect-error whichever comes first
    await sf.Site__c.create({ State__c: "ON", Country__c: "US", Name: "x" });
    // @ts-expect-error further down the chain
    await sf.Site__c.create({ Name: "x", Country__c: "US", State__c: "NY", City__c: "Austin" });
    // @ts-expect-error by a checkbox
    await sf.Site__c.create({ Name: "x", Open__c: false, Reason__c: "Sale" });
    // @ts-expect-error by an open picklist
    await sf.Site__c.create({ Name: "x", Kind__c: "Depot", Size__c: "Small" });
    // @ts-expect-error in changes
    await sf.Site__c.update(id, { Country__c: "US", State__c: "ON" });
    // @ts-expect-error in a plan
    await sf.composite((c) => c.Site__c.create({ Name: "x", Country__c: "US", State__c: "ON" }));
    // @ts-expect-error in a plan's changes
    await sf.composite((c) => c.Site__c.update(id, { Country__c: "US", State__c: "ON" }));
    // @ts-expect-error in a batch
    await sf.batch((b) => b.Site__c.create({ Name: "x", Country__c: "US", State__c: "ON" }));
  });

  it("is not judged where one of the two is unknown", async () => {
    const { state, country, text, flag } = {} as {
      state: "NY" | "ON";
      country: "US" | "CA";
      text: string;
      flag: boolean;
    };
    await sf.Site__c.create({ Name: "x", State__c: "ON" });
    await sf.Site__c.update(id, { State__c: "ON" });
    await sf.Site__c.create({ Name: "x", Country__c: null, State__c: "ON" });
    await sf.Site__c.create({ Name: "x", Country__c: "US", State__c: null });
    await sf.Site__c.create({ Name: "x", Country__c: "US", State__c: state });
    await sf.Site__c.create({ Name: "x", Country__c: country, State__c: "ON" });
    await sf.Site__c.create({ Name: "x", Country__c: country, State__c: state });
    await sf.Site__c.create({ Name: "x", Kind__c: text, Size__c: "Small" });
    await sf.Site__c.create({ Name: "x", Kind__c: "Else", Size__c: "Small" });
    await sf.Site__c.create({ Name: "x", State__c: "NY", City__c: "Elsewhere" });
    await sf.Site__c.create({ Name: "x", Open__c: flag, Reason__c: "Sale" });
    await sf.Site__c.create({ Name: "x", Country__c: "CA", Tags__c: "Red;Blue" });
    await sf.Site__c.create({ Name: "x", Country__c: "CA", Tags__c: ["Red", "Blue"].join(";") });
    // @ts-expect-error none of them is a state of France
    await sf.Site__c.create({ Name: "x", Country__c: "FR", State__c: state });
  });

  it("leaves the other rules as they are", async () => {
    const record: Parameters<typeof sf.Site__c.createMany>[0][number] = { Name: "x" };
    await sf.Site__c.create(record);
    await sf.Site__c.create({ ...record, Country__c: "US" });
    // @ts-expect-error misspelt field
    await sf.Site__c.create({ Name: "x", Contry__c: "US" });
    // @ts-expect-error no value at all
    await sf.Site__c.create({ Name: "x", Country__c: "US", State__c: "QQ" });
    // @ts-expect-error the name is missing
    await sf.Site__c.create({ Country__c: "US", State__c: "NY" });
    // @ts-expect-error read-only field
    await sf.Site__c.update(id, { Id: id });
  });
});

describe("the values of a dependent picklist", () => {
  it("are those offered for a literal, or all", async () => {
    const { country, text } = {} as { country: "US" | "CA"; text: string };
    const us = await sf.Site__c.picklist("State__c", { controlledBy: "US" });
    expectTypeOf(us[0]!.value).toEqualTypeOf<"NY" | "TX">();
    const none = await sf.Site__c.picklist("State__c", { controlledBy: "FR" });
    expectTypeOf(none[0]!.value).toEqualTypeOf<never>();
    const either = await sf.Site__c.picklist("State__c", { controlledBy: country });
    expectTypeOf(either[0]!.value).toEqualTypeOf<"NY" | "TX" | "ON">();
    const all = await sf.Site__c.picklist("State__c");
    expectTypeOf(all[0]!.value).toEqualTypeOf<"NY" | "TX" | "ON">();
    const open = await sf.Site__c.picklist("Reason__c", { controlledBy: true });
    expectTypeOf(open[0]!.value).toEqualTypeOf<"Sale">();
    const sizes = await sf.Site__c.picklist("Size__c", { controlledBy: text });
    expectTypeOf(sizes[0]!.value).toEqualTypeOf<"Small" | "Large">();
    const tags = await sf.Site__c.picklist("Tags__c", { controlledBy: "US" });
    expectTypeOf(tags[0]!.value).toEqualTypeOf<"Red">();
  });

  it("that can no longer be chosen are not in the types", async () => {
    const values = await sf.Site__c.picklist("State__c", { controlledBy: "US", inactive: true });
    expectTypeOf(values[0]!.value).toEqualTypeOf<OpenPicklist<"NY" | "TX">>();
  });

  it("are asked for by a value of the field they depend on", async () => {
    // @ts-expect-error no such country
    await sf.Site__c.picklist("State__c", { controlledBy: "UK" });
    // @ts-expect-error a checkbox is true or false
    await sf.Site__c.picklist("Reason__c", { controlledBy: "yes" });
    // @ts-expect-error depends on nothing
    await sf.Site__c.picklist("Country__c", { controlledBy: "US" });
  });
});

describe("record types", () => {
  it("are known by developer name", async () => {
    const RecordTypeId = await sf.Site__c.recordTypeId("Retail");
    expectTypeOf(RecordTypeId).toEqualTypeOf<Id<"RecordType">>();
    // @ts-expect-error misspelt
    await sf.Site__c.recordTypeId("Retial");
  });
});
