import { describe, expect, it } from "vitest";
import { fakeOrg, json, refusal } from "../../../support/fake-org.js";
import { smallClient } from "../../../support/small-org.js";

const value = (name: string, more: object = {}) => ({
  value: name,
  label: `The ${name}`,
  active: true,
  defaultValue: false,
  validFor: null,
  ...more,
});

const account = {
  name: "Account",
  fields: [
    { name: "Name", label: "Name", type: "string", picklistValues: [] },
    {
      name: "Industry",
      label: "Industry",
      type: "picklist",
      picklistValues: [
        value("Banking", { defaultValue: true }),
        value("Tin", { active: false }),
        value("Energy"),
      ],
    },
    { name: "Active__c", label: "Active", type: "boolean", picklistValues: [] },
    {
      name: "Key__c",
      label: "Key",
      type: "picklist",
      controllerName: "Industry",
      // Of Banking, Tin and Energy, the highest bit first.
      picklistValues: [
        value("A", { validFor: "gAAA" }),
        value("B", { validFor: "IAAA" }),
        value("AB", { validFor: "oAAA" }),
        value("none"),
      ],
    },
    {
      name: "Colors__c",
      label: "Colors",
      type: "multipicklist",
      controllerName: "Active__c",
      picklistValues: [value("Red", { validFor: "gAAA" }), value("Blue", { validFor: "QAAA" })],
    },
  ],
  recordTypeInfos: [
    { developerName: "Master", recordTypeId: "012000000000000AAA", master: true },
    { developerName: "Partner", recordTypeId: "012000000000001AAA", master: false },
  ],
};

/** As an untyped caller has it: the fields of the small org's types do not depend on each other. */
const picklistOf = (sf: ReturnType<typeof smallClient>) =>
  sf.Account.picklist as unknown as (field: string, options: object) => Promise<{ value: string }[]>;

const values = (entries: readonly { value: string }[]) => entries.map((entry) => entry.value);

describe("a picklist", () => {
  it("has the values that can be chosen, with labels, in the org's order", async () => {
    const sf = smallClient(fakeOrg(() => json(account)));
    expect(await sf.Account.picklist("Industry")).toEqual([
      { value: "Banking", label: "The Banking", isDefault: true },
      { value: "Energy", label: "The Energy", isDefault: false },
    ]);
    expect(values(await sf.Account.picklist("Industry", { inactive: true }))).toEqual([
      "Banking",
      "Tin",
      "Energy",
    ]);
  });

  it("that depends on another has those offered for its value", async () => {
    const ask = picklistOf(smallClient(fakeOrg(() => json(account))));
    const key = async (controlledBy: string) => values(await ask("Key__c", { controlledBy }));
    expect(await key("Banking")).toEqual(["A", "AB"]);
    expect(await key("Energy")).toEqual(["B", "AB"]);
    expect(await key("Tin")).toEqual([]);
    expect(values(await ask("Colors__c", { controlledBy: true }))).toEqual(["Blue"]);
    expect(values(await ask("Colors__c", { controlledBy: false }))).toEqual(["Red"]);
  });

  it("that depends on a value listed twice has what is offered for either", async () => {
    const [name, industry, ...rest] = account.fields;
    const twice = { ...industry, picklistValues: [value("Banking"), value("Energy"), value("Banking")] };
    const described = { ...account, fields: [name, twice, ...rest] };
    const ask = picklistOf(smallClient(fakeOrg(() => json(described))));
    expect(values(await ask("Key__c", { controlledBy: "Banking" }))).toEqual(["A", "B", "AB"]);
  });

  it.each([
    ["Name", undefined, "Account.Name has no values"],
    ["Nope", undefined, "Account.Nope has no values"],
    ["Industry", "x", "Account.Industry does not depend"],
    ["Key__c", "Baking", "Account.Key__c depends on Industry"],
  ])("%s for %s is refused", async (field, controlledBy, message) => {
    const ask = picklistOf(smallClient(fakeOrg(() => json(account))));
    const call = ask(field, { ...(controlledBy !== undefined && { controlledBy }) });
    await expect(call).rejects.toMatchObject({
      name: "SettingsError",
      message: expect.stringContaining(message),
    });
  });
});

describe("a record type", () => {
  it("is found by its developer name", async () => {
    const sf = smallClient(fakeOrg(() => json(account)));
    const find = sf.Account.recordTypeId as (name: string) => Promise<string>;
    expect(await find("Partner")).toBe("012000000000001AAA");
    await expect(find("Patner")).rejects.toThrow("There are Master, Partner.");
  });
});

describe("the describe behind them", () => {
  it("is asked once, and again after a failure", async () => {
    const org = fakeOrg((_, count) => (count === 1 ? refusal(403, "INSUFFICIENT_ACCESS") : json(account)));
    const sf = smallClient(org);
    await expect(sf.Account.picklist("Industry")).rejects.toMatchObject({ name: "ForbiddenError" });
    await Promise.all([sf.Account.picklist("Industry"), sf.Account.picklist("Key__c")]);
    await sf.Account.picklist("Industry");
    expect(org.sent).toHaveLength(2);
  });
});
