import fc from "fast-check";
import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api } from "./api.js";
import { describeOf, field } from "./tiny-describes.js";

/** Sorting, paging, groups, subtotals and joins beside a second evaluator, which knows nothing of the first. */
interface Item {
  readonly Letter__c: string | null;
  readonly Number__c: number | null;
  /** Place of its parent in the list; null for none. */
  readonly parent: number | null;
}

const parentObject = describeOf("Parent__c", [
  field("Name", "string", { length: 20 }),
  field("Rank__c", "double", { precision: 5, scale: 0 }),
]);
const childObject = describeOf("Child__c", [
  field("Letter__c", "string", { length: 5 }),
  field("Number__c", "double", { precision: 5, scale: 0 }),
  field("Parent__c", "reference", { referenceTo: ["Parent__c"], relationshipName: "Parent__r" }),
]);

const PARENTS = 3;
const ranks = fc.array(fc.option(fc.integer({ min: 0, max: 2 })), { minLength: PARENTS, maxLength: PARENTS });
const items: fc.Arbitrary<Item[]> = fc.array(
  fc.record({
    Letter__c: fc.option(fc.constantFrom("a", "B", "c")),
    Number__c: fc.option(fc.integer({ min: -2, max: 2 })),
    parent: fc.option(fc.integer({ min: 0, max: PARENTS - 1 })),
  }),
  { maxLength: 12 },
);

function orgOf(rankOf: readonly (number | null)[], list: readonly Item[]) {
  const org = createOrg({ describes: [parentObject, childObject] });
  const parents =
    org.seed({ Parent__c: rankOf.map((Rank__c, at) => ({ Name: `P${at}`, Rank__c })) }).Parent__c ?? [];
  org.seed({
    Child__c: list.map(({ parent, ...values }) => ({
      ...values,
      Parent__c: parent === null ? null : (parents[parent] ?? null),
    })),
  });
  return api(org);
}

type Cell = string | number | null;

async function rows(rest: ReturnType<typeof api>, soql: string): Promise<Cell[][]> {
  const { status, body } = await rest.query(soql);
  expect({ status, body: status === 200 ? 0 : body, soql }).toEqual({ status: 200, body: 0, soql });
  return (body.records as Record<string, Cell>[]).map(({ attributes: _, ...row }) => Object.values(row));
}

const ascending = (a: Cell, b: Cell): number => (a === b ? 0 : (a as never) < (b as never) ? -1 : 1);

/** As ORDER BY reads: empty values first, unless said otherwise; equal ones stay in their order. */
function ordered<T>(list: readonly T[], key: (item: T) => Cell, isDown: boolean, nullsLast: boolean): T[] {
  const filled = list.filter((item) => key(item) !== null);
  const empty = list.filter((item) => key(item) === null);
  const sorted = filled
    .map((item, at) => ({ item, at }))
    .sort((a, b) => ascending(key(a.item), key(b.item)) * (isDown ? -1 : 1) || a.at - b.at)
    .map(({ item }) => item);
  return nullsLast ? [...sorted, ...empty] : [...empty, ...sorted];
}

const folded = (value: string | null): string | null => value?.toLowerCase() ?? null;

describe("SOQL rows beside a second evaluator", () => {
  it("are sorted and paged alike", () =>
    fc.assert(
      fc.asyncProperty(
        items,
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        async (list, isDown, nullsLast, offset, limit) => {
          const rest = orgOf([null, null, null], list);
          const soql =
            `SELECT Number__c, Letter__c FROM Child__c ORDER BY Number__c ${isDown ? "DESC" : "ASC"} ` +
            `NULLS ${nullsLast ? "LAST" : "FIRST"} LIMIT ${limit} OFFSET ${offset}`;
          const expected = ordered(list, (item) => item.Number__c, isDown, nullsLast);
          expect(await rows(rest, soql)).toEqual(
            expected.slice(offset, offset + limit).map((item) => [item.Number__c, item.Letter__c]),
          );
        },
      ),
      { numRuns: 60 },
    ));

  it("are grouped and counted alike", () =>
    fc.assert(
      fc.asyncProperty(items, fc.integer({ min: 0, max: 3 }), async (list, least) => {
        const rest = orgOf([null, null, null], list);
        const soql =
          "SELECT Letter__c, COUNT(Id) n, COUNT(Number__c) m, SUM(Number__c) s, MIN(Number__c) l, MAX(Number__c) g, COUNT_DISTINCT(Number__c) d " +
          `FROM Child__c GROUP BY Letter__c HAVING COUNT(Id) > ${least} ORDER BY Letter__c NULLS FIRST`;
        const keys = [...new Set(list.map((item) => folded(item.Letter__c)))].sort(
          (a, b) => Number(b === null) - Number(a === null) || ascending(a, b),
        );
        const expected = keys.flatMap((key) => {
          const group = list.filter((item) => folded(item.Letter__c) === key);
          const numbers = group.flatMap(({ Number__c }) => (Number__c === null ? [] : [Number__c]));
          const some = <T>(value: T): T | null => (numbers.length === 0 ? null : value);
          const sum = numbers.reduce((total, value) => total + value, 0);
          const row: Cell[] = [
            group[0]?.Letter__c ?? null,
            group.length,
            numbers.length,
            some(sum),
            some(Math.min(...numbers)),
            some(Math.max(...numbers)),
            new Set(numbers).size,
          ];
          return group.length > least ? [row] : [];
        });
        expect(await rows(rest, soql)).toEqual(expected);
      }),
      { numRuns: 60 },
    ));

  it("have the subtotals of ROLLUP and CUBE alike", () =>
    fc.assert(
      fc.asyncProperty(items, fc.constantFrom("ROLLUP", "CUBE"), async (list, kind) => {
        const rest = orgOf([null, null, null], list);
        const soql =
          "SELECT Letter__c, Number__c, GROUPING(Letter__c) gl, GROUPING(Number__c) gn, COUNT(Id) n " +
          `FROM Child__c GROUP BY ${kind}(Letter__c, Number__c)`;
        const sets: [boolean, boolean][] = [
          [true, true],
          [true, false],
          [false, false],
          ...(kind === "CUBE" ? [[false, true] as [boolean, boolean]] : []),
        ];
        const expected = new Map<string, number>();
        for (const [byLetter, byNumber] of sets) {
          for (const item of list) {
            const key = JSON.stringify([
              byLetter ? folded(item.Letter__c) : null,
              byNumber ? item.Number__c : null,
              byLetter ? 0 : 1,
              byNumber ? 0 : 1,
            ]);
            expected.set(key, (expected.get(key) ?? 0) + 1);
          }
        }
        const found = await rows(rest, soql);
        const actual = new Map(
          found.map(([letter, number, gl, gn, n]) => [
            JSON.stringify([typeof letter === "string" ? folded(letter) : null, number, gl, gn]),
            n as number,
          ]),
        );
        expect(actual).toEqual(expected);
        expect(found).toHaveLength(expected.size);
      }),
      { numRuns: 60 },
    ));

  it("are joined alike: parents, semi- and anti-joins, children", () =>
    fc.assert(
      fc.asyncProperty(ranks, items, fc.integer({ min: 0, max: 2 }), async (rankOf, list, rank) => {
        const rest = orgOf(rankOf, list);
        const parentsOf = (item: Item): number | null =>
          item.parent === null ? null : (rankOf[item.parent] ?? null);
        expect(await rows(rest, `SELECT Letter__c FROM Child__c WHERE Parent__r.Rank__c = ${rank}`)).toEqual(
          list.filter((item) => parentsOf(item) === rank).map((item) => [item.Letter__c]),
        );
        const hasChild = (place: number): boolean =>
          list.some((item) => item.parent === place && item.Number__c !== null && item.Number__c > 0);
        const inner = "(SELECT Parent__c FROM Child__c WHERE Number__c > 0)";
        const places = rankOf.map((_, place) => place);
        for (const [operator, wanted] of [
          ["IN", true],
          ["NOT IN", false],
        ] as const) {
          expect(await rows(rest, `SELECT Name FROM Parent__c WHERE Id ${operator} ${inner}`)).toEqual(
            places.filter((place) => hasChild(place) === wanted).map((place) => [`P${place}`]),
          );
        }
      }),
      { numRuns: 60 },
    ));
});
