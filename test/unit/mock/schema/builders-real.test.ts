import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { object } from "../../../../mock/schema/index.js";
import { hasOrgdata, orgdata } from "../../../support/orgdata.js";
import { canRebuild, type RealField, rebuild } from "./rebuild-field.js";

interface RealObject {
  readonly name: string;
  readonly customSetting: boolean;
  readonly fields: readonly (RealField & { readonly custom: boolean })[];
}

/** Objects of the recorded orgs of API version 44 or later, whose fields have 57 attributes. A custom setting is none. */
function realObjects(): readonly RealObject[] {
  return readdirSync(orgdata("describe"))
    .map((file): RealObject => JSON.parse(readFileSync(orgdata(`describe/${file}`), "utf8")))
    .filter(({ customSetting, fields }) => !customSetting && Object.keys(fields[0] ?? {}).length === 57);
}

describe.skipIf(!hasOrgdata)(
  "a field in the DSL is what Salesforce makes of such a field (needs ../shared/orgdata)",
  () => {
    it("in every attribute, for the custom fields of real orgs", () => {
      const fields = realObjects().flatMap(compareObject);
      expect(fields.flatMap(({ differences }) => differences)).toEqual([]);
      expect(fields.length).toBeGreaterThan(300);
    });
  },
);

function compareObject({ name, fields }: RealObject) {
  const isOwn = name.endsWith("__c");
  const rebuilt = fields.filter(
    (field) =>
      canRebuild(field) && ((field.custom && field.name.endsWith("__c")) || (isOwn && field.name === "Name")),
  );
  const definitions = Object.fromEntries(rebuilt.map((field) => [field.name, rebuild(field, rebuilt)]));
  const activities = fields.some((field) => field.name === "LastActivityDate");
  const options = { label: "Any", prefix: "a99", activities };
  const built = object(isOwn ? name : "Stand_In__c", options, definitions).fields;
  const ours = new Map(
    built.map(({ describe }) => [describe.name, { ...describe } as Readonly<Record<string, unknown>>]),
  );
  // What the object itself brings (Id, OwnerId, CreatedDate and so on) is compared for objects of an org's own.
  const real = fields.filter((field) => (isOwn ? ours.has(field.name) : rebuilt.includes(field)));
  return real.map((field) => ({
    differences: differences(`${name}.${field.name} ${field.type}`, field, ours.get(field.name)),
  }));
}

/** Every attribute but the one for lookup filters, for which the DSL has no words. */
function differences(
  subject: string,
  real: object,
  ours: Readonly<Record<string, unknown>> | undefined,
): string[] {
  return Object.entries(real)
    .filter(([attribute]) => attribute !== "filteredLookupInfo")
    .filter(([attribute, value]) => JSON.stringify(value) !== JSON.stringify(ours?.[attribute]))
    .map(
      ([attribute, value]) =>
        `${subject}: ${attribute} is ${JSON.stringify(value)}, ours ${JSON.stringify(ours?.[attribute])}`,
    );
}
