import type { StoredRecord, Value } from "../store/table.js";
import { folded } from "./aggregate-functions.js";
import type { Expression } from "./expression.js";

/** What a query groups by, and which of it is rolled up in which rows. */
export interface Grouping {
  readonly expressions: readonly Expression[];
  /** The expressions each kind of row is grouped by: one kind, but for ROLLUP and CUBE. */
  readonly sets: readonly (readonly Expression[])[];
  /** Whether there are subtotals, so that GROUPING() makes sense. */
  readonly subtotals: boolean;
}

/** The records that are equal in every expression they are grouped by. */
export interface Group {
  readonly records: readonly StoredRecord[];
  /** What the row is a subtotal over; empty for a row that is none. */
  readonly rolledUp: ReadonlySet<Expression>;
}

/** Gives the sets of expressions that ROLLUP or CUBE groups by. */
type Subtotals = (expressions: readonly Expression[]) => Expression[][];

const SUBTOTALS = {
  /** Each beginning of the list: all of it, all but the last … and none. */
  ROLLUP: (expressions) => [
    ...expressions.map((_, count) => expressions.slice(0, expressions.length - count)),
    [],
  ],
  CUBE: subsets,
} satisfies Record<string, Subtotals>;

/** Each subset of the list, the whole first and the empty one last. */
function subsets(expressions: readonly Expression[]): Expression[][] {
  const [first, ...rest] = expressions;
  if (first === undefined) return [[]];
  const others = subsets(rest);
  return [...others.map((set) => [first, ...set]), ...others];
}

export type SubtotalName = keyof typeof SUBTOTALS;

export function isSubtotalName(name: string): name is SubtotalName {
  return Object.hasOwn(SUBTOTALS, name);
}

export function plainGrouping(expressions: readonly Expression[]): Grouping {
  return { expressions, sets: [expressions], subtotals: false };
}

export function subtotalGrouping(name: SubtotalName, expressions: readonly Expression[]): Grouping {
  return { expressions, sets: SUBTOTALS[name](expressions), subtotals: true };
}

/** Without GROUP BY everything is one group, be it empty. */
export function makeGroups(records: readonly StoredRecord[], grouping: Grouping): Group[] {
  const { expressions, sets, subtotals } = grouping;
  if (expressions.length === 0) return [{ records, rolledUp: new Set() }];
  const groups = sets.flatMap((set) => groupsOf(records, set, rolledUp(expressions, set)));
  return subtotals ? subtotalsLast(groups, expressions) : groups;
}

function rolledUp(expressions: readonly Expression[], set: readonly Expression[]): ReadonlySet<Expression> {
  return new Set(expressions.filter((expression) => !set.includes(expression)));
}

function groupsOf(
  records: readonly StoredRecord[],
  set: readonly Expression[],
  rolledUp: ReadonlySet<Expression>,
): Group[] {
  const groups = new Map<string, StoredRecord[]>();
  for (const record of records) {
    const key = JSON.stringify(set.map((expression) => groupValue(expression, record)));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()].map((grouped) => ({ records: grouped, rolledUp }));
}

function groupValue(expression: Expression, record: StoredRecord | undefined): Value {
  return record === undefined ? null : folded(expression, expression.read(record));
}

/** Each group's rows together, in the order their values first came up, and the subtotal after them. */
function subtotalsLast(groups: readonly Group[], expressions: readonly Expression[]): Group[] {
  const orders = expressions.map((expression) => valueOrder(groups, expression));
  const ranked = groups.map((group) => ({ group, ranks: orders.map((order) => order(group)) }));
  ranked.sort((a, b) => {
    const place = a.ranks.findIndex((rank, at) => rank !== b.ranks[at]);
    return (a.ranks[place] ?? 0) - (b.ranks[place] ?? 0);
  });
  return ranked.map(({ group }) => group);
}

function valueOrder(groups: readonly Group[], expression: Expression): (group: Group) => number {
  const order = new Map<Value, number>();
  for (const { records } of groups) {
    const value = groupValue(expression, records[0]);
    if (!order.has(value)) order.set(value, order.size);
  }
  return ({ records, rolledUp }) =>
    rolledUp.has(expression) ? order.size : (order.get(groupValue(expression, records[0])) ?? 0);
}
