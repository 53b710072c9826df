import {
  type Base64,
  type Client,
  type DateString,
  type DateTimeString,
  type Id,
  jsDates,
  knownPicklists,
  type MultiPicklist,
  type TimeString,
} from "orgtype";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client<Org>;

/** As generated for an object with a field of each kind that has a form of its own. */
interface Org {
  Order__c: {
    fields: {
      Id: Id<"Order__c">;
      Name: string;
      Day__c: DateString;
      Moment__c: DateTimeString | null;
      Time__c: TimeString | null;
      Colours__c: MultiPicklist<"Red" | "Blue"> | null;
      Scan__c: Base64 | null;
      Place__c: Id<"Order__c"> | null;
    };
    parents: { Place__r: "Order__c" | null };
    polymorphic: Record<never, never>;
    children: { Orders__r: "Order__c" };
    required: "Day__c";
    notCreateable: "Id" | "Name";
    notUpdateable: "Id" | "Name";
    externalId: never;
    notFilterable: "Scan__c";
    notSortable: "Scan__c" | "Colours__c";
    notGroupable: "Scan__c";
    notAggregatable: "Colours__c";
    recordTypes: "Rush" | "Plain";
  };
}

const id = "a00000000000001AAA";

describe("without decoders", () => {
  it("values are as on the wire", async () => {
    const row = await sf.Order__c.retrieve(id, { fields: ["Day__c", "Colours__c"] });
    expectTypeOf(row.Day__c).toEqualTypeOf<DateString>();
    await sf.Order__c.update(id, { Day__c: "2030-01-31", Colours__c: "Red;Blue" });
    // @ts-expect-error a day is text
    await sf.Order__c.update(id, { Day__c: new Date() });
    // @ts-expect-error choices are one text
    await sf.Order__c.update(id, { Colours__c: ["Red"] });
  });
});

describe("with dates and lists", () => {
  const decoded = sf.with({ decode: { ...jsDates, multipicklist: "array" } });

  it("rows of each kind of read have them, parents and children included", async () => {
    const row = await decoded.Order__c.find({
      select: {
        Day__c: true,
        Moment__c: true,
        Colours__c: true,
        Place__r: { select: { Day__c: true } },
        Orders__r: { select: { Day__c: true } },
      },
    }).first();
    const day: Date | undefined = row?.Day__c;
    const moment: Date | null | undefined = row?.Moment__c;
    const colours: readonly ("Red" | "Blue")[] | null | undefined = row?.Colours__c;
    const parent: Date | undefined = row?.Place__r?.Day__c;
    const child: Date | undefined = row?.Orders__r[0]?.Day__c;
    void [day, moment, colours, parent, child];
    // @ts-expect-error no text any more
    const text: string | undefined = row?.Day__c;
    // @ts-expect-error no such choice
    const wrong: readonly "Green"[] | null | undefined = row?.Colours__c;
    void [text, wrong];
    const read = await decoded.query("SELECT Day__c FROM Order__c").first();
    expectTypeOf(read!.Day__c.getTime()).toEqualTypeOf<number>();
    // @ts-expect-error no text in rows of SOQL text either
    read!.Day__c.startsWith("2030");
  });

  it("writes take them", async () => {
    await decoded.Order__c.create({ Day__c: new Date(), Colours__c: ["Red", "Blue"] });
    await decoded.Order__c.updateMany([{ Id: id, Colours__c: [] }]);
    // @ts-expect-error text is no day here
    await decoded.Order__c.create({ Day__c: "2030-01-31" });
    // @ts-expect-error no such choice
    await decoded.Order__c.create({ Day__c: new Date(), Colours__c: ["Green"] });
  });

  it("filters take them, and what a filter always takes", () => {
    decoded.Order__c.find({
      select: { Id: true },
      where: { Day__c: { gte: new Date() }, Moment__c: "LAST_N_DAYS:30", Colours__c: { includes: ["Red"] } },
    });
    // @ts-expect-error a number is no day
    decoded.Order__c.find({ select: { Id: true }, where: { Day__c: { gte: 5 } } });
    // @ts-expect-error no operator of choices
    decoded.Order__c.find({ select: { Id: true }, where: { Colours__c: { startsWith: "R" } } });
  });

  it("only kinds and policies that there are", () => {
    sf.with({ decode: { picklist: knownPicklists({ Order__c: { Kind__c: ["A"] } }, "null") } });
    // @ts-expect-error choices are a list, or text
    sf.with({ decode: { multipicklist: "set" } });
    // @ts-expect-error a decoder makes dates, no numbers
    sf.with({ decode: { date: (text: string) => text.length } });
    // @ts-expect-error no such policy
    knownPicklists({}, "ignore");
  });
});

describe("filters by the kind of the field", () => {
  const where = (filter: Parameters<typeof sf.Order__c.count>[0]) => sf.Order__c.count(filter);

  it("of a multi-select", () => {
    where({ where: { Colours__c: { includes: ["Red;Blue"], excludes: ["Red"] } } });
    where({ where: { Colours__c: { eq: "Red;Blue", ne: null } } });
    // @ts-expect-error a list is looked for by includes
    where({ where: { Colours__c: { in: ["Red"] } } });
    // @ts-expect-error a list of choices
    where({ where: { Colours__c: { includes: "Red" } } });
    // @ts-expect-error choices have no order
    where({ where: { Colours__c: { gt: "Red" } } });
  });

  it("of a day, a moment and a time", () => {
    where({ where: { Day__c: "LAST_N_DAYS:30", Moment__c: { lt: "NEXT_FISCAL_QUARTER" } } });
    where({ where: { Time__c: { gte: "13:45:00.000Z" } } });
    // @ts-expect-error no whole number of days
    where({ where: { Day__c: "LAST_N_DAYS:many" } satisfies { Day__c: `LAST_N_DAYS:${number}` } });
    // @ts-expect-error days are not matched as text
    where({ where: { Day__c: { contains: "2030" } } });
    // @ts-expect-error a time is no number
    where({ where: { Time__c: { gte: 13 } } });
  });

  it("of a file, which none can be", () => {
    // @ts-expect-error a file cannot be filtered by
    where({ where: { Scan__c: null } });
    // @ts-expect-error nor sorted by
    sf.Order__c.find({ select: { Id: true }, orderBy: { Scan__c: "asc" } });
    // @ts-expect-error nor grouped by
    sf.Order__c.aggregate({ groupBy: { Scan__c: true }, select: { n: { count: true } } });
    // @ts-expect-error the greatest of choices is not known
    sf.Order__c.aggregate({ select: { most: { max: "Colours__c" } } });
  });
});

describe("record types", () => {
  it("are named", async () => {
    await sf.Order__c.recordTypeId("Rush");
    // @ts-expect-error the org has no such record type
    await sf.Order__c.recordTypeId("Slow");
  });
});
