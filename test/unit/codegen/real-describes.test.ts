import { readdirSync, readFileSync } from "node:fs";
import { openSnapshot, parseDescribe, type RawDescribe } from "orgtype/codegen";
import { describe, expect, it } from "vitest";
import { readDescribes } from "../../../codegen/source/read-describes.js";
import { hasOrgdata, orgdata } from "../../support/orgdata.js";
import { emitted, noticesOf, typeOf } from "./support/emitted.js";
import { syntaxOf } from "./support/syntax.js";

// What INDEX.md of that folder lists under "Awkward cases", in the describes themselves. The shapes are
// tested without the folder too, in emit/awkward.test.ts.
const title = hasOrgdata
  ? "real describes"
  : "real describes (skipped: the folder ../shared/orgdata is not there)";

const read = (file: string): RawDescribe =>
  parseDescribe(JSON.parse(readFileSync(orgdata(`describe/${file}`), "utf8")), file);
const textOf = (describe: RawDescribe, ...others: RawDescribe[]) =>
  emitted(describe, ...others).get(`objects/${describe.name}.d.ts`) ?? "";

describe.skipIf(!hasOrgdata)(title, () => {
  const files = hasOrgdata ? readdirSync(orgdata("describe")).filter((name) => name.endsWith(".json")) : [];

  it.each(files)("%s keeps every field and picklist value, and nothing becomes code", (file) => {
    const raw = read(file);
    for (const [path, text] of emitted(raw)) {
      const { surprises, members, docTags, strings } = syntaxOf(path, text);
      expect(surprises).toEqual([]);
      // Ours, on what compound fields are written by; nothing of the org's may be a tag.
      const compounds = text.split("/** @deprecated Compound: set ").length - 1;
      expect(docTags).toEqual(Array(compounds).fill("deprecated"));
      if (path !== `objects/${raw.name}.d.ts`) continue;
      expect(members[raw.name]).toEqual(raw.fields.map(({ name }) => name).sort());
      for (const { type, picklistValues } of raw.fields) {
        if (type !== "picklist" && type !== "multipicklist" && type !== "combobox") continue;
        for (const { value, active } of picklistValues ?? [])
          if (active && value !== null) expect(strings).toContain(value);
      }
    }
  });

  it("an event is about any of 80 objects", () => {
    expect(typeOf(textOf(read("Event--cumulusci.json")), "WhatId")?.match(/"/g)).toHaveLength(160);
  });

  it("references without a relationship name cannot be followed", () => {
    const contact = read("Contact--cumulusci.json");
    const text = textOf(read("Opportunity--cumulusci.json"), contact);
    expect(typeOf(text, "ContactId")).toBe('$.Id<"Contact"> | null');
    expect(text.slice(text.indexOf("parents:"), text.indexOf("children:"))).not.toContain("Contact");
  });

  it("880 children of an account, 426 of them unnamed and some of one name, are each selectable once", () => {
    const account = read("Account--carehome.json");
    const children = (account.childRelationships ?? []).filter(({ relationshipName }) => relationshipName);
    const others = [...new Set(children.map(({ childSObject }) => childSObject))]
      .filter((name) => name !== "Account")
      .map((name): RawDescribe => ({ name, fields: [] }));
    const text = textOf(account, ...others);
    const listed = /children: \{\n([^}]*)\n {2}\}/.exec(text)?.[1]?.split("\n") ?? [];
    expect(listed).toHaveLength(new Set(children.map(({ relationshipName }) => relationshipName)).size);
    expect(typeOf(text, "  Assets")).toBe('"Asset"');
  });

  it("a person account has its contact's fields, and three parts of a name", () => {
    const text = textOf(read("Account--cumulusci-personaccount.json"));
    expect(text.match(/^ {2}\w+__pc: /gm)).toHaveLength(85);
    expect(text.match(/ · of Name/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it("a geolocation's parts are numbers, not a namespace", () => {
    const text = textOf(read("Property__c--dreamhouse.json"));
    expect(typeOf(text, "Location__c")).toBe("$.Location | null");
    expect(typeOf(text, "Location__Latitude__s")).toBe("number | null");
  });

  it("describes of API 23 to 66 say what can be written", () => {
    for (const file of files)
      expect(noticesOf(read(file)).filter(({ kind }) => kind === "writes-unknown")).toEqual([]);
    expect(typeOf(textOf(read("Product2--provus.json")), "required")).toBe('"Name"');
    expect(typeOf(textOf(read("Lead--webtolead.json")), "required")).toBe('"Company" | "LastName"');
  });
});

describe.skipIf(!hasOrgdata)(`a whole org of trimmed describes${hasOrgdata ? "" : " (skipped)"}`, () => {
  it("is generated to the last object, read types whole and write types open", async () => {
    const { describes, problems } = await readDescribes(await openSnapshot(orgdata("describe-trimmed")));
    expect(problems).toEqual([]);
    expect(describes).toHaveLength(1006);
    const notices = noticesOf(...describes);
    // One object is described twice.
    expect(notices.filter(({ kind }) => kind === "duplicate-object")).toHaveLength(1);
    expect(notices.filter(({ kind }) => kind === "writes-unknown")).toHaveLength(1005);
    expect(notices.filter(({ kind }) => kind === "unknown-type")).toEqual([]);
    const taken = notices
      .filter(({ kind }) => kind === "relationship-name-taken")
      .map(({ object }) => object);
    expect(taken).toEqual(["Campaign", "SocialPost"]);

    const files = emitted(...describes);
    expect([...files.keys()].filter((path) => path.startsWith("objects/"))).toHaveLength(1005);
    const object = (name: string) => files.get(`objects/${name}.d.ts`) ?? "";
    expect(typeOf(object("AccountHistory"), "OldValue")).toBe("unknown");
    expect(typeOf(object("AccountChangeEvent"), "ChangeEventHeader")).toBe("unknown");
    expect(typeOf(object("AppMenuItem"), "ApplicationId")).toBe("$.Id | null");
    expect(typeOf(object("AppTabMember"), "  AppDefinition")).toMatch(/^"AppDefinition"/);
    expect(typeOf(object("Attachment"), "Body")).toBe("$.Base64");
    expect(typeOf(object("SocialPost"), "Notes")).toBe("string | null");
    expect(object("Program_Invite_Settings__c")).not.toBe("");
    for (const [path, text] of files) expect(syntaxOf(path, text).surprises).toEqual([]);
  });
});
