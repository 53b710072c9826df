import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayFormatOf, writeAutoNumber } from "../../../../mock/schema/auto-number.js";
import * as dsl from "../../../../mock/schema/index.js";

/** What a field of the DSL is in the describe of an object of the org's own. */
function fieldsOf(fields: Readonly<Record<string, dsl.FieldDefinition>>) {
  const [described] = dsl.describeObjects([
    dsl.object("Thing__c", { label: "Thing", prefix: "a07" }, fields),
  ]);
  return new Map(described?.fields.map((field) => [field.name, field]));
}

function one(field: dsl.FieldDefinition) {
  return fieldsOf({ Field__c: field }).get("Field__c");
}

describe("a field of each type", () => {
  it.each<[string, dsl.FieldDefinition, Record<string, unknown>]>([
    [
      "time",
      dsl.time(),
      { type: "time", soapType: "xsd:time", sortable: true, groupable: false, aggregatable: false },
    ],
    [
      "base64",
      dsl.base64(),
      { type: "base64", soapType: "xsd:base64Binary", filterable: false, createable: true },
    ],
    [
      "anyType",
      dsl.anyType(),
      { type: "anyType", soapType: "xsd:anyType", createable: false, sortable: true },
    ],
    ["complexValue", dsl.complexValue(), { type: "complexvalue", createable: false, filterable: false }],
    ["json", dsl.json(), { type: "json", filterable: false, createable: true }],
    ["int", dsl.int(5), { type: "int", digits: 5, precision: 0, soapType: "xsd:int", groupable: true }],
    ["long", dsl.long(), { type: "long", digits: 18, soapType: "xsd:long" }],
    ["imageUrl", dsl.imageUrl(), { type: "url", extraTypeInfo: "imageurl", length: 255, byteLength: 765 }],
    ["combobox", dsl.combobox(["Call"]), { type: "combobox", groupable: false, sortable: true, length: 255 }],
    [
      "dataCategoryGroupReference",
      dsl.dataCategoryGroupReference(),
      { type: "datacategorygroupreference", nillable: false, filterable: false, aggregatable: true },
    ],
    [
      "encryptedText",
      dsl.encryptedText(20, { mask: "X", maskType: "lastFour" }),
      {
        type: "encryptedstring",
        encrypted: true,
        mask: "X",
        maskType: "lastFour",
        filterable: false,
        sortable: false,
      },
    ],
    ["long text", dsl.text(256), { type: "string", groupable: false, sortable: true, byteLength: 768 }],
    [
      "polymorphic lookup",
      dsl.lookup(["User", "Group"], { relationship: "Who__r" }),
      {
        referenceTo: ["Group", "User"],
        namePointing: true,
        polymorphicForeignKey: true,
        relationshipName: "Who__r",
      },
    ],
  ])("%s", (_, field, expected) => {
    expect(one(field)).toMatchObject(expected);
  });

  it("takes the label and the relationship from the name, unless told", () => {
    const fields = fieldsOf({
      Paid_By__c: dsl.lookup("User", { children: "Payments__r" }),
      acme__Due_On__c: dsl.date({ help: "Latest day" }),
      Rate__c: dsl.percent(5, 2, { label: "Rate (%)" }),
    });
    expect(fields.get("Paid_By__c")).toMatchObject({ label: "Paid By", relationshipName: "Paid_By__r" });
    expect(fields.get("acme__Due_On__c")).toMatchObject({ label: "Due On", inlineHelpText: "Latest day" });
    expect(fields.get("Rate__c")).toMatchObject({ label: "Rate (%)" });
  });

  it("is required, read-only or written once as its options say", () => {
    expect(one(dsl.text(10, { required: true }))).toMatchObject({ nillable: false, permissionable: false });
    expect(one(dsl.date({ readOnly: true }))).toMatchObject({
      createable: false,
      updateable: false,
      nillable: true,
    });
    expect(one(dsl.date({ updateable: false }))).toMatchObject({ createable: true, updateable: false });
  });
});

describe("compound fields", () => {
  it("bring the parts of an address", () => {
    const fields = fieldsOf({ BillingAddress: dsl.address(), Site__c: dsl.address() });
    expect(fields.get("BillingAddress")).toMatchObject({
      type: "address",
      createable: false,
      queryByDistance: true,
    });
    expect(fields.get("BillingState")).toMatchObject({
      label: "Billing State/Province",
      compoundFieldName: "BillingAddress",
      createable: true,
    });
    expect([...fields.keys()].filter((name) => name.startsWith("Site__"))).toEqual([
      "Site__Street__s",
      "Site__City__s",
      "Site__PostalCode__s",
      "Site__StateCode__s",
      "Site__CountryCode__s",
      "Site__Latitude__s",
      "Site__Longitude__s",
      "Site__GeocodeAccuracy__s",
      "Site__c",
    ]);
  });

  it("bring the parts of a geolocation", () => {
    const fields = fieldsOf({ Place__c: dsl.geolocation({ scale: 4 }) });
    expect(fields.get("Place__c")).toMatchObject({ type: "location", createable: false });
    expect(fields.get("Place__Latitude__s")).toMatchObject({
      type: "double",
      precision: 7,
      scale: 4,
      compoundFieldName: "Place__c",
      displayLocationInDecimal: true,
    });
  });

  it("bring the parts of a person's name, with a salutation or without", () => {
    const named = fieldsOf({ Name: dsl.personName() });
    expect(named.get("LastName")).toMatchObject({
      nillable: false,
      createable: true,
      compoundFieldName: "Name",
    });
    expect(named.get("Name")).toMatchObject({
      nameField: true,
      createable: false,
      extraTypeInfo: "personname",
    });
    expect(named.has("Salutation")).toBe(true);
    expect(fieldsOf({ Name: dsl.personName({ salutations: null }) }).has("Salutation")).toBe(false);
  });
});

describe("calculated fields", () => {
  it("are read-only and tell their formula", () => {
    expect(
      one(dsl.formula(dsl.currency(18, 2), "A__c * B__c", { blanksAsZero: true, label: "Total" })),
    ).toMatchObject({
      type: "currency",
      calculated: true,
      calculatedFormula: "A__c * B__c",
      createable: false,
      nillable: true,
      formulaTreatNullNumberAsZero: true,
      label: "Total",
    });
    expect(one(dsl.formula(dsl.boolean(), "A__c > 1"))).toMatchObject({
      nillable: false,
      defaultValue: null,
    });
  });

  it("count as their display format says, which no describe in JSON tells", () => {
    const field = fieldsOf({ Name: dsl.autoNumber("INV-{YYYY}-{0000}") }).get("Name");
    expect(field).toMatchObject({ autoNumber: true, nameField: true, createable: false, length: 80 });
    expect(field && displayFormatOf({ ...field })).toBe("INV-{YYYY}-{0000}");
    expect(field && displayFormatOf(JSON.parse(JSON.stringify(field)))).toBeUndefined();
    expect(writeAutoNumber("INV-{YYYY}-{0000}", 7, new Date("2026-03-02T00:00:00Z"))).toBe("INV-2026-0007");
    expect(writeAutoNumber("{YY}{MM}{DD}/{00}", 1234, new Date("2026-03-02T00:00:00Z"))).toBe("260302/1234");
  });

  it("never lose a digit of the number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.nat(), (width, number) => {
        const text = writeAutoNumber(`A-{${"0".repeat(width)}}`, number, new Date(0));
        expect(Number(text.slice(2))).toBe(number);
        expect(text.length).toBeGreaterThanOrEqual(2 + width);
      }),
    );
  });
});

describe("picklists", () => {
  it("take values as texts, as labels by value, or with all they have", () => {
    const values = (field: dsl.FieldDefinition) =>
      one(field)?.picklistValues?.map(({ value, label, active }) => ({ value, label, active }));
    expect(values(dsl.picklist(["A"]))).toEqual([{ value: "A", label: "A", active: true }]);
    expect(values(dsl.picklist({ A: "Alpha" }))).toEqual([{ value: "A", label: "Alpha", active: true }]);
    expect(values(dsl.picklist([{ value: "A", active: false }]))).toEqual([
      { value: "A", label: "A", active: false },
    ]);
  });

  it("mark the default", () => {
    expect(one(dsl.picklist(["Draft", "Sent"], { restricted: true, default: "Sent" }))).toMatchObject({
      restrictedPicklist: true,
      defaultedOnCreate: true,
      defaultValue: "Sent",
      picklistValues: [{ defaultValue: false }, { defaultValue: true }],
    });
  });

  it("offer a dependent value for the controlling values it names, first bit first", () => {
    const countries = Array.from({ length: 30 }, (_, index) => `C${index}`);
    const dependent = (...wanted: string[]) =>
      fieldsOf({
        Country__c: dsl.picklist(countries),
        State__c: dsl.picklist([{ value: "X", for: wanted }], { controller: "Country__c" }),
      }).get("State__c");
    expect(dependent("C0")).toMatchObject({ dependentPicklist: true, controllerName: "Country__c" });
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...countries)), (wanted) => {
        const bytes = Buffer.from(dependent(...wanted)?.picklistValues?.[0]?.validFor ?? "", "base64");
        const offered = countries.filter((_, place) => ((bytes[place >> 3] ?? 0) >> (7 - (place % 8))) & 1);
        expect(offered.sort()).toEqual([...wanted].sort());
      }),
    );
  });

  it("can depend on a boolean", () => {
    const fields = fieldsOf({
      Express__c: dsl.boolean(),
      Carrier__c: dsl.picklist(
        [
          { value: "Air", for: [true] },
          { value: "Ship", for: [false] },
        ],
        { controller: "Express__c" },
      ),
    });
    expect(fields.get("Carrier__c")?.picklistValues?.map(({ validFor }) => validFor)).toEqual([
      "QAAA",
      "gAAA",
    ]);
  });
});
