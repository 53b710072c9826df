import { parseDescribe } from "orgtype/codegen";
import { describe, expect, it } from "vitest";

const messageOf = (input: unknown, where = "Account.json"): string => {
  try {
    parseDescribe(input, where);
  } catch (error) {
    expect(error).toMatchObject({ name: "DescribeError", code: "codegen.describe" });
    return (error as Error).message;
  }
  throw new Error("nothing was thrown");
};

const good = { name: "Name", type: "string" };

describe("a describe that cannot be used", () => {
  it("is named with the object, the path in it and the problem", () => {
    const fields = [good, good, { ...good, picklistValues: [{ value: "A" }, { value: "B" }, { value: 3 }] }];
    expect(messageOf({ name: "Account", fields })).toBe(
      "Account (Account.json): fields[2].picklistValues[2].value must be string, not number.",
    );
  });

  it.each([
    [{ name: "Account" }, "Account (Account.json): fields is missing."],
    [{ fields: [] }, "Account.json: name is missing."],
    [{ name: "", fields: [] }, "Account.json: name is empty."],
    [{ name: "Account", fields: [{ type: "string" }] }, "Account (Account.json): fields[0].name is missing."],
    [
      { name: "Account", fields: [{ ...good, nillable: "no" }] },
      "Account (Account.json): fields[0].nillable must be boolean, not string.",
    ],
    [
      { name: "Account", fields: [{ ...good, referenceTo: {} }] },
      "Account (Account.json): fields[0].referenceTo must be array, not object.",
    ],
    ["text", "Account.json: the describe must be object, not string."],
    [null, "Account.json: the describe must be object, not null."],
    [[], "Account.json: name is missing (and 1 more)."],
  ])("%j", (input, message) => {
    expect(messageOf(input)).toBe(message);
  });

  it("counts further problems", () => {
    expect(messageOf({ name: "Account", fields: [{}, {}] })).toMatch(
      /^Account \(Account\.json\): fields\[0\]\.name is missing \(and 3 more\)\.$/,
    );
  });
});

describe("a describe that can be used", () => {
  it("needs names and types alone, and keeps what this package does not know", () => {
    const describe = parseDescribe({ name: "Account", fields: [{ ...good, invented: 1 }], extra: true }, "x");
    expect(describe).toMatchObject({ extra: true, fields: [{ invented: 1 }] });
  });
});
