import fc from "fast-check";
import { parseDescribe, type RawDescribe } from "orgtype/codegen";
import { describe, expect, it } from "vitest";
import { child, field, id, picklist, reference, sobject } from "../support/describes.js";
import { emitted } from "../support/emitted.js";
import { syntaxOf } from "../support/syntax.js";

const ATTACKS = [
  "*/ globalThis.x = 1 /*",
  "**//",
  "/**",
  "*",
  "\\",
  '\\"',
  '"; globalThis.x = 1; "',
  "'\n; globalThis.x = 1;\n'",
  "a\u2028b\u2029c",
  "`$" + "{globalThis.x = 1}`",
  'a-b"]',
  "]: never } globalThis.x = 1; interface Y { [",
  "__proto__",
  "constructor",
  "@deprecated",
  "*@deprecated",
  "x @param y",
  "{@link evil}",
  "\u202e reversed \u2066",
  "\0 \u0007 \u001b[31m",
  "\ud800 alone",
  "<script>alert(1)</script>",
  "//# sourceMappingURL=evil",
  "",
];

/** An object with the texts in every place a describe has for them. */
function hostile(name: string, texts: readonly string[]): RawDescribe {
  const text = (index: number) => texts[index % texts.length] ?? "";
  const named = (index: number, fallback: string) => text(index) || fallback;
  return sobject(
    name,
    [
      id,
      field(named(0, "A"), "string", { label: text(1), inlineHelpText: text(2), controllerName: text(3) }),
      picklist(named(4, "B"), texts, { label: text(5), restrictedPicklist: true }),
      picklist(named(6, "C"), texts, { compoundFieldName: text(7) }),
      reference(named(8, "D"), named(9, "E"), texts),
      field(named(10, "F"), named(11, "G"), { inlineHelpText: texts.join("\n") }),
      field("When__c", "date"),
    ],
    {
      label: text(12),
      labelPlural: text(13),
      keyPrefix: text(14),
      childRelationships: [child(named(15, "H"), name), child(named(16, "I"), text(17))],
    },
  );
}

const CALLS: Readonly<Record<string, readonly string[]>> = {
  "index.ts": ["defineOrg"],
  "metadata.ts": ["JSON.parse"],
};

/** What the text that `metadata.ts` parses says. */
function metadataOf(describe: RawDescribe): Record<string, { fields: Record<string, string> }> {
  const { strings } = syntaxOf("metadata.ts", emitted(describe).get("metadata.ts") ?? "");
  return JSON.parse([...strings].find((text) => text.startsWith("{")) ?? "");
}

function expectHarmless(describes: readonly RawDescribe[]): void {
  const files = emitted(...describes);
  for (const [path, text] of files) {
    const { surprises, declares, calls, docTags } = syntaxOf(path, text);
    expect(surprises).toEqual([]);
    expect(docTags).toEqual([]);
    expect(calls).toEqual(CALLS[path] ?? []);
    const object = /^objects\/(\w+)\.d\.ts$/.exec(path)?.[1];
    if (object !== undefined) expect(declares).toEqual([object, `${object}$Def`]);
    else expect(["index.ts", "metadata.ts", "picklists.ts", "schema.d.ts"]).toContain(path);
  }
}

describe("text of a describe", () => {
  it("never becomes code, whatever it says", () => {
    for (const attack of ATTACKS) expectHarmless([hostile("Evil__c", [attack])]);
    expectHarmless([hostile("Evil__c", ATTACKS), hostile("Other__c", [...ATTACKS].reverse())]);
  });

  it("never becomes code, for any text at all", () => {
    const piece = fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
    );
    const texts = fc.array(
      fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join("")),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(fc.property(texts, (given) => expectHarmless([hostile("Evil__c", given)])));
  });

  it("keeps its meaning: names and picklist values read back as they were", () => {
    const values = fc.uniqueArray(fc.string({ unit: "binary", minLength: 1 }), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), values, (name, choices) => {
        fc.pre(name.toLowerCase() !== "id");
        const files = emitted(sobject("T", [id, picklist(name, choices, { restrictedPicklist: true })]));
        const { members, strings } = syntaxOf("T.d.ts", files.get("objects/T.d.ts") ?? "");
        expect(members.T).toContain(name);
        for (const choice of choices) expect(strings).toContain(choice);
      }),
    );
  });

  it("cannot set a prototype at run time", () => {
    const { T } = metadataOf(sobject("T", [field("__proto__", "date")]));
    expect(Object.entries(T?.fields ?? {})).toEqual([["__proto__", "date"]]);
    expect(T?.fields instanceof Object).toBe(true);
  });

  it("keeps its meaning at run time, too: names read back as they were", () => {
    const names = fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(names, (name) => {
        fc.pre(name !== "");
        const { T } = metadataOf(sobject("T", [field(name, "date")]));
        expect(Object.entries(T?.fields ?? {})).toEqual([[name, "date"]]);
      }),
    );
  });

  it("holds no character that hides or reorders code", () => {
    for (const text of emitted(hostile("Evil__c", ATTACKS)).values()) {
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
    }
  });
});

describe("the name of an object", () => {
  it.each([
    "../evil",
    "a/b",
    "a\\b",
    "C:evil",
    "",
    "a b",
    "1st",
    "a-b",
    "__proto__",
    ".",
    "Ünicode",
    "any",
    "a\n",
  ])("%j is refused", (name) => {
    expect(() => parseDescribe({ name, fields: [] }, "file.json")).toThrow(
      expect.objectContaining({ name: "DescribeError", message: expect.stringContaining("file.json") }),
    );
  });
});
