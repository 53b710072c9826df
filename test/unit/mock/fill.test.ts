import { readdirSync, readFileSync } from "node:fs";
import { createOrg, type Org, standardDescribes } from "orgtype/mock";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { describeSchema, type RawDescribe } from "../../../codegen/model/raw-describe.js";
import { hasOrgdata, orgdata } from "../../support/orgdata.js";
import { api } from "./api.js";
import { describeOf, field } from "./tiny-describes.js";

const now = () => new Date("2026-06-01T00:00:00Z");

const strict = describeOf("Strict__c", [
  field("Name", "string", { length: 10 }),
  field("Code__c", "string", { length: 6, unique: true, externalId: true, nillable: false }),
  field("Number__c", "double", { unique: true, precision: 5, scale: 0 }),
  field("Small__c", "double", { precision: 3, scale: 2, nillable: false }),
  field("Kind__c", "picklist", {
    restrictedPicklist: true,
    nillable: false,
    picklistValues: [
      { value: "A", label: "A", active: true, defaultValue: false, validFor: null },
      { value: "Old", label: "Old", active: false, defaultValue: false, validFor: null },
    ],
  }),
  field("Account__c", "reference", {
    referenceTo: ["Account"],
    relationshipName: "Account__r",
    nillable: false,
  }),
  field("Day__c", "date", { nillable: false }),
  field("Time__c", "time", { nillable: false }),
  field("Mail__c", "email", { length: 80, nillable: false }),
]);

describe("org.fill", () => {
  it("makes so many records, with lookups to those of the same call", () => {
    const org = createOrg({ now });
    const ids = org.fill({ Contact: 30, Account: 10, Opportunity: 20 });
    expect(Object.entries(ids).map(([name, list]) => [name, list.length])).toEqual([
      ["Contact", 30],
      ["Account", 10],
      ["Opportunity", 20],
    ]);
    const accounts = new Set(ids.Account);
    const parents = org
      .records("Contact")
      .flatMap(({ AccountId }) => (AccountId === null ? [] : [AccountId]));
    expect(parents.length).toBeGreaterThan(10);
    expect(parents.every((id) => accounts.has(String(id)))).toBe(true);
    expect(new Set(org.records("Account").map(({ Name }) => Name)).size).toBeGreaterThan(7);
    expect(
      org
        .records("Opportunity")
        .every(({ StageName, CloseDate }) => StageName !== null && CloseDate !== null),
    ).toBe(true);
  });

  it("makes the same of the same seed, and others of another", () => {
    const made = (seed?: number) => {
      const org = createOrg({ now });
      org.fill({ Account: 20, Contact: 20 }, seed === undefined ? {} : { seed });
      return JSON.stringify([org.records("Account"), org.records("Contact")]);
    };
    expect(made(42)).toBe(made(42));
    expect(made()).toBe(made());
    expect(made(42)).not.toBe(made(43));
  });

  it("keeps to every rule of the fields, also when called again", async () => {
    const org = createOrg({ now, describes: [...standardDescribes(), strict] });
    for (let times = 0; times < 2; times++) org.fill({ Account: 5, Strict__c: 50 }, { seed: times });
    const rows = org.records("Strict__c");
    expect(rows).toHaveLength(100);
    expect(new Set(rows.map(({ Code__c }) => Code__c)).size).toBe(100);
    expect(rows.every(({ Kind__c, Small__c }) => Kind__c === "A" && Math.abs(Number(Small__c)) < 10)).toBe(
      true,
    );
    expect(rows.every(({ Name }) => Name === null || String(Name).length <= 10)).toBe(true);
    // What was filled can be written back through the API.
    const [row] = rows;
    const { patch } = api(org);
    const { Kind__c, Day__c, Time__c, Mail__c } = row ?? {};
    expect(
      (await patch(`/sobjects/Strict__c/${row?.Id}`, { Kind__c, Day__c, Time__c, Mail__c })).status,
    ).toBe(204);
  });

  it("says what cannot be filled, and fills nothing then", () => {
    const org = createOrg({ describes: [...standardDescribes(), strict] });
    const fill = (counts: Record<string, number>) => () => org.fill(counts);
    expect(fill({ Nothing__c: 1 })).toThrow("fill: the org has no object `Nothing__c`.");
    expect(fill({ Account: -1 })).toThrow("`Account` is no number of records");
    expect(fill({ Account: 1.5 })).toThrow("`Account` is no number of records");
    expect(fill({ Strict__c: 1 })).toThrow("`Strict__c.Account__c` needs a record of Account");
    expect(org.records("Strict__c")).toEqual([]);
  });

  it("fills every standard object that can be created", () => {
    const org = createOrg();
    const names = standardDescribes()
      .filter(({ createable }) => createable !== false)
      .map(({ name }) => name);
    const ids = org.fill(Object.fromEntries(names.map((name) => [name, 3])));
    expect(Object.values(ids).every((list) => list.length === 3)).toBe(true);
  });
});

function filled(org: Org, names: readonly string[]): Map<string, string> {
  const refused = new Map<string, string>();
  for (const name of names) {
    try {
      org.fill({ [name]: 3 });
    } catch (error) {
      refused.set(name, String(error));
    }
  }
  return refused;
}

describe.skipIf(!hasOrgdata)("org.fill in a real org (needs ../shared/orgdata)", () => {
  it("fills each object that can be created and whose parents are there", () => {
    const describes = readdirSync(orgdata("describe-trimmed"))
      .filter((name) => name.endsWith(".json"))
      .map((name): RawDescribe => {
        const json = JSON.parse(readFileSync(orgdata(`describe-trimmed/${name}`), "utf8"));
        return v.parse(describeSchema, json.body ?? json);
      });
    const byName = new Map(describes.map((raw) => [raw.name, raw]));
    const org = createOrg({ describes: [...byName.values()] });
    const createable = [...byName.values()].filter((raw) => raw.createable !== false).map(({ name }) => name);
    // Parents may come later in the list: a second round finds them.
    const later = [...filled(org, createable).keys()];
    const refused = filled(org, [...filled(org, later).keys()]);
    const others = [...refused].filter(([, reason]) => !/needs a record of|cannot be created/.test(reason));
    expect(others).toEqual([]);
    expect(refused.size).toBeLessThan(createable.length / 4);
  }, 240_000);
});
