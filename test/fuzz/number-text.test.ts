import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberOf } from "../../src/values/number-text.js";

const decimal = fc
  .tuple(fc.constantFrom("", "-", "+", " "), fc.string({ unit: fc.constantFrom(..."0123456789.eE-") }))
  .map(([sign, digits]) => sign + digits);

describe("the number of a text", () => {
  it("is what Number makes of it", () => {
    const same = (text: string) => expect(numberOf(text)).toBe(Number(text));
    fc.assert(
      fc.property(fc.oneof(decimal, fc.double().map(String), fc.integer().map(String)), (text) => {
        fc.pre(text !== "");
        same(text);
      }),
      { numRuns: 20_000 },
    );
    for (const text of ["0.1", "-0", "1.005", "999999999999999", "9007199254740993", ".5", "5.", "1e3"])
      same(text);
  });
});
