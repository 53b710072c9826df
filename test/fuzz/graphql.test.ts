import fc from "fast-check";
import { Kind, OperationTypeNode, parse, print } from "graphql";
import { describe, expect, it } from "vitest";
import { mayWrite } from "../../src/resources/graphql/may-write.js";
import { printDocument } from "../../src/resources/graphql/print-document.js";

const name = fc.constantFrom("a", "query", "mutation", "fragment", "subscription", "on", "true", "_1");
const fragmentName = name.filter((word) => word !== "on");
const string = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => JSON.stringify(text)),
  fc
    .string({ maxLength: 12 })
    .filter((text) => !/["\\]/.test(text) && /^[\x20-\x7e\n]*$/.test(text))
    .map((text) => `"""${text} \\""" mutation { x } """`),
  fc.constantFrom('"mutation { a }"', '"}"', '"\\""', '""', '"""mutation { a }"""', '"#"', '""""""'),
);
const gap = fc.constantFrom(" ", "\n", ",", " # mutation {\n", "\t#}\r\n", ' #"\n');

const value: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("1", "-2.5e3", "true", "null", "RED", "mutation"),
    string,
    fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(" ")}]`),
    fc
      .array(fc.tuple(name, tie("value")), { maxLength: 3 })
      .map((fields) => `{${fields.map(([key, item]) => `${key}: ${item}`).join(", ")}}`),
  ),
})).value;

const directives = fc
  .array(fc.tuple(name, fc.option(value)), { maxLength: 2 })
  .map((each) => each.map(([word, given]) => ` @${word}${given === null ? "" : `(if: ${given})`}`).join(""));

const selection: fc.Arbitrary<string> = fc.letrec<{ set: string; item: string }>((tie) => ({
  item: fc.oneof(
    { depthSize: "small" },
    fc
      .tuple(fc.option(name), name, fc.option(value), directives)
      .map(
        ([alias, word, given, all]) =>
          `${alias === null ? "" : `${alias}: `}${word}${given === null ? "" : `(x: ${given})`}${all}`,
      ),
    fc.tuple(fragmentName, directives).map(([word, all]) => `...${word}${all}`),
    fc.tuple(name, tie("set")).map(([word, set]) => `${word} ${set}`),
    fc
      .tuple(fc.option(name), tie("set"))
      .map(([type, set]) => `...${type === null ? "" : ` on ${type}`} ${set}`),
  ),
  set: fc
    .tuple(fc.array(tie("item"), { minLength: 1, maxLength: 3 }), gap)
    .map(([items, between]) => `{${items.join(between)}${between}}`),
})).set;

const variables = fc
  .array(fc.tuple(name, fc.constantFrom("Int", "[String!]!", "query"), fc.option(value)), { maxLength: 2 })
  .map((all) =>
    all.length === 0
      ? ""
      : `(${all.map(([word, type, given]) => `$${word}: ${type}${given === null ? "" : ` = ${given}`}`).join(" ")})`,
  );

const definition = fc.oneof(
  selection,
  fc
    .tuple(
      fc.constantFrom("query", "mutation", "subscription"),
      fc.option(name),
      variables,
      directives,
      gap,
      selection,
    )
    .map(
      ([kind, word, all, more, between, set]) =>
        `${kind}${between}${word ?? ""}${all}${more}${between}${set}`,
    ),
  fc
    .tuple(fragmentName, name, directives, selection)
    .map(([word, type, all, set]) => `fragment ${word} on ${type}${all} ${set}`),
);
const document = fc
  .tuple(fc.array(definition, { minLength: 1, maxLength: 4 }), gap)
  .map(([definitions, between]) => `${between}${definitions.join(between)}${between}`);

/** As graphql's own parser sees it. */
function couldWrite(text: string, operationName: string | undefined): boolean {
  const operations = parse(text).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const run = operations.filter((each) => operationName === undefined || each.name?.value === operationName);
  return run.length === 0 || run.some(({ operation }) => operation !== OperationTypeNode.QUERY);
}

function parses(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("whether a document could write", () => {
  it("is told as graphql's parser tells it", () => {
    let seen = 0;
    fc.assert(
      fc.property(document, fc.option(name, { nil: undefined }), (text, operationName) => {
        fc.pre(parses(text));
        seen++;
        expect(mayWrite(text, operationName)).toBe(couldWrite(text, operationName));
      }),
      { numRuns: 500 },
    );
    expect(seen).toBeGreaterThan(400);
  });

  it("is never denied of a document that is broken", () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(4), (text, at, length) => {
        const broken = text.slice(0, at % text.length) + text.slice((at % text.length) + length);
        if (parses(broken)) expect(mayWrite(broken)).toBe(couldWrite(broken, undefined));
        else expect(typeof mayWrite(broken)).toBe("boolean");
      }),
      { numRuns: 500 },
    );
  });
});

describe("a parsed document", () => {
  it("is printed as one that parses to the same", () => {
    fc.assert(
      fc.property(document, (text) => {
        fc.pre(parses(text));
        const parsed = parse(text, { noLocation: true });
        // Which texts were blocks is not kept, and nobody could tell.
        expect(print(parse(printDocument(parsed), { noLocation: true }))).toBe(
          print(JSON.parse(JSON.stringify(parsed, (key, part) => (key === "block" ? false : part)))),
        );
      }),
      { numRuns: 300 },
    );
  });
});
