import { type Condition, composeQuery, parseQuery, type Query } from "@jetstreamapp/soql-parser-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { empty, fakeOrg } from "../support/fake-org.js";
import { smallClient } from "../support/small-org.js";

const runs = { numRuns: 10_000 };
const { Account } = smallClient(fakeOrg(() => empty()));

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
        "\r",
        "\t",
        "\0",
        " OR ",
        "Name != null",
        "--",
        ")",
        "x",
        "é",
        "😀",
        "\\u0027",
      ),
    )
    .map((parts) => parts.join("")),
);

/** Empty text is a part of every text, and refused as such. */
const some = text.filter((value) => value !== "");

function soqlOf(where: unknown): string {
  return (Account.find as (args: unknown) => { soql: string })({ select: { Id: true }, where }).soql;
}

/** The one condition of a query that has one; anything else is a change of its shape. */
function onlyCondition(soql: string): Condition {
  const query = parseQuery(soql);
  expect(composeQuery({ ...query, where: undefined } as unknown as Query)).toBe("SELECT Id FROM Account");
  const where = query.where as { left: Condition; operator?: string };
  expect(where.operator).toBeUndefined();
  expect(where.left.openParen ?? 0).toBe(0);
  return where.left;
}

const unescapes: Record<string, string> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  "'": "'",
  '"': '"',
  "\\": "\\",
};

/** What a SOQL string literal stands for, by the guide's list of escapes; another escape is an error. */
function unquote(literal: string, like = false): string {
  expect(literal).toMatch(/^'[\s\S]*'$/);
  return literal.slice(1, -1).replace(/\\(u[0-9a-f]{4}|[\s\S])/g, (whole, code: string) => {
    if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    if (like && (code === "%" || code === "_")) return code;
    const character = unescapes[code];
    if (character === undefined) throw new Error(`${whole} is no escape of SOQL`);
    return character;
  });
}

describe("text in a query", () => {
  it("comes back the same from a parser, and changes nothing else", () => {
    fc.assert(
      fc.property(text, (value) => {
        const condition = onlyCondition(soqlOf({ Name: value })) as {
          operator: string;
          value: string;
          field: string;
        };
        expect([condition.field, condition.operator]).toEqual(["Name", "="]);
        expect(unquote(condition.value)).toBe(value);
      }),
      runs,
    );
  });

  it("in lists, each by itself", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (values) => {
        const condition = onlyCondition(soqlOf({ Name: { in: values } })) as {
          operator: string;
          value: string[];
        };
        expect(condition.operator).toBe("IN");
        expect(condition.value.map((value) => unquote(value))).toEqual(values);
      }),
      runs,
    );
  });

  it("in LIKE, stands for exactly itself", () => {
    fc.assert(
      fc.property(some, fc.constantFrom("startsWith", "endsWith", "contains"), (value, operator) => {
        const condition = onlyCondition(soqlOf({ Name: { [operator]: value } })) as {
          operator: string;
          value: string;
        };
        expect(condition.operator).toBe("LIKE");
        let pattern = condition.value.slice(1, -1);
        if (operator !== "startsWith") pattern = pattern.replace(/^%/, "");
        if (operator !== "endsWith") pattern = pattern.replace(/%$/, "");
        // No wildcard is left that is not escaped.
        expect(pattern.replace(/\\[\s\S]/g, "")).not.toMatch(/[%_]/);
        expect(unquote(`'${pattern}'`, true)).toBe(value);
      }),
      runs,
    );
  });

  it("patterns keep their wildcards and nothing else", () => {
    fc.assert(
      fc.property(text, (pattern) => {
        const condition = onlyCondition(soqlOf({ Name: { like: pattern } })) as { value: string };
        const wildcards = (of: string) => of.replace(/\\[\s\S]/g, "").replace(/[^%_]/gu, "");
        expect(wildcards(condition.value.slice(1, -1))).toBe(wildcards(pattern));
      }),
      runs,
    );
  });
});

describe("numbers", () => {
  it("come back the same, without an exponent", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const literal = soqlOf({ AnnualRevenue: value }).replace(/^.* = /, "");
        expect(literal).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(literal) + 0).toBe(value + 0);
      }),
      runs,
    );
  });
});

describe("dates", () => {
  it("are accepted as Date exactly where they have four-digit years", () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: false }), (value) => {
        const year = value.getUTCFullYear();
        const make = () => soqlOf({ CreatedDate: value });
        if (!(year >= 0 && year <= 9999)) return void expect(make).toThrow("`where.CreatedDate`");
        const literal = make().replace(/^.* = /, "");
        expect(new Date(literal).getTime()).toBe(value.getTime());
      }),
      runs,
    );
  });

  it("text for a date is that date, a date literal, or refused", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.stringMatching(/^\d{4}-\d\d-\d\d$/),
          fc.constantFrom("TODAY", "LAST_N_DAYS:5", "N_DAYS_AGO:1"),
        ),
        (value) => {
          let soql: string | undefined;
          try {
            soql = soqlOf({ Founded__c: value });
          } catch (error) {
            expect(error).toMatchObject({ name: "SettingsError" });
          }
          if (soql === undefined) return;
          expect(soql).toBe(`SELECT Id FROM Account WHERE Founded__c = ${value}`);
          onlyCondition(soql);
        },
      ),
      runs,
    );
  });
});

describe("find", () => {
  const count = fc.nat({ max: 2000 });
  const condition = fc.oneof(
    fc.record({ Name: text }),
    fc.record({ Industry: fc.record({ in: fc.array(text, { minLength: 1, maxLength: 3 }) }) }),
    fc.record({
      AnnualRevenue: fc.record({
        gt: fc.double({ noNaN: true, noDefaultInfinity: true }),
        lte: fc.integer(),
      }),
    }),
    fc.record({
      Active__c: fc.boolean(),
      CreatedDate: fc.record({ lt: fc.constant("2024-02-29T13:45:00.000+0000") }),
    }),
    fc.record({ Owner: fc.record({ Manager: fc.record({ Name: fc.record({ contains: some }) }) }) }),
    fc.record({ Colors__c: fc.record({ includes: fc.array(text, { minLength: 1, maxLength: 3 }) }) }),
    fc.constant({ Industry: null }),
  );
  const where = fc.letrec<{ where: object }>((tie) => ({
    where: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      condition,
      fc.record({ NOT: tie("where") }),
      fc.record({ OR: fc.array(tie("where"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ AND: fc.array(tie("where"), { minLength: 1, maxLength: 3 }) }),
      fc
        .tuple(condition, fc.record({ OR: fc.array(tie("where"), { minLength: 2, maxLength: 3 }) }))
        .map(([a, b]) => ({ ...a, ...b })),
    ),
  })).where;
  const order = fc.oneof(
    fc.constantFrom("asc", "desc"),
    fc.record({ direction: fc.constantFrom("asc", "desc"), nulls: fc.constantFrom("first", "last") }),
  );
  const orderBy = fc.oneof(
    fc.record({ Name: order }),
    fc.array(fc.record({ Owner: fc.record({ Name: order }) }), { minLength: 1, maxLength: 2 }),
  );
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const args = fc.record({
    select: fc.constant({
      Id: true,
      Owner: { select: { Name: true, Manager: { select: { Name: true } } } },
      Contacts: { select: { LastName: true }, where: { Email: { ne: null } }, limit: 3 },
    }),
    filter: fc.oneof(fc.constant({}), fc.record({ where })) as fc.Arbitrary<{ where?: object }>,
    orderBy: optional(orderBy),
    // The parser does not know OFFSET without LIMIT where there is a WHERE.
    page: fc.oneof(
      fc.constant({}),
      fc.record({ limit: count }),
      fc.record({ limit: count, offset: count }),
    ) as fc.Arbitrary<{ limit?: number; offset?: number }>,
  });

  it("always gives text that parses, with as many conditions as were asked for and AND and OR never mixed", () => {
    fc.assert(
      fc.property(args, ({ page, filter, ...clauses }) => {
        const given = { ...clauses, ...filter, ...page };
        const { soql } = (Account.find as (args: unknown) => { soql: string })(given);
        const query = parseQuery(soql);
        expect(query.sObject).toBe("Account");
        expect(query.fields).toHaveLength(4);
        expect(query.limit).toBe(given.limit);
        expect(query.offset).toBe(given.offset);
        expect(query.where === undefined).toBe(given.where === undefined);
        expect(countOf(query.where as Chain | undefined)).toBe(leavesOf(given.where));
        expect(mixesAndWithOr(soql)).toBe(false);
      }),
      runs,
    );
  });
});

interface Chain {
  left: ({ openParen?: number; closeParen?: number; field?: string } & object) | null;
  operator?: string;
  right?: Chain;
}

function countOf(chain: Chain | undefined): number {
  if (chain === undefined) return 0;
  return (chain.left?.field === undefined ? 0 : 1) + countOf(chain.right);
}

function leavesOf(where: unknown): number {
  if (where === undefined) return 0;
  return Object.entries(where as object).reduce((sum, [key, value]) => {
    if (key === "NOT") return sum + leavesOf(value);
    if (key === "AND" || key === "OR")
      return sum + (value as unknown[]).reduce<number>((all, item) => all + leavesOf(item), 0);
    if (key === "Owner") return sum + leavesOf((value as { Manager: object }).Manager);
    return sum + (value !== null && typeof value === "object" ? Object.keys(value).length : 1);
  }, 0);
}

/** Whether one bracket holds both AND and OR: Salesforce refuses that. Read from the text: the parser lets it pass. */
function mixesAndWithOr(soql: string): boolean {
  const open: Set<string>[] = [new Set()];
  const tokens = soql.replace(/'(?:\\[\s\S]|[^'\\])*'/g, "''").match(/[()]|\b(?:AND|OR)\b/g) ?? [];
  return tokens.some((token) => {
    if (token === "(") open.push(new Set());
    else if (token === ")") open.pop();
    else open.at(-1)?.add(token);
    return (open.at(-1)?.size ?? 0) > 1;
  });
}
