import { SettingsError } from "../errors.js";
import type { ObjectMetadata, OrgMetadata } from "../schema/metadata.js";
import { count } from "./count.js";
import { checkDefined } from "./defined.js";
import type { LiteralKind } from "./literal.js";
import { checkName, entriesOf, metadataOf, polymorphicTarget } from "./names.js";
import { orderText } from "./order-by.js";
import { fieldConditions, kindOf, whereText } from "./where.js";

/** What `aggregate` takes, as run time sees it. */
export interface AggregateInput {
  readonly select: unknown;
  readonly groupBy?: unknown;
  readonly subtotals?: unknown;
  readonly where?: unknown;
  readonly having?: unknown;
  readonly orderBy?: unknown;
  readonly limit?: unknown;
}

/** One column of an aggregate query. */
interface Column {
  /** Where its value goes in the row: `["Account", "Industry"]`. */
  readonly place: readonly string[];
  readonly expression: string;
  /** How its values are written in HAVING. */
  readonly kind: LiteralKind;
}

/** Reads a value of a column. */
type ReadColumn = (value: unknown, kind: LiteralKind) => unknown;

export interface BuiltAggregate {
  readonly soql: string;
  /** The row of a record of the answer, whose values `read` may read on in. */
  readonly toRow: (record: Readonly<Record<string, unknown>>, read: ReadColumn) => Record<string, unknown>;
}

const clauses: readonly string[] = [
  "select",
  "groupBy",
  "subtotals",
  "where",
  "having",
  "orderBy",
  "limit",
] satisfies (keyof AggregateInput)[];

const dateFunctions: Readonly<Record<string, string>> = {
  calendarMonth: "CALENDAR_MONTH",
  calendarQuarter: "CALENDAR_QUARTER",
  calendarYear: "CALENDAR_YEAR",
  dayInMonth: "DAY_IN_MONTH",
  dayInWeek: "DAY_IN_WEEK",
  dayInYear: "DAY_IN_YEAR",
  dayOnly: "DAY_ONLY",
  fiscalMonth: "FISCAL_MONTH",
  fiscalQuarter: "FISCAL_QUARTER",
  fiscalYear: "FISCAL_YEAR",
  hourInDay: "HOUR_IN_DAY",
  weekInMonth: "WEEK_IN_MONTH",
  weekInYear: "WEEK_IN_YEAR",
};

const aggregates: Readonly<Record<string, string>> = {
  count: "COUNT",
  countDistinct: "COUNT_DISTINCT",
  sum: "SUM",
  avg: "AVG",
  min: "MIN",
  max: "MAX",
  grouping: "GROUPING",
};

const groupings: Readonly<Record<string, (columns: string) => string>> = {
  none: (columns) => columns,
  rollup: (columns) => `ROLLUP(${columns})`,
  cube: (columns) => `CUBE(${columns})`,
};

/**
 * SOQL text for the arguments of `aggregate`. Columns have names of our own on the wire: the caller's could
 * be words of SOQL.
 *
 * @throws SettingsError that names the path of what is wrong, before anything is sent
 */
export function buildAggregate(object: string, args: AggregateInput, metadata: OrgMetadata): BuiltAggregate {
  for (const [key] of entriesOf(args, "aggregate")) {
    if (!clauses.includes(key)) throw wrong(key, "is not known", `Known: ${clauses.join(", ")}.`);
  }
  const described = metadataOf(object, metadata, "aggregate");
  const grouped =
    args.groupBy === undefined ? [] : groupColumns(args.groupBy, described, metadata, ["groupBy"]);
  const selected = entriesOf(args.select, "select").map(([name, value]) => aggregate(name, value, described));
  if (selected.length === 0)
    throw wrong("select", "holds no aggregate", "Give { n: { count: true } } at least.");
  for (const clause of ["limit", "subtotals"] as const) {
    if (grouped.length === 0 && args[clause] !== undefined) {
      throw wrong(clause, "stands without `groupBy`", "There is one row: leave it out.");
    }
  }
  const twice = selected.find(({ place }) => grouped.some((column) => column.place[0] === place[0]));
  if (twice !== undefined) {
    throw wrong(`select.${twice.place[0]}`, "is also in `groupBy`", "Give the aggregate another name.");
  }
  const columns = [...grouped, ...selected];
  const parts = [
    `SELECT ${columns.map(({ expression }, index) => `${expression} c${index}`).join(", ")} FROM ${checkName(object, "aggregate")}`,
    Object.hasOwn(args, "where") && `WHERE ${whereText(args.where, object, metadata, "where")}`,
    grouped.length > 0 && `GROUP BY ${groupingOf(args.subtotals)(grouped.map(expressionOf).join(", "))}`,
    Object.hasOwn(args, "having") && `HAVING ${havingText(args.having, selected, metadata)}`,
    args.orderBy !== undefined && `ORDER BY ${orderByColumns(args.orderBy, columns)}`,
    args.limit !== undefined && `LIMIT ${count(args.limit, "limit")}`,
  ];
  return {
    soql: parts.filter((part) => part !== false).join(" "),
    toRow: (record, read) => toRow(record, columns, read),
  };
}

function groupColumns(
  groupBy: unknown,
  object: ObjectMetadata,
  metadata: OrgMetadata,
  place: readonly string[],
): Column[] {
  const path = place.join(".");
  return entriesOf(groupBy, path).flatMap(([key, value]) => {
    const here = [...place, key];
    const prefix = place
      .slice(1)
      .map((name) => `${name}.`)
      .join("");
    if (value === true) {
      const expression = prefix + checkName(key, here.join("."));
      return [{ place: here.slice(1), expression, kind: kindOf(key, object) }];
    }
    const parent = Object.hasOwn(object.parents, key) ? object.parents[key] : undefined;
    if (parent !== undefined) {
      const target = parent === "" ? polymorphicTarget : metadataOf(parent, metadata, path);
      return groupColumns(value, target, metadata, here);
    }
    const [name, field] = onlyEntry(value, here.join("."), dateFunctions, "a date function");
    return [{ place: here.slice(1), expression: `${name}(${prefix}${field})`, kind: "number" }];
  });
}

function aggregate(name: string, value: unknown, object: ObjectMetadata): Column {
  const [fn, field] = onlyEntry(value, `select.${name}`, aggregates, "an aggregate");
  const isValue = fn === "MIN" || fn === "MAX";
  return { place: [name], expression: `${fn}(${field})`, kind: isValue ? kindOf(field, object) : "number" };
}

/** `{ sum: "Amount" }` as SOQL's function and the field. */
function onlyEntry(
  value: unknown,
  path: string,
  functions: Readonly<Record<string, string>>,
  what: string,
): [name: string, field: string] {
  const [entry, ...more] = entriesOf(value, path);
  const name = entry && Object.hasOwn(functions, entry[0]) ? functions[entry[0]] : undefined;
  if (entry === undefined || name === undefined || more.length > 0) {
    throw wrong(path, `is not ${what} of a field`, `Give one of ${Object.keys(functions).join(", ")}.`);
  }
  const field = name === "COUNT" && entry[1] === true ? "Id" : entry[1];
  if (typeof field !== "string") throw wrong(path, "names no field", `Give { ${entry[0]}: "FieldName" }.`);
  return [name, checkName(field, path)];
}

function groupingOf(subtotals: unknown): (columns: string) => string {
  const name = subtotals === undefined ? "none" : String(subtotals);
  const grouping = Object.hasOwn(groupings, name) ? groupings[name] : undefined;
  if (grouping !== undefined) return grouping;
  throw wrong("subtotals", "is not known", 'Give "rollup" or "cube".');
}

function havingText(having: unknown, selected: readonly Column[], metadata: OrgMetadata): string {
  checkDefined(having, "having");
  const conditions = entriesOf(having, "having").flatMap(([name, value]) => {
    const path = `having.${name}`;
    const column = selected.find(({ place }) => place[0] === name);
    if (column === undefined) throw wrong(path, "is no aggregate of `select`", "Filter fields in `where`.");
    const operators = typeof value === "object" && value !== null ? value : { eq: value };
    const { expression, kind } = column;
    const noSubquery = "in HAVING";
    return fieldConditions(operators, { column: expression, kind, path, metadata, queried: "", noSubquery });
  });
  if (conditions.length > 0) return conditions.join(" AND ");
  throw wrong("having", "holds no condition", "Leave it out to get every group.");
}

function orderByColumns(orderBy: unknown, columns: readonly Column[]): string {
  const keys = Array.isArray(orderBy) ? orderBy : [orderBy];
  const orders = keys.flatMap((key) => ordersOf(key, columns, []));
  if (orders.length > 0) return orders.join(", ");
  throw wrong("orderBy", "names nothing", "Give an aggregate or a grouped field.");
}

function ordersOf(orderBy: unknown, columns: readonly Column[], place: readonly string[]): string[] {
  return entriesOf(orderBy, ["orderBy", ...place].join(".")).flatMap(([key, value]) => {
    const here = [...place, key];
    const path = ["orderBy", ...here].join(".");
    const column = columns.find((candidate) => candidate.place.join(".") === here.join("."));
    if (column !== undefined) return [`${column.expression} ${orderText(value, path)}`];
    const isParent = columns.some(
      (candidate) => candidate.place[here.length - 1] === key && candidate.place.length > here.length,
    );
    if (isParent) return ordersOf(value, columns, here);
    throw wrong(path, "is neither selected nor grouped by", "Sort by what stands in the row.");
  });
}

function toRow(
  record: Readonly<Record<string, unknown>>,
  columns: readonly Column[],
  read: ReadColumn,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, { place, kind }] of columns.entries()) {
    let target = row;
    for (const name of place.slice(0, -1)) {
      target[name] ??= {};
      target = target[name] as Record<string, unknown>;
    }
    target[place.at(-1) ?? ""] = read(record[`c${index}`] ?? null, kind);
  }
  return row;
}

function expressionOf({ expression }: Column): string {
  return expression;
}

function wrong(path: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.aggregate", `\`${path}\` ${problem}.`, { hint });
}
