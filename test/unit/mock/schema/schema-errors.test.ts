import { describe, expect, it } from "vitest";
import {
  address,
  autoNumber,
  currency,
  date,
  describeObjects,
  double,
  encryptedText,
  type FieldDefinition,
  type FieldOptions,
  formula,
  geolocation,
  lookup,
  masterDetail,
  type ObjectOptions,
  object,
  personName,
  picklist,
  standardObjects,
  text,
} from "../../../../mock/schema/index.js";
import { isOrgtypeError } from "../../../../src/errors.js";

function thing(fields: Readonly<Record<string, FieldDefinition>>, options: Partial<ObjectOptions> = {}) {
  return object("Thing__c", { label: "Thing", prefix: "a07", ...options }, fields);
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (isOrgtypeError(error, "SettingsError") && error.code === "settings.schema") return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("a field that cannot be is refused by its name, with the fix", () => {
  it.each<[string, FieldDefinition, RegExp]>([
    ["no length", text(0), /^Thing__c\.F__c: length must be a whole number from 1 to 131072, but is 0\.$/],
    ["half a character", text(1.5), /length must be a whole number/],
    ["too many digits", currency(19, 2), /precision must be a whole number from 1 to 18, but is 19/],
    ["more behind the point than in all", double(2, 3), /scale must be a whole number from 0 to 2, but is 3/],
    ["an encrypted text too long", encryptedText(176), /length must be a whole number from 1 to 175/],
    [
      "a default too long",
      text(3, { default: "long" }),
      /the default has 4 characters, more than its length 3/,
    ],
    [
      "a default that is no number",
      double(2, 0, { default: Number.NaN }),
      /the default must be a number, but is NaN/,
    ],
    ["a value twice", picklist(["A", "A"]), /lists the value "A" twice/],
    ["a default not offered", picklist(["A"], { default: "B" }), /the default "B" is not one of its values/],
    [
      "dependent, on what?",
      picklist([{ value: "A", for: ["X"] }]),
      /has values that depend, but no controller/,
    ],
    [
      "a controller not there",
      picklist(["A"], { controller: "X__c" }),
      /controller X__c is no picklist or boolean/,
    ],
    ["no target", lookup([]), /refers to no object\. Name at least one\./],
    [
      "a child name without __r",
      lookup("User", { children: "Things" }),
      /must end with __r\. Use "Things__r"\./,
    ],
    ["no third master", masterDetail("User", { order: 2 as 0 }), /order must be a whole number from 0 to 1/],
    ["no number in it", autoNumber("INV"), /"INV" is no display format\. Write it as INV-\{0000\}\./],
    ["an empty formula", formula(date(), " "), /the formula is empty/],
    ["a compound formula", formula(geolocation(), "A__c"), /a formula cannot give a compound field/],
    [
      "required and read-only",
      text(5, { required: true, readOnly: true }),
      /is required and readOnly at once/,
    ],
    ["an option unknown", date({ lenght: 5 } as FieldOptions), /has no option "lenght"/],
  ])("%s", (_, field, message) => {
    expect(refusal(() => thing({ F__c: field }))).toMatch(message);
  });

  it.each<[string, FieldDefinition, RegExp]>([
    ["Billing", address(), /the name of an address must end with Address/],
    ["Place", geolocation(), /a geolocation's name must end with __c/],
    ["FullName", personName(), /a person's name must be called Name/],
    ["Boss", lookup("User"), /has a name from which no relationship name follows/],
    ["2nd__c", date(), /"2nd__c" is not an API name/],
    ["Two__Parts__Here__c", date(), /is not an API name/],
    ["Trailing___c", date(), /is not an API name/],
    ['a-b"]', date(), /is not an API name/],
    [`${"A".repeat(41)}__c`, date(), /the name has 41 characters before __c\. Use at most 40\./],
  ])("named %s", (name, field, message) => {
    expect(refusal(() => thing({ [name]: field }))).toMatch(message);
  });

  it("that no builder made", () => {
    expect(refusal(() => thing({ F__c: "text" as unknown as FieldDefinition }))).toBe(
      "Thing__c.F__c: is not made by a field builder.",
    );
  });

  it("that is there twice, since names ignore case", () => {
    expect(refusal(() => thing({ Due__c: date(), DUE__c: date() }))).toMatch(/has the field DUE__c twice/);
  });

  it("that depends on a value its controller does not have", () => {
    const fields = {
      Country__c: picklist(["FR"]),
      State__c: picklist([{ value: "TX", for: ["US"] }], { controller: "Country__c" }),
    };
    expect(refusal(() => thing(fields))).toBe(
      'Thing__c.State__c: "TX" is offered for "US", which Country__c does not have.',
    );
  });
});

describe("objects that cannot be are refused", () => {
  it("by their own options", () => {
    expect(refusal(() => thing({}, { prefix: "a0" }))).toMatch(
      /the prefix "a0" is not three letters or digits/,
    );
    expect(refusal(() => thing({}, { lable: "Thing" } as Partial<ObjectOptions>))).toMatch(
      /has no option "lable"/,
    );
    expect(refusal(() => thing({}, { label: "" }))).toMatch(/Thing__c: the label is empty/);
    expect(refusal(() => object("Thing c", { label: "Thing", prefix: "a07" }, {}))).toMatch(
      /is not an API name/,
    );
  });

  it("by what else is in the org", () => {
    const org = (...fields: Readonly<Record<string, FieldDefinition>>[]) =>
      describeObjects([...standardObjects, ...fields.map((entry) => thing(entry))]);
    expect(refusal(() => org({}, {}))).toBe("Thing__c: has the same name as Thing__c.");
    expect(refusal(() => describeObjects([...standardObjects, thing({}, { prefix: "001" })]))).toBe(
      "Thing__c: has the same prefix as Account.",
    );
    expect(refusal(() => org({ To__c: lookup("Acount") }))).toBe(
      "Thing__c.To__c: refers to Acount, which is not among the objects. Add it, or start from standardObjects.",
    );
    expect(refusal(() => org({ To__c: lookup("Account", { children: "Invoices__r" }) }))).toBe(
      "Thing__c.To__c: gives Account the child relationship Invoices__r, as Invoice__c.Account__c does.",
    );
  });
});
