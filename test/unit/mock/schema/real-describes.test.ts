import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { standardDescribes } from "../../../../mock/schema/index.js";
import { hasOrgdata, orgdata } from "../../../support/orgdata.js";
import { compareChildren, compareFields, type Difference } from "./compare-describes.js";
import { covers, deliberateDifferences, reasonsFor } from "./deliberate-differences.js";

/** Describes with every attribute of every field. */
const full = [
  "Account--cumulusci",
  "Campaign--grouparoo",
  "Case--cumulusci",
  "Contact--cumulusci",
  "Event--cumulusci",
  "Lead--cumulusci",
  "Opportunity--cumulusci",
  "Product2--provus",
  "Task--swiftly",
].map((file) => `describe/${file}.json`);

/** One whole org, of which 15 attributes of each field were kept: its labels and picklist values are its own. */
const trimmed = standardDescribes()
  .filter(({ custom }) => custom !== true)
  .map(({ name }) => `describe-trimmed/${name}--libertyfund.json`);

const trimmedAttributes = [
  "type",
  "custom",
  "nillable",
  "filterable",
  "sortable",
  "groupable",
  "aggregatable",
  "extraTypeInfo",
  "referenceTo",
  "relationshipName",
];

/** Whole orgs' lists of objects, each with the objects it describes as an org with all licences would. */
const traitsFrom = { "global/nango-devorg.json": "*", "global/cumulusci-scratch-org.json": "Campaign" };

const traits = [
  "keyPrefix",
  "label",
  "labelPlural",
  "custom",
  "activateable",
  "createable",
  "deepCloneable",
  "deletable",
  "feedEnabled",
  "layoutable",
  "mergeable",
  "mruEnabled",
  "queryable",
  "replicateable",
  "retrieveable",
  "searchable",
  "triggerable",
  "undeletable",
  "updateable",
];

const fieldNames = (file: string): string[] =>
  JSON.parse(readFileSync(orgdata(file), "utf8")).fields.map((field: { name: string }) => field.name);

const show = ({ object, subject, attribute }: Difference) => `${object}.${subject} ${attribute}`;
const unexplained = (differences: readonly Difference[]) =>
  differences.filter((difference) => reasonsFor(difference).length === 0).map(show);

describe.skipIf(!hasOrgdata)(
  "the standard objects are as real orgs describe them (needs ../shared/orgdata)",
  () => {
    it.each(full)("%s: all attributes", (file) => {
      const { compared, differences } = compareFields(file);
      expect(compared).toBeGreaterThan(1000);
      expect(unexplained(differences)).toEqual([]);
    });

    it.each(trimmed)("%s: what was kept of it", (file) => {
      const { compared, differences } = compareFields(file, trimmedAttributes);
      expect(compared).toBeGreaterThan(50);
      expect(unexplained(differences)).toEqual([]);
    });

    it.each([...full, ...trimmed])("%s: child relationships", (file) => {
      expect(unexplained(compareChildren(file).differences)).toEqual([]);
    });

    it("has every deliberate difference for a reason that still holds", () => {
      const found = [
        ...full.flatMap((file) => compareFields(file).differences),
        ...trimmed.flatMap((file) => compareFields(file, trimmedAttributes).differences),
        ...[...full, ...trimmed].flatMap((file) => compareChildren(file).differences),
      ];
      const unused = deliberateDifferences
        .flatMap(({ where }) => where)
        .filter((pattern) => !found.some((difference) => covers(pattern, difference)));
      expect(unused).toEqual([]);
    });

    it("invents no field: each is in the describe of some real org", () => {
      const files = ["describe", "describe-trimmed"].flatMap((folder) =>
        readdirSync(orgdata(folder)).map((file) => `${folder}/${file}`),
      );
      const invented = standardDescribes()
        .filter(({ custom }) => custom !== true)
        .flatMap((object) => {
          const real = files.filter((file) => file.includes(`/${object.name}--`)).flatMap(fieldNames);
          return object.fields
            .map(({ name }) => name)
            .filter((name) => !real.includes(name))
            .map((name) => `${object.name}.${name}`);
        });
      // The recorded org lets the account decide who may see an asset, which takes its owner away.
      expect(invented).toEqual(["Asset.OwnerId"]);
    });

    it("lets the same be done with the records of each object", () => {
      const ours = new Map(
        standardDescribes().map((object) => [object.name, object as Record<string, unknown>]),
      );
      const compared = Object.entries(traitsFrom).flatMap(([file, wanted]) => {
        const { sobjects } = JSON.parse(readFileSync(orgdata(file), "utf8"));
        return (sobjects as Record<string, unknown>[])
          .filter(
            ({ name }) => (wanted === "*" ? name !== "Campaign" : name === wanted) && ours.has(String(name)),
          )
          .flatMap((real) =>
            traits.map((trait) => [
              `${real.name} ${trait}`,
              real[trait],
              ours.get(String(real.name))?.[trait],
            ]),
          );
      });
      expect(compared.length).toBe(42 * traits.length);
      expect(compared.filter(([, real, own]) => real !== own)).toEqual([]);
    });
  },
);
