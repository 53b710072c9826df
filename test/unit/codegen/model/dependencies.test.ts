import * as fc from "fast-check";
import { normalise, type RawDescribe } from "orgtype/codegen";
import { describe, expect, it } from "vitest";
import { snapshotText } from "../../../../codegen/model/snapshot-text.js";
import { field, id, picklist, sobject } from "../support/describes.js";
import { emitted } from "../support/emitted.js";

interface Value {
  readonly value: string;
  readonly active: boolean;
}

/** An encoder of its own: bits as text, eight to a byte. */
function validFor(bits: readonly boolean[]): string {
  const text = bits.map((bit) => (bit ? "1" : "0")).join("");
  const bytes = text.match(/.{1,8}/g)?.map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2)) ?? [];
  return Buffer.from(bytes).toString("base64");
}

const dependencyIn = (describe: RawDescribe, name: string) =>
  normalise([describe], { apiVersion: "66.0" }).objects[0]?.fields.find((found) => found.name === name)
    ?.dependency;

function site(
  controlling: readonly Value[],
  dependents: readonly (Value & { bits: boolean[] })[],
): RawDescribe {
  const values = dependents.map(({ bits, ...value }) => ({ ...value, validFor: validFor(bits) }));
  return sobject("Site__c", [
    id,
    picklist("Country__c", [], { picklistValues: controlling }),
    picklist("State__c", [], {
      picklistValues: values,
      controllerName: "Country__c",
      dependentPicklist: true,
    }),
  ]);
}

describe("a dependent picklist", () => {
  it("is decoded into the active values offered for each active one of its controlling field", async () => {
    const matrix = fc.integer({ min: 1, max: 40 }).chain((width) => {
      const values = fc.array(fc.boolean(), { minLength: width, maxLength: width });
      const bits = fc.array(fc.boolean(), { minLength: width, maxLength: width });
      return fc.tuple(values, fc.array(fc.tuple(fc.boolean(), bits), { minLength: 1, maxLength: 12 }));
    });
    await fc.assert(
      fc.property(matrix, ([actives, rows]) => {
        const controlling = actives.map((active, place) => ({ value: `C${place}`, active }));
        const dependents = rows.map(([active, bits], row) => ({ value: `D${row}`, active, bits }));
        const dependency = dependencyIn(site(controlling, dependents), "State__c");
        const wanted = controlling.flatMap(({ value, active }, place) => {
          const offered = dependents.filter((dependent) => dependent.active && dependent.bits[place]);
          return active ? [[value, offered.map((dependent) => dependent.value)]] : [];
        });
        expect(dependency).toEqual({ controller: "Country__c", offered: wanted });
      }),
    );
  });

  it("of a checkbox has false before true", () => {
    const values = [
      { value: "Air", validFor: "QAAA" },
      { value: "Ship", validFor: "gAAA" },
    ];
    const more = { picklistValues: values, controllerName: "Express__c" };
    const describe = sobject("Site__c", [
      id,
      field("Express__c", "boolean"),
      picklist("Carrier__c", [], more),
    ]);
    expect(dependencyIn(describe, "Carrier__c")?.offered).toEqual([
      ["false", ["Ship"]],
      ["true", ["Air"]],
    ]);
  });

  it("listed several times is offered for all that its entries are, by all entries of the other", () => {
    const on = (...places: number[]) => Array.from({ length: 3 }, (_, place) => places.includes(place));
    const controlling = ["US", "BR", "US"].map((value) => ({ value, active: true }));
    const dependents = [
      { value: "AL", active: true, bits: on(0) },
      { value: "AL", active: true, bits: on(1) },
      { value: "TX", active: true, bits: on(2) },
    ];
    expect(dependencyIn(site(controlling, dependents), "State__c")?.offered).toEqual([
      ["US", ["AL", "TX"]],
      ["BR", ["AL"]],
    ]);
  });

  it.each([
    ["whose controlling field is not described", { controllerName: "Hidden__c" }],
    ["that names none", {}],
  ])("%s depends on nothing", (_what, more) => {
    const values = [{ value: "A", validFor: "gAAA" }];
    const describe = sobject("Site__c", [id, picklist("State__c", [], { picklistValues: values, ...more })]);
    expect(dependencyIn(describe, "State__c")).toBeNull();
  });

  it("that cannot be read is told of, and depends on nothing", () => {
    const values = [{ value: "A", validFor: "%%%" }];
    const state = picklist("State__c", [], { picklistValues: values, controllerName: "Country__c" });
    const notices: unknown[] = [];
    const describe = sobject("Site__c", [id, picklist("Country__c", ["US"]), state]);
    const model = normalise([describe], { apiVersion: "66.0", onNotice: (notice) => notices.push(notice) });
    expect(model.objects[0]?.fields.every(({ dependency }) => dependency === null)).toBe(true);
    expect(notices).toContainEqual(
      expect.objectContaining({ kind: "unreadable-dependency", detail: "State__c depends on Country__c" }),
    );
  });

  it("is the same from a snapshot", () => {
    const describe = site(
      [
        { value: "US", active: true },
        { value: "Old", active: false },
        { value: "CA", active: true },
      ],
      [{ value: "ON", active: true, bits: [false, false, true] }],
    );
    const kept = JSON.parse(snapshotText(describe)) as RawDescribe;
    expect(dependencyIn(kept, "State__c")).toEqual(dependencyIn(describe, "State__c"));
    expect(dependencyIn(kept, "State__c")?.offered).toEqual([
      ["US", []],
      ["CA", ["ON"]],
    ]);
  });
});

describe("the types of dependent picklists", () => {
  it("say what many places share once, and escape what the org wrote", () => {
    const states = Array.from({ length: 300 }, (_, at) => ({ value: `S${at} "x"*/`, validFor: "gAAA" }));
    const depends = (name: string, by: string) => [
      picklist(by, ["US", "FR"]),
      picklist(name, [], { picklistValues: states, controllerName: by }),
    ];
    const fields = [
      id,
      ...depends("BillingState", "BillingCountry"),
      ...depends("ShippingState", "ShippingCountry"),
    ];
    const text = emitted(sobject("Account", fields)).get("objects/Account.d.ts") ?? "";
    // Twice as the values of the fields themselves, once as what is offered.
    expect(text.split('"S7 \\"x\\"*/"')).toHaveLength(4);
    expect(text.match(/values: Account\$Offered1;/g)).toHaveLength(2);
    expect(
      emitted(sobject("Account", [id, picklist("Rating", ["Hot"])])).get("objects/Account.d.ts"),
    ).not.toMatch(/dependent|compound|Offered/);
  });
});
