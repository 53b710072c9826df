import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { describeSchema, type RawDescribe } from "../../../../codegen/model/raw-describe.js";
import {
  currency,
  describeObjects,
  lookup,
  masterDetail,
  object,
  standardDescribes,
  standardObjects,
  text,
} from "../../../../mock/schema/index.js";

function named(describes: readonly RawDescribe[], name: string): RawDescribe {
  const found = describes.find((describe) => describe.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

/** As a client gets it. */
function inJson(describe: RawDescribe): unknown {
  return JSON.parse(JSON.stringify(describe));
}

function sorted(keys: readonly string[]): readonly string[] {
  return [...keys].sort();
}

describe("the standard describes", () => {
  const describes = standardDescribes();

  it("are accepted by the code generator as they are", () => {
    for (const describe of describes)
      expect(inJson(v.parse(describeSchema, describe))).toEqual(inJson(describe));
  });

  it("have every attribute of a describe, in Salesforce's order", () => {
    for (const describe of describes) {
      expect(Object.keys(describe)).toHaveLength(45);
      expect(Object.keys(describe)).toEqual(sorted(Object.keys(describe)));
      for (const field of describe.fields) {
        expect(Object.keys(field)).toHaveLength(57);
        expect(Object.keys(field)).toEqual(sorted(Object.keys(field)));
      }
    }
  });

  it("are the caller's to change", () => {
    const first = standardDescribes();
    const account = named(first, "Account");
    account.fields[0]?.referenceTo?.push("Nowhere");
    account.fields.pop();
    expect(standardDescribes()).toEqual(describes);
  });

  it("name the API version and, where told, the org's pages", () => {
    const { urls } = named(standardDescribes({ apiVersion: "61.0" }), "Account") as { urls?: unknown };
    expect(urls).toMatchObject({
      sobject: "/services/data/v61.0/sobjects/Account",
      rowTemplate: "/services/data/v61.0/sobjects/Account/{ID}",
    });
    expect(urls).not.toHaveProperty("uiNewRecord");
    expect(named(standardDescribes({ instanceUrl: "https://acme.example" }), "Account")).toMatchObject({
      urls: { uiNewRecord: "https://acme.example/001/e" },
    });
    expect(Object.keys(named(describes, "Attachment").urls as object)).toEqual([
      "rowTemplate",
      "describe",
      "sobject",
    ]);
  });

  it("give every object the Master record type", () => {
    for (const { name, recordTypeInfos } of describes) {
      if (name.endsWith("__e")) continue;
      expect(recordTypeInfos).toMatchObject([
        { recordTypeId: "012000000000000AAA", name: "Master", master: true, defaultRecordTypeMapping: true },
      ]);
    }
  });

  it("refer only to objects that are there", () => {
    const names = new Set(describes.map(({ name }) => name));
    const outside = describes.flatMap(({ name, fields }) =>
      fields
        .filter(({ referenceTo }) => referenceTo?.some((target) => !names.has(target)))
        .map((field) => `${name}.${field.name}`),
    );
    expect(outside).toEqual([]);
  });

  it("ask for the fields Salesforce asks for", () => {
    const required = (name: string) =>
      named(describes, name)
        .fields.filter((field) => field.createable && !field.nillable && !field.defaultedOnCreate)
        .map((field) => field.name);
    expect(required("Account")).toEqual(["Name"]);
    expect(required("Contact")).toEqual(["LastName"]);
    expect(required("Lead")).toEqual(["LastName", "Company"]);
    expect(required("Opportunity")).toEqual(["Name", "StageName", "CloseDate"]);
    expect(required("Case")).toEqual([]);
    expect(required("Task")).toEqual([]);
    expect(required("Invoice__c")).toEqual([]);
    expect(required("Invoice_Line__c")).toEqual(["Invoice__c", "Quantity__c", "Unit_Price__c"]);
  });
});

describe("an org of one's own", () => {
  const shelf = object(
    "Shelf__c",
    { label: "Shelf", plural: "Shelves", prefix: "a20" },
    { Width__c: currency(6, 2) },
  );
  const box = object(
    "Box__c",
    { label: "Box", plural: "Boxes", prefix: "a21" },
    {
      Shelf__c: masterDetail("Shelf__c", { children: "Boxes__r" }),
      Spare_For__c: lookup("Box__c"),
      Account__c: lookup("Account", { children: "Boxes__r", restrictedDelete: true }),
      Key__c: text(20, { externalId: true, unique: true }),
    },
  );
  const describes = describeObjects([...standardObjects, shelf, box]);

  it("stands beside the standard objects", () => {
    expect(describes).toHaveLength(standardObjects.length + 2);
    expect(named(describes, "Shelf__c")).toMatchObject({
      custom: true,
      keyPrefix: "a20",
      labelPlural: "Shelves",
    });
  });

  it("has its child relationships drawn from the lookups", () => {
    expect(named(describes, "Shelf__c").childRelationships).toMatchObject([
      { childSObject: "Box__c", field: "Shelf__c", relationshipName: "Boxes__r", cascadeDelete: true },
    ]);
    expect(named(describes, "Account").childRelationships).toContainEqual(
      expect.objectContaining({
        childSObject: "Box__c",
        relationshipName: "Boxes__r",
        restrictedDelete: true,
      }),
    );
    expect(named(describes, "Box__c").childRelationships).toMatchObject([
      { childSObject: "Box__c", field: "Spare_For__c", relationshipName: null },
    ]);
  });

  it("has the system fields, and an owner unless a master has it", () => {
    const names = (name: string) => named(describes, name).fields.map((field) => field.name);
    expect(names("Shelf__c")).toEqual([
      "Id",
      "IsDeleted",
      "Name",
      "Width__c",
      "OwnerId",
      "CreatedDate",
      "CreatedById",
      "LastModifiedDate",
      "LastModifiedById",
      "SystemModstamp",
      "LastViewedDate",
      "LastReferencedDate",
    ]);
    expect(names("Box__c")).not.toContain("OwnerId");
  });

  it("has the scopes its owner makes possible", () => {
    const scopes = (name: string) =>
      (named(describes, name) as { supportedScopes?: { name: string }[] }).supportedScopes?.map(
        (scope) => scope.name,
      );
    expect(scopes("Shelf__c")).toEqual(["everything", "mine", "queue_owned", "team", "user_owned"]);
    expect(scopes("Box__c")).toEqual(["everything"]);
  });

  it("can stand without the standard objects, but for what it refers to", () => {
    expect(describeObjects([shelf]).map(({ name }) => name)).toEqual(["Shelf__c"]);
  });
});
