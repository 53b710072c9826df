import fc from "fast-check";
import { emit, normalise, parseAction, type RawAction } from "orgtype/codegen";
import { describe, expect, it } from "vitest";
import { shortHash } from "../../../../codegen/output/hash.js";
import { createManifest } from "../../../../codegen/output/manifest.js";
import { id, sobject } from "../support/describes.js";
import { syntaxOf } from "../support/syntax.js";

const account = sobject("Account", [id]);

function modelOf(actions: Readonly<Record<string, unknown>>) {
  const named = Object.entries(actions).map(([name, input]) => ({
    name,
    describe: parseAction(input, name),
  }));
  return normalise([account], { apiVersion: "66.0", actions: named });
}

function emitted(actions: Readonly<Record<string, unknown>>, features?: ["actions"] | ["find"]) {
  return emit(modelOf(actions), { hash: shortHash, features });
}

const flow: RawAction = {
  label: "Total",
  inputs: [
    { name: "amount", type: "DOUBLE", required: true },
    { name: "count", type: "integer", maxOccurs: 10 },
    { name: "class", apexClass: "Wrapper" },
    { name: "new", type: "QUANTUM" },
  ],
  outputs: [{ name: "ids", type: "REFERENCE", maxOccurs: 2000, sobjectType: "Account" }],
};

describe("the types of actions", () => {
  const text = emitted({ "flow/Total": flow }).get("actions.d.ts") ?? "";

  it.each([
    ["a required input", "      amount: number;"],
    ["an optional list", "      count?: readonly number[] | null;"],
    ["a class of Apex", "      class?: unknown;"],
    ["a type that is not known", "      new?: unknown;"],
    ["a list of ids", '      ids: $.Id<"Account">[] | null;'],
  ])("write %s", (_, line) => {
    expect(text.split("\n")).toContain(line);
  });

  it("are there where the client has them, and where there are any", () => {
    const index = (files: ReadonlyMap<string, string>) => files.get("index.ts") ?? "";
    expect(index(emitted({ "flow/Total": flow }))).toContain("defineOrg<Schema, Actions>");
    const some = emitted({ "flow/Total": flow }, ["actions"]);
    expect(index(some)).toContain('composeOrg<Schema, "actions", Actions>');
    expect(index(some)).toContain('PartialClient<Schema, "actions", Actions>');
    for (const files of [emitted({}), emitted({ "flow/Total": flow }, ["find"])]) {
      expect(files.has("actions.d.ts")).toBe(false);
      expect(index(files)).not.toContain("Actions");
    }
  });

  it("are the same in whatever order the describes come, and change the manifest where they change", () => {
    const turned = { ...flow, inputs: [...flow.inputs].reverse() };
    const one = emitted({ "flow/A": flow, "apex/B": flow });
    expect([...emitted({ "apex/B": turned, "flow/A": flow })]).toEqual([...one]);
    const hash = (actions: Readonly<Record<string, unknown>>) =>
      createManifest(modelOf(actions), emitted(actions)).inputHash;
    expect(hash({ "flow/A": flow })).not.toBe(hash({ "flow/A": { ...flow, outputs: [] } }));
    expect(hash({})).toBe(
      createManifest(normalise([account], { apiVersion: "66.0" }), emitted({})).inputHash,
    );
  });

  it("hold no text of the org that is more than text", () => {
    const ATTACKS = [
      "*/ x = 1 /*",
      '"; x = 1; "',
      "a\u2028b",
      "__proto__",
      "@deprecated",
      'a-b"]',
      "\u202e",
      "x\ny",
    ];
    const attack = fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(attack, attack, attack, (name, label, value) => {
        const parameter = {
          name,
          label,
          description: label,
          type: "PICKLIST",
          sobjectType: value,
          picklistValues: [{ value, label }],
        };
        const hostile = {
          label,
          description: label,
          inputs: [parameter],
          outputs: [{ ...parameter, type: "SOBJECT" }],
        };
        const file = emitted({ "flow/Total": hostile }).get("actions.d.ts") ?? "";
        const { surprises, members, docTags } = syntaxOf("actions.d.ts", file);
        expect([surprises, docTags, members]).toEqual([[], [], { Actions: ["flow/Total"] }]);
      }),
    );
  });
});

describe("the describe of an action", () => {
  it.each([
    [{ outputs: [] }, "flow/A: inputs is missing."],
    [{ inputs: [{ name: 1 }], outputs: [] }, "flow/A: inputs[0].name must be string, not number."],
    [7, "flow/A: the describe must be object, not number."],
  ])("that cannot be used is told by its path: %j", (input, message) => {
    expect(() => parseAction(input, "flow/A")).toThrow(message);
  });

  it.each(["flow", "flow/../x", "flow/a/b/c", "../x", "flow/", "flow/a b", "flow/.x"])(
    "is of no action called %s",
    (name) => {
      expect(() => parseAction(flow, name)).toThrow("is not the name of an action");
    },
  );
});
