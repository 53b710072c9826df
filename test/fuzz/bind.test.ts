import { type Condition, composeQuery, parseQuery, type Query } from "@jetstreamapp/soql-parser-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { empty, fakeOrg } from "../support/fake-org.js";
import { smallClient } from "../support/small-org.js";

const runs = { numRuns: 10_000 };
const sf = smallClient(fakeOrg(() => empty()));
const query = sf.query as unknown as (text: string, binds: unknown) => { soql: string };

/** Text that breaks out where escaping is wrong, among all other text. */
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }).filter((value) => !/\p{Surrogate}/u.test(value)),
  fc
    .array(
      fc.constantFrom(
        "'",
        "\\",
        "\\'",
        "''",
        "%",
        "_",
        "\n",
        "\0",
        " OR ",
        ":a",
        "$&",
        "$'",
        ")",
        "x",
        "\\u0027",
      ),
    )
    .map((parts) => parts.join("")),
);
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const moment = fc.date({
  min: new Date("0000-01-01T00:00:00Z"),
  max: new Date("9999-12-31T23:59:59Z"),
  noInvalidDate: true,
});
const scalar = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 2, arbitrary: number },
  fc.boolean(),
  moment,
);

/** A condition with binds, the values for them, and what a parser must find there. */
const templates = {
  "Unknown__c = :a": scalar,
  "Unknown__c != :a": fc.oneof(scalar, fc.constant(null)),
  "Unknown__c >= :a": scalar,
  "Unknown__c IN :a": fc.array(scalar, { minLength: 1, maxLength: 5 }),
  "Unknown__c NOT IN (:a)": fc.array(scalar, { minLength: 1, maxLength: 5 }),
  "Name = :a": text,
  "Name LIKE :a": text,
  "Colors__c INCLUDES :a": fc.array(text, { minLength: 1, maxLength: 5 }),
  "AnnualRevenue < :a": number,
  "Founded__c = :a": moment,
  "CreatedDate = :a": moment,
  "Active__c = :a": fc.boolean(),
} as const satisfies Record<string, fc.Arbitrary<unknown>>;

const condition = fc
  .constantFrom(...(Object.keys(templates) as (keyof typeof templates)[]))
  .chain((template) => fc.tuple(fc.constant(template), templates[template] as fc.Arbitrary<unknown>));

interface Chain {
  left: Condition & { operator: string; value: string | string[]; field: string };
  operator?: string;
  right?: Chain;
}

/** The conditions of a query, of which nothing else may have changed. */
function conditionsOf(soql: string): Chain["left"][] {
  const parsed = parseQuery(soql);
  expect(composeQuery({ ...parsed, where: undefined } as unknown as Query)).toBe(
    "SELECT Id FROM Account ORDER BY Name ASC LIMIT 7",
  );
  const conditions: Chain["left"][] = [];
  for (let chain = parsed.where as Chain | undefined; chain !== undefined; chain = chain.right) {
    conditions.push(chain.left);
    if (chain.right !== undefined) expect(chain.operator).toBe("AND");
  }
  return conditions;
}

const unescapes: Record<string, string> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  "'": "'",
  "\\": "\\",
};

/** What a literal of SOQL stands for. */
function read(literal: string): unknown {
  if (!literal.startsWith("'")) {
    // The parser writes them in capitals.
    if (/^(true|false|null)$/i.test(literal)) return JSON.parse(literal.toLowerCase());
    return /^-?\d+(\.\d+)?$/.test(literal) ? Number(literal) + 0 : new Date(literal);
  }
  return literal.slice(1, -1).replace(/\\(u[0-9a-f]{4}|[\s\S])/g, (whole, code: string) => {
    if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    const character = unescapes[code];
    if (character === undefined) throw new Error(`${whole} is no escape of SOQL`);
    return character;
  });
}

function expected(template: string, value: unknown): unknown {
  if (typeof value === "number") return value + 0;
  if (value instanceof Date && template.startsWith("Founded__c"))
    return new Date(value.toISOString().slice(0, 10));
  return value;
}

describe("values of binds", () => {
  it("come back the same from a parser, in a query that is otherwise the same", () => {
    fc.assert(
      fc.property(condition, condition, ([one, a], [other, b]) => {
        const clause = `${one} AND Name = ':a' AND ${other.replace(":a", ":b")}`;
        const { soql } = query(`SELECT Id FROM Account WHERE ${clause} ORDER BY Name ASC LIMIT :n`, {
          a,
          b,
          n: 7,
        });
        const [first, literal, last, ...more] = conditionsOf(soql);
        expect(more).toEqual([]);
        expect(literal?.value).toBe("':a'");
        for (const [template, value, found] of [
          [one, a, first],
          [other, b, last],
        ] as const) {
          const [field, ...operator] = template.split(/ \(?:/)[0]!.split(" ");
          expect([found?.field, found?.operator]).toEqual([field, operator.join(" ")]);
          if (operator.join() === "LIKE") continue;
          const values = Array.isArray(found?.value) ? found.value.map(read) : read(found?.value ?? "");
          expect(values).toEqual(
            Array.isArray(value) ? value.map((item) => expected(template, item)) : expected(template, value),
          );
        }
      }),
      runs,
    );
  });

  it("patterns keep their wildcards and end where they should", () => {
    fc.assert(
      fc.property(text, (pattern) => {
        const { soql } = query("SELECT Id FROM Account WHERE Name LIKE :a ORDER BY Name ASC LIMIT 7", {
          a: pattern,
        });
        const [found, ...more] = conditionsOf(soql);
        expect(more).toEqual([]);
        const wildcards = (of: string) => of.replace(/\\[\s\S]/g, "").replace(/[^%_]/gu, "");
        expect(wildcards(String(found?.value).slice(1, -1))).toBe(wildcards(pattern));
      }),
      { numRuns: 3_000 },
    );
  });

  it("in text of any kind are replaced outside of quotes only, or the text is refused", () => {
    const piece = fc.constantFrom(
      "'",
      "\\",
      " = :a",
      ":a",
      " ",
      "Name",
      "(",
      ")",
      ",",
      " IN ",
      "x'",
      "\\'",
      "LIMIT ",
    );
    const any = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(any, (source) => {
        // A value that shows where it went: no other text holds it.
        const marker = "\u2603";
        let soql: string;
        try {
          soql = query(source, { a: marker }).soql;
        } catch (error) {
          expect(error).toMatchObject({ name: "SettingsError" });
          return;
        }
        // Taking the values out again gives the text back.
        expect(soql.replaceAll(`'${marker}'`, ":a")).toBe(source);
        const outside = source.replace(/'(?:[^'\\]|\\[\s\S])*'/g, "");
        expect(soql.split(marker).length - 1).toBe(outside.split(":a").length - 1);
      }),
      runs,
    );
  });
});
