import fc from "fast-check";
import { clientCredentials, custom, defineOrg, lastNDays, type OrgMetadata } from "orgtype";
import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { describeOf, field } from "../unit/mock/tiny-describes.js";

/**
 * What `find` asks for beside what comes back: random arguments, evaluated by the embedded org as the SOQL that
 * `find` made of them, and here as they stand, by a judge that knows nothing of SOQL.
 */
interface Item {
  readonly Text__c: string | null;
  readonly Exact__c: string | null;
  readonly Number__c: number | null;
  readonly Flag__c: boolean;
  readonly Day__c: string | null;
  readonly Tags__c: string | null;
  /** Place of its parent in the list; null for none. */
  readonly parent: number | null;
}
interface Parent {
  readonly Name: string;
  readonly Rank__c: number | null;
}
type Value = string | number | boolean | null;

const rowObject = describeOf("Row__c", [
  field("Text__c", "string", { length: 50 }),
  field("Exact__c", "string", { length: 50, caseSensitive: true }),
  field("Number__c", "double", { precision: 18, scale: 2 }),
  field("Flag__c", "boolean", { nillable: false, defaultedOnCreate: true, defaultValue: false }),
  field("Day__c", "date"),
  field("Tags__c", "multipicklist", { length: 200 }),
  field("Parent__c", "reference", { referenceTo: ["Parent__c"], relationshipName: "Parent__r" }),
]);
const parentObject = describeOf(
  "Parent__c",
  [field("Name", "string", { length: 20 }), field("Rank__c", "double", { precision: 5, scale: 0 })],
  { childRelationships: [{ childSObject: "Row__c", field: "Parent__c", relationshipName: "Rows__r" }] },
);
const metadata: OrgMetadata = {
  Row__c: {
    fields: { Number__c: "number", Flag__c: "boolean", Day__c: "date", Tags__c: "multipicklist" },
    parents: { Parent__r: "Parent__c" },
    children: {},
  },
  Parent__c: { fields: { Rank__c: "number" }, parents: {}, children: { Rows__r: "Row__c" } },
};
const smallOrg = defineOrg<Record<never, never>>({ contract: 1, apiVersion: "66.0", metadata });

/** A Wednesday, at noon in every time zone that orgs of tests have. */
const NOW = new Date("2026-01-07T20:00:00Z");

const PARENTS = 3;
/** Few letters, so that values meet: wildcards, quotes and a backslash among them. */
const text = fc.string({ unit: fc.constantFrom("a", "A", "b", "%", "_", "'", "\\"), maxLength: 4 });
const some = text.filter((value) => value !== "");
const number = fc.integer({ min: -3, max: 3 });
const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-01-0${n}`);
const choices = fc.uniqueArray(fc.constantFrom("x", "y", "z"), { minLength: 1, maxLength: 3 });
const tags = choices.map((list) => list.join(";"));

const items: fc.Arbitrary<Item[]> = fc.array(
  fc.record({
    Text__c: fc.option(some),
    Exact__c: fc.option(some),
    Number__c: fc.option(number),
    Flag__c: fc.boolean(),
    Day__c: fc.option(day),
    Tags__c: fc.option(tags),
    parent: fc.option(fc.integer({ min: 0, max: PARENTS - 1 })),
  }),
  { minLength: 1, maxLength: 10 },
);
const parents: fc.Arbitrary<Parent[]> = fc.array(
  fc.record({ Name: fc.constantFrom("P", "Q", "r"), Rank__c: fc.option(number) }),
  { minLength: PARENTS, maxLength: PARENTS },
);

/** Arguments as a caller gives them. */
type Where = Readonly<Record<string, unknown>>;

const ordering = <T>(value: fc.Arbitrary<T>) =>
  fc.tuple(fc.constantFrom("gt", "gte", "lt", "lte"), value).map(([operator, v]) => ({ [operator]: v }));
const equality = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    fc.option(value),
    fc.tuple(fc.constantFrom("eq", "ne"), fc.option(value)).map(([operator, v]) => ({ [operator]: v })),
  );
const membership = <T>(value: fc.Arbitrary<T>) =>
  fc
    .tuple(fc.constantFrom("in", "notIn"), fc.array(value, { minLength: 1, maxLength: 4 }))
    .map(([operator, list]) => ({ [operator]: list }));
const comparison = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(equality(value), membership(value), ordering(value));
/** Several operators of one field must all hold. */
const both = (one: fc.Arbitrary<unknown>, other: fc.Arbitrary<unknown>) =>
  fc.tuple(one, other).map(([a, b]) => ({ ...(a as object), ...(b as object) }));

const pattern = fc
  .array(fc.constantFrom("a", "B", "%", "_", "\\%", "\\_", "'", "\\\\"), { maxLength: 5 })
  .map((tokens) => tokens.join(""));
const likeness = fc.oneof(
  pattern.map((like) => ({ like })),
  fc
    .tuple(fc.constantFrom("startsWith", "endsWith", "contains"), some)
    .map(([operator, value]) => ({ [operator]: value })),
);

const condition: fc.Arbitrary<Where> = fc.oneof(
  comparison(some).map((Text__c) => ({ Text__c })),
  likeness.map((Text__c) => ({ Text__c })),
  both(likeness, ordering(some)).map((Text__c) => ({ Text__c })),
  comparison(some).map((Exact__c) => ({ Exact__c })),
  comparison(number).map((Number__c) => ({ Number__c })),
  both(ordering(number), membership(number)).map((Number__c) => ({ Number__c })),
  equality(fc.boolean())
    .filter((value) => value !== null && (typeof value !== "object" || !Object.values(value).includes(null)))
    .map((Flag__c) => ({ Flag__c })),
  comparison(day).map((Day__c) => ({ Day__c })),
  comparison(day.map((text) => new Date(text))).map((Day__c) => ({ Day__c })),
  fc.integer({ min: 0, max: 5 }).map((days) => ({ Day__c: lastNDays(days) })),
  fc
    .tuple(fc.constantFrom("includes", "excludes"), fc.array(tags, { minLength: 1, maxLength: 3 }))
    .map(([operator, list]) => ({ Tags__c: { [operator]: list } })),
  equality(number).map((Rank__c) => ({ Parent__r: { Rank__c } })),
  comparison(number).map((Rank__c) => ({ Parent__r: { Rank__c } })),
  comparison(fc.constantFrom("P", "q")).map((Name) => ({ Parent__r: { Name } })),
);

const { where } = fc.letrec<{ where: Where }>((tie) => ({
  where: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    condition,
    fc.tuple(condition, condition).map(([a, b]) => ({ ...a, ...b })),
    tie("where").map((NOT) => ({ NOT })),
    fc.array(tie("where"), { minLength: 1, maxLength: 3 }).map((AND) => ({ AND })),
    fc.array(tie("where"), { minLength: 1, maxLength: 3 }).map((OR) => ({ OR })),
    fc.tuple(condition, tie("where"), tie("where")).map(([a, b, c]) => ({ ...a, OR: [b, c], NOT: b })),
  ),
}));

/** The parser of the embedded org loses the third of three NOTs in a row; the org then refuses the text. */
const isReadable = (soql: string) => !/NOT \(+NOT \(+NOT/.test(soql);

// The judge.

const fold = (name: string, value: Value): Value =>
  typeof value === "string" && name !== "Exact__c" ? value.toLowerCase() : value;

/** A pattern in the dialect of `like`, as a regular expression. */
function matches(value: string, like: string): boolean {
  const source = like.replace(/\\[%_\\]|[\s\S]/g, (token) => {
    if (token === "%") return "[^]*";
    if (token === "_") return "[^]";
    return (token.length === 2 ? token.slice(1) : token).replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  });
  return new RegExp(`^${source}$`, "i").test(value);
}

const orders: Record<string, (order: number) => boolean> = {
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
};
const texts: Record<string, (own: string, value: string) => boolean> = {
  like: matches,
  startsWith: (own, value) => own.toLowerCase().startsWith(value.toLowerCase()),
  endsWith: (own, value) => own.toLowerCase().endsWith(value.toLowerCase()),
  contains: (own, value) => own.toLowerCase().includes(value.toLowerCase()),
};

const plain = (value: unknown): Value =>
  value instanceof Date ? value.toISOString().slice(0, 10) : (value as Value);

function isEqual(name: string, own: Value, operand: unknown): boolean {
  const value = plain(operand);
  const days = typeof value === "string" ? /^LAST_N_DAYS:(\d+)$/.exec(value) : null;
  if (days === null) return fold(name, own) === fold(name, value);
  // The last days, today included.
  const since = new Date(NOW.getTime() - Number(days[1]) * 86_400_000).toISOString().slice(0, 10);
  return typeof own === "string" && own >= since && own <= NOW.toISOString().slice(0, 10);
}

function operatorHolds(name: string, own: Value, operator: string, operand: unknown): boolean {
  const list = operand as readonly unknown[];
  const chosen = String(own ?? "").split(";");
  const isChosen = (choice: unknown) =>
    String(choice)
      .split(";")
      .every((one) => chosen.includes(one));
  if (operator === "eq") return isEqual(name, own, operand);
  if (operator === "ne") return !isEqual(name, own, operand);
  if (operator === "in") return list.some((value) => isEqual(name, own, value));
  if (operator === "notIn") return !list.some((value) => isEqual(name, own, value));
  if (operator === "includes") return list.some(isChosen);
  if (operator === "excludes") return !list.some(isChosen);
  if (own === null) return false;
  const textual = texts[operator];
  if (textual !== undefined) return textual(String(own), String(operand));
  const [a, b] = [fold(name, own) as never, fold(name, plain(operand)) as never];
  return orders[operator]?.(a < b ? -1 : a > b ? 1 : 0) ?? false;
}

function holds(where: Where, row: Record<string, unknown>): boolean {
  return Object.entries(where).every(([name, value]) => {
    if (name === "AND") return (value as Where[]).every((part) => holds(part, row));
    if (name === "OR") return (value as Where[]).some((part) => holds(part, row));
    if (name === "NOT") return !holds(value as Where, row);
    if (name === "Parent__r") return holds(value as Where, (row[name] ?? {}) as Record<string, unknown>);
    const own = (row[name] ?? null) as Value;
    if (typeof value !== "object" || value === null || value instanceof Date)
      return isEqual(name, own, value);
    return Object.entries(value).every(([operator, operand]) => operatorHolds(name, own, operator, operand));
  });
}

interface Key {
  readonly name: string;
  readonly isDown: boolean;
  readonly nulls: "first" | "last" | undefined;
}

function sorted<T extends Record<string, unknown>>(rows: readonly T[], keys: readonly Key[]): T[] {
  return [...rows].sort((a, b) => {
    for (const { name, isDown, nulls } of keys) {
      // Sorting never looks at case.
      const [one, other] = [a, b].map((row) => fold("", (row[name] ?? null) as Value));
      if (one === other) continue;
      // Empty values come first, unless said otherwise.
      if (one === null || other === null) return (one === null) === (nulls !== "last") ? -1 : 1;
      return (one as never) < (other as never) === isDown ? 1 : -1;
    }
    return 0;
  });
}

const key = fc.record({
  name: fc.constantFrom("Text__c", "Exact__c", "Number__c", "Day__c"),
  isDown: fc.boolean(),
  nulls: fc.constantFrom("first" as const, "last" as const, undefined),
});
const orderOf = ({ isDown, nulls }: Key) => {
  const direction = isDown ? "desc" : "asc";
  return nulls === undefined ? direction : { direction, nulls };
};
const orderByOf = (keys: readonly Key[]) =>
  keys.length === 0 ? {} : { orderBy: keys.map((one) => ({ [one.name]: orderOf(one) })) };
const keys = fc.uniqueArray(key, { maxLength: 2, selector: ({ name }) => name });
const maybe = <T>(name: string, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.oneof(
    fc.constant({}),
    value.map((v) => ({ [name]: v })),
  );

const FIELDS = ["Text__c", "Exact__c", "Number__c", "Flag__c", "Day__c", "Tags__c"];
const selected = fc.subarray(FIELDS, { minLength: 1 });
const pick = (row: Record<string, unknown>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]));

interface Found {
  readonly soql: string;
  all(): Promise<unknown[]>;
}
interface Finder {
  find(args: object): Found;
  count(args: object): Promise<number>;
  subquery(field: string, args: object): unknown;
}

function clientOf(parentList: readonly Parent[], list: readonly Item[]) {
  const org = createOrg({ describes: [rowObject, { ...parentObject, keyPrefix: "a1x" }], now: () => NOW });
  const ids = org.seed({ Parent__c: parentList.map((parent) => ({ ...parent })) }).Parent__c ?? [];
  const parentId = (place: number | null) => (place === null ? null : (ids[place] ?? null));
  org.seed({ Row__c: list.map(({ parent, ...values }) => ({ ...values, Parent__c: parentId(parent) })) });
  const client = smallOrg.createClient({
    environment: custom(org.url),
    auth: clientCredentials(org.credentials),
    transport: org.fetch,
  }) as unknown as { sobject(name: string): Finder };
  const rows = list.map(({ parent, ...values }) => ({
    ...values,
    Parent__r: parent === null ? null : (parentList[parent] ?? null),
    Parent__c: parentId(parent),
  }));
  return { row: client.sobject("Row__c"), parent: client.sobject("Parent__c"), rows, ids };
}

describe("find beside a judge of its arguments", () => {
  const clauses = fc
    .record({
      select: selected,
      withParent: fc.boolean(),
      filter: maybe("where", where),
      keys,
      limit: maybe("limit", fc.integer({ min: 1, max: 6 })),
      offset: fc.integer({ min: 0, max: 3 }),
    })
    // The parser of the embedded org does not know OFFSET without LIMIT where there is a WHERE.
    .map(({ offset, ...rest }) => ({ ...rest, offset: rest.limit.limit === undefined ? 0 : offset }));

  it("gives the rows, fields, parents and order that were asked for", async () => {
    await fc.assert(
      fc.asyncProperty(
        parents,
        items,
        fc.array(clauses, { minLength: 5, maxLength: 5 }),
        async (above, list, asked) => {
          const { row, rows } = clientOf(above, list);
          for (const { select, withParent, filter, keys, limit, offset } of asked) {
            const query = row.find({
              select: {
                ...Object.fromEntries(select.map((name) => [name, true])),
                ...(withParent && { Parent__r: { select: { Name: true, Rank__c: true } } }),
              },
              ...filter,
              ...orderByOf(keys),
              ...limit,
              ...(offset > 0 && { offset }),
            });
            if (!isReadable(query.soql)) continue;
            const fitting = sorted(
              rows.filter((item) => filter.where === undefined || holds(filter.where, item)),
              keys,
            );
            const page = fitting.slice(offset, offset + (limit.limit ?? fitting.length));
            const names = withParent ? [...select, "Parent__r"] : select;
            expect({ soql: query.soql, rows: await query.all() }).toEqual({
              soql: query.soql,
              rows: page.map((item) => pick(item, names)),
            });
            expect(await row.count(filter)).toBe(fitting.length);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  }, 240_000);

  it("gives children by their own clauses, and parents by what a subquery finds", async () => {
    await fc.assert(
      fc.asyncProperty(
        parents,
        items,
        fc.record({
          select: selected,
          filter: maybe("where", where),
          keys,
          limit: maybe("limit", fc.integer({ min: 1, max: 3 })),
        }),
        where,
        fc.boolean(),
        async (above, list, { select, filter, keys, limit }, inner, isIn) => {
          const { row, parent, rows, ids } = clientOf(above, list);
          const query = parent.find({
            select: {
              Name: true,
              Rows__r: {
                select: Object.fromEntries(select.map((name) => [name, true])),
                ...filter,
                ...orderByOf(keys),
                ...limit,
              },
            },
            where: { Id: { [isIn ? "in" : "notIn"]: row.subquery("Parent__c", { where: inner }) } },
          });
          if (!isReadable(query.soql)) return;
          const wanted = new Set(rows.filter((item) => holds(inner, item)).map((item) => item.Parent__c));
          const expected = above.flatMap(({ Name }, place) => {
            const id = ids[place] ?? "";
            if (wanted.has(id) !== isIn) return [];
            const children = rows.filter(
              (item) => item.Parent__c === id && (filter.where === undefined || holds(filter.where, item)),
            );
            const page = sorted(children, keys).slice(0, limit.limit);
            return [{ Name, Rows__r: page.map((item) => pick(item, select)) }];
          });
          expect({ soql: query.soql, rows: await query.all() }).toEqual({ soql: query.soql, rows: expected });
        },
      ),
      { numRuns: 1_000 },
    );
  }, 240_000);
});
