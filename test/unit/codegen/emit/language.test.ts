import { emit, normalise } from "orgtype/codegen";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { shortHash } from "../../../../codegen/output/hash.js";
import type { FeatureName } from "../../../../src/schema/feature-name.js";
import { field, id, picklist, sobject } from "../support/describes.js";

const model = normalise(
  [
    sobject("Account", [
      id,
      field("Name"),
      picklist("Tier__c", ["Gold", "`a$b`"], { restrictedPicklist: true }),
    ]),
  ],
  { apiVersion: "66.0" },
);
const emitted = (language: "ts" | "js", features?: FeatureName[]) =>
  emit(model, { hash: shortHash, language, features });

/** What runs of a text, without types and comments. */
function running(text = ""): string {
  const compilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    removeComments: true,
    verbatimModuleSyntax: true,
  };
  return ts.transpileModule(text, { compilerOptions }).outputText.replace(/export {};\n?/, "");
}

describe("code written in JavaScript", () => {
  it.each([
    ["all features", undefined],
    ["some", ["find", "binds"] as FeatureName[]],
    ["none", []],
  ])("runs as what is written in TypeScript, with %s", (_, features) => {
    const [typed, plain] = [emitted("ts", features), emitted("js", features)];
    for (const name of ["index", "metadata", "picklists"]) {
      const text = plain.get(`${name}.js`);
      expect(running(text), name).toBe(running(typed.get(`${name}.ts`)));
      expect(text, name).not.toMatch(/import type|: (OrgMetadata|PicklistValues)|<Schema/);
    }
  });

  it("has its types beside it, and those of the objects as ever", () => {
    const files = emitted("js");
    expect([...files.keys()].sort()).toEqual([
      "index.d.ts",
      "index.js",
      "metadata.d.ts",
      "metadata.js",
      "objects/Account.d.ts",
      "picklists.d.ts",
      "picklists.js",
      "schema.d.ts",
    ]);
    expect(files.get("objects/Account.d.ts")).toBe(emitted("ts").get("objects/Account.d.ts"));
  });
});
