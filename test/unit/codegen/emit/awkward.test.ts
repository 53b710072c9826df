import { describe, expect, it } from "vitest";
import { child, field, id, picklist, reference, sobject } from "../support/describes.js";
import { emitted, noticesOf, objectText, typeOf } from "../support/emitted.js";

const names = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}__c`);

describe("references", () => {
  it("to hundreds of targets name them all in the id and in the relationship, generated or not", () => {
    const targets = names(161, "Target");
    const generated = targets.slice(0, 3).map((name) => sobject(name));
    const text = objectText(
      "Task",
      sobject("Task", [id, reference("WhatId", "What", [...targets].reverse())]),
      ...generated,
    );
    for (const name of targets) {
      expect(typeOf(text, "WhatId")).toContain(`"${name}"`);
      expect(typeOf(text, "What")).toContain(`"${name}"`);
    }
    expect(text).toMatch(/polymorphic: \{\n {4}What: "Target0__c" \| [^\n]* \| null;\n {2}\};/);
    expect(typeOf(text, "parents")).toBe("{}");
  });

  it("are polymorphic by what the org says, not by how much of it is generated", () => {
    const text = objectText(
      "Case",
      sobject("Case", [id, reference("OwnerId", "Owner", ["Group", "User"], { nillable: false })]),
      sobject("User"),
    );
    expect(text).toContain('polymorphic: {\n    Owner: "Group" | "User";\n  };');
    expect(
      emitted(sobject("Case", [id, reference("OwnerId", "Owner", ["Group", "User"])]), sobject("User")).get(
        "metadata.ts",
      ),
    ).toContain('"Case": {"fields":{},"parents":{"Owner":""},"children":{}}');
  });

  it("lose the relationship where its one target is not generated, but keep the id's type", () => {
    const text = objectText("Case", sobject("Case", [id, reference("OwnerId", "Owner", ["User"])]));
    expect(typeOf(text, "parents")).toBe("{}");
    expect(typeOf(text, "OwnerId")).toBe('$.Id<"User"> | null');
  });

  it("to several objects can be followed where none of them is generated: all have a name", () => {
    const text = objectText("Case", sobject("Case", [id, reference("OwnerId", "Owner", ["Group", "User"])]));
    expect(text).toContain('polymorphic: {\n    Owner: "Group" | "User" | null;\n  };');
  });

  it("without a relationship name are ids that cannot be followed", () => {
    const text = objectText(
      "Opportunity",
      sobject("Opportunity", [id, reference("ContactId", null, ["Contact"])]),
      sobject("Contact"),
    );
    expect(typeOf(text, "ContactId")).toBe('$.Id<"Contact"> | null');
    expect(typeOf(text, "parents")).toBe("{}");
  });

  it("to nothing known are ids of anything", () => {
    const text = objectText("AppMenuItem", sobject("AppMenuItem", [reference("ApplicationId", null, [])]));
    expect(typeOf(text, "ApplicationId")).toBe("$.Id | null");
  });

  it("that are strings stay strings, and can be followed", () => {
    const text = objectText(
      "AppTabMember",
      sobject("AppTabMember", [
        field("AppDefinitionId", "string", {
          referenceTo: ["AppDefinition"],
          relationshipName: "AppDefinition",
        }),
      ]),
      sobject("AppDefinition"),
    );
    expect(typeOf(text, "AppDefinitionId")).toBe("string | null");
    expect(text).toContain('parents: {\n    AppDefinition: "AppDefinition" | null;');
  });
});

describe("relationship names", () => {
  it("of children that several fields have are listed once", () => {
    const text = objectText(
      "Account",
      sobject("Account", [id], {
        childRelationships: [
          child("Assets", "Asset", "CurrentServiceAccountId"),
          child("Assets", "Asset", "AccountId"),
        ],
      }),
      sobject("Asset"),
    );
    expect(text.match(/Assets/g)).toHaveLength(1);
  });

  it("of children that lead to different objects mean the first by object name, and it is said", () => {
    const account = sobject("Account", [id], {
      childRelationships: [child("Things", "Zebra__c"), child("Things", "Ant__c")],
    });
    expect(typeOf(objectText("Account", account, sobject("Zebra__c"), sobject("Ant__c")), "  Things")).toBe(
      '"Ant__c"',
    );
    expect(noticesOf(account).map(({ kind }) => kind)).toContain("relationship-name-taken");
  });

  it("of children in use win over hidden ones", () => {
    const account = sobject("Account", [id], {
      childRelationships: [
        { ...child("Things", "Ant__c"), deprecatedAndHidden: true },
        child("Things", "Zebra__c"),
      ],
    });
    expect(typeOf(objectText("Account", account, sobject("Zebra__c"), sobject("Ant__c")), "  Things")).toBe(
      '"Zebra__c"',
    );
  });

  it("that equal a field or a parent give way, and it is said", () => {
    const post = sobject(
      "SocialPost",
      [id, field("Notes", "textarea"), reference("Program__c", "Program__r", ["Campaign"])],
      { childRelationships: [child("Notes", "Note"), child("Program__r", "Note"), child("Others", "Note")] },
    );
    const text = objectText("SocialPost", post, sobject("Note"), sobject("Campaign"));
    expect(text).toContain('children: {\n    Others: "Note";\n  };');
    expect(typeOf(text, "  Program__r")).toBe('"Campaign" | null');
    expect(noticesOf(post).map(({ detail }) => detail)).toEqual([
      expect.stringContaining("Notes (children by Note.ParentId)"),
      expect.stringContaining("Program__r (children by Note.ParentId)"),
    ]);
  });

  it("of parents that equal a field give way", () => {
    const text = objectText(
      "Log__c",
      sobject("Log__c", [id, field("Owner"), reference("OwnerId", "Owner", ["User"])]),
      sobject("User"),
    );
    expect(typeOf(text, "parents")).toBe("{}");
  });

  it("of children without one are left out", () => {
    const text = objectText(
      "Account",
      sobject("Account", [id], { childRelationships: [child(null, "Asset")] }),
      sobject("Asset"),
    );
    expect(typeOf(text, "children")).toBe("{}");
  });
});

describe("names that mean something to TypeScript", () => {
  it("are objects like any other", () => {
    const clashing = [
      "Event",
      "Document",
      "Image",
      "Location",
      "Address",
      "Schema",
      "Object",
      "String",
      "Promise",
    ];
    const files = emitted(
      ...clashing.map((name) => sobject(name, [id, field("Where__c", "location"), field("Addr", "address")])),
    );
    for (const name of clashing) {
      const text = files.get(`objects/${name}.d.ts`) ?? "";
      expect(text).toContain(`export interface ${name} {`);
      expect(typeOf(text, "Where__c")).toBe("$.Location | null");
      expect(typeOf(text, "Addr")).toBe("$.Address | null");
    }
    expect(files.get("schema.d.ts")).not.toContain("export type { Schema }");
  });
});

describe("kinds of object", () => {
  it("without an Id, without a name field, without fields", () => {
    expect(objectText("Order__e", sobject("Order__e", [field("ReplayId", "string")]))).not.toContain("Id<");
    expect(objectText("Empty__mdt", sobject("Empty__mdt", []))).toContain("export interface Empty__mdt {\n}");
  });

  it("with person-account fields, geolocations and namespaces keep their names as they are", () => {
    const odd = ["Loyal__pc", "Location__Latitude__s", "npsp__Level__c", "Fiscal", "A1_b__c"];
    const text = objectText(
      "Account",
      sobject(
        "Account",
        odd.map((name) => field(name, "double")),
      ),
    );
    for (const name of odd) expect(typeOf(text, name)).toBe("number | null");
  });

  it("with a compound name say what its parts belong to", () => {
    const text = objectText(
      "Contact",
      sobject("Contact", [field("LastName", "string", { compoundFieldName: "Name" })]),
    );
    expect(text).toContain("of Name");
  });
});

describe("picklists", () => {
  const typed = (more: Record<string, unknown>, values: readonly string[] = ["A", "B"]) =>
    typeOf(objectText("Lead", sobject("Lead", [picklist("P", values, more)])), "P");

  it("are closed where restricted and open otherwise", () => {
    expect(typed({ restrictedPicklist: true })).toBe('"A" | "B" | null');
    expect(typed({ restrictedPicklist: true, nillable: false })).toBe('"A" | "B"');
    expect(typed({})).toBe('$.OpenPicklist<"A" | "B"> | null');
    expect(typed({ type: "multipicklist" })).toBe('$.MultiPicklist<"A" | "B"> | null');
    expect(typed({ type: "combobox" })).toBe('$.OpenPicklist<"A" | "B"> | null');
  });

  it("with no values are strings", () => {
    for (const restrictedPicklist of [true, false])
      expect(typed({ restrictedPicklist }, [])).toBe("string | null");
    expect(typed({ type: "multipicklist" }, [])).toBe("$.MultiPicklist | null");
  });

  it("list a value once, in the org's order, and only while it is active", () => {
    expect(typed({ restrictedPicklist: true }, ["WA", "AL", "WA"])).toBe('"WA" | "AL" | null');
    const picklistValues = [
      { value: "Old", active: false },
      { value: "New", active: true },
      { value: "Silent" },
    ];
    expect(typed({ restrictedPicklist: true, picklistValues })).toBe('"New" | "Silent" | null');
    expect(typed({ picklistValues: [{ value: null }, { value: "" }] })).toBe('$.OpenPicklist<""> | null');
  });

  it("may hold hundreds of values, quotes and letters of any script", () => {
    const values = [...names(600, "V"), `"quoted"`, "it's", "Ünïcode 日本", "back\\slash"];
    const type = typed({ restrictedPicklist: true }, values) ?? "";
    expect(type.split(" | ")).toHaveLength(605);
    for (const value of values) expect(type).toContain(JSON.stringify(value));
  });

  it("that depend say on what", () => {
    const dependent = picklist("Reason", ["A"], { controllerName: "Status", dependentPicklist: true });
    expect(objectText("Case", sobject("Case", [dependent]))).toContain("depends on Status");
  });
});

describe("types of fields", () => {
  it.each([
    ["anyType", "unknown"],
    ["complexvalue", "unknown"],
    ["base64", "$.Base64 | null"],
    ["time", "$.TimeString | null"],
    ["date", "$.DateString | null"],
    ["datetime", "$.DateTimeString | null"],
    ["datacategorygroupreference", "string | null"],
    ["encryptedstring", "string | null"],
    ["long", "number | null"],
    ["percent", "number | null"],
    ["boolean", "boolean"],
    ["hologram", "string | null"],
    ["constructor", "string | null"],
  ])("%s is %s", (type, wanted) => {
    expect(typeOf(objectText("T", sobject("T", [field("F", type)])), "F")).toBe(wanted);
  });

  it("one that is not known is reported", () => {
    expect(noticesOf(sobject("T", [field("F", "hologram")]))).toEqual([
      { kind: "unknown-type", object: "T", detail: "F is of type hologram" },
    ]);
  });
});

describe("what can be written", () => {
  const text = objectText(
    "Invoice__c",
    sobject("Invoice__c", [
      { ...id, idLookup: true },
      field("Must", "string", { nillable: false }),
      field("Defaulted", "string", { nillable: false, defaultedOnCreate: true }),
      field("Flag", "boolean", { nillable: false }),
      field("Once", "string", { updateable: false }),
      field("Key", "string", { externalId: true }),
      field("Email", "email", { idLookup: true, filterable: false, sortable: false }),
    ]),
  );

  it("comes from the describe", () => {
    expect(typeOf(text, "required")).toBe('"Must"');
    expect(typeOf(text, "notCreateable")).toBe('"Id"');
    expect(typeOf(text, "notUpdateable")).toBe('"Id" | "Once"');
    expect(typeOf(text, "externalId")).toBe('"Email" | "Key"');
    expect(typeOf(text, "notFilterable")).toBe('"Email"');
    expect(typeOf(text, "notSortable")).toBe('"Email"');
  });

  it("is left open where the describe says nothing of it, once said for each object", () => {
    const bare = sobject("Bare__c", [
      { name: "Id", type: "id" },
      { name: "Name", type: "string", nillable: false },
    ]);
    const open = objectText("Bare__c", bare);
    for (const rule of ["required", "notCreateable", "notUpdateable"])
      expect(typeOf(open, rule)).toBeUndefined();
    expect(open).not.toContain("read only");
    expect(noticesOf(bare).map(({ kind }) => kind)).toEqual(["writes-unknown"]);
  });
});

describe("labels and help", () => {
  it("with line breaks, backticks and markup stay inside the comment, and say what they said", () => {
    const text = objectText(
      "T",
      sobject("T", [
        field("A", "string", {
          label: "One\r\nTwo",
          inlineHelpText: "Use `code` in <Entity> @deprecated {@link x} a@b.example",
        }),
      ]),
    );
    expect(text).toContain("* One Two · string\n");
    expect(text).toContain("Use `code` in &lt;Entity> &#64;deprecated {&#64;link x} a@b.example\n");
  });
});

describe("attributes old API versions lack", () => {
  it("are taken for the wider promise", () => {
    const text = objectText(
      "Whizbang",
      sobject("Whizbang", [{ name: "A", type: "string", createable: true }]),
    );
    expect(typeOf(text, "A")).toBe("string | null");
    expect(typeOf(text, "notFilterable")).toBeUndefined();
    expect(typeOf(text, "required")).toBeUndefined();
  });
});

describe("several describes of one object", () => {
  it("give one object, the first, whatever the case of its name", () => {
    const twice = [sobject("Account", [field("First")]), sobject("ACCOUNT", [field("Second")])];
    const files = emitted(...twice);
    expect([...files.keys()].filter((path) => path.startsWith("objects/"))).toEqual(["objects/Account.d.ts"]);
    expect(files.get("objects/Account.d.ts")).toContain("First");
    expect(noticesOf(...twice).map(({ kind }) => kind)).toEqual(["duplicate-object"]);
  });

  it("a field said twice is there once", () => {
    const twice = sobject("T", [field("A"), field("a", "double")]);
    expect(typeOf(objectText("T", twice), "A")).toBe("string | null");
    expect(noticesOf(twice).map(({ kind }) => kind)).toEqual(["duplicate-field"]);
  });
});
