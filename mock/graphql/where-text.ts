import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { Value } from "../store/table.js";
import { graphqlFault } from "./graphql-call.js";
import { parentsOf, type SchemaTypes } from "./schema-types.js";

/** A filter as it was given: by fields, relationships, `and`, `or` and `not`. */
export type FilterInput = Readonly<Record<string, unknown>>;

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: "=",
  ne: "!=",
  lt: "<",
  gt: ">",
  lte: "<=",
  gte: ">=",
  like: "LIKE",
  in: "IN",
  nin: "NOT IN",
  includes: "INCLUDES",
  excludes: "EXCLUDES",
};

type FilterTypes = Pick<SchemaTypes, "find">;

/** The conditions of a filter as SOQL; undefined where it has none. */
export function whereText(
  object: ObjectInfo,
  filter: FilterInput | null | undefined,
  types: FilterTypes,
  path = "",
): string | undefined {
  const conditions = Object.entries(filter ?? {}).flatMap(([key, given]) => {
    if (given == null) return [];
    if (key === "not") return negated(whereText(object, given as FilterInput, types, path));
    if (key === "and" || key === "or") return joined(key, listOf(object, given, types, path));
    const field = object.field(key);
    if (field?.name === key) return fieldConditions(field, given as object, `${path}${key}`, types);
    return parentCondition(object, key, given as FilterInput, types, path);
  });
  return all(conditions);
}

/** Conditions that must all hold. */
export function all(conditions: readonly (string | undefined)[]): string | undefined {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? undefined : given.map((condition) => `(${condition})`).join(" AND ");
}

function negated(condition: string | undefined): string[] {
  return condition === undefined ? [] : [`NOT (${condition})`];
}

function listOf(object: ObjectInfo, given: unknown, types: FilterTypes, path: string): string[] {
  const filters = (Array.isArray(given) ? given : [given]) as (FilterInput | null)[];
  return filters.flatMap((filter) => whereText(object, filter, types, path) ?? []);
}

function joined(key: "and" | "or", conditions: readonly string[]): string[] {
  if (conditions.length === 0) return [];
  return [conditions.map((condition) => `(${condition})`).join(` ${key.toUpperCase()} `)];
}

function parentCondition(
  object: ObjectInfo,
  key: string,
  given: FilterInput,
  types: FilterTypes,
  path: string,
): string[] {
  const parent = parentsOf(object, types).find(({ name }) => name === key);
  const [target] = parent?.targets ?? [];
  if (parent === undefined || target === undefined) return [];
  if (!parent.isPolymorphic) return [whereText(target, given, types, `${path}${key}.`) ?? []].flat();
  return parent.targets.flatMap((each) => {
    const inner = given[each.name] as FilterInput | null | undefined;
    return inner == null
      ? []
      : [`${path}${parent.reference.name} IN (${innerQuery("Id", each, inner, types)})`];
  });
}

function innerQuery(field: string, object: ObjectInfo, filter: FilterInput, types: FilterTypes): string {
  const where = whereText(object, filter, types);
  return `SELECT ${field} FROM ${object.name}${where === undefined ? "" : ` WHERE ${where}`}`;
}

function fieldConditions(field: FieldInfo, operators: object, path: string, types: FilterTypes): string[] {
  return Object.entries(operators).map(([operator, operand]) => {
    if (operator === "inq" || operator === "ninq") {
      return `${path} ${operator === "inq" ? "IN" : "NOT IN"} (${joinQuery(operand, types)})`;
    }
    const sign = COMPARISONS[operator] ?? "=";
    if (!Array.isArray(operand)) return `${path} ${sign} ${operandText(field, operand)}`;
    if (operand.length === 0) throw graphqlFault(`The list of ${field.name} is empty.`);
    return `${path} ${sign} (${operand.map((each) => operandText(field, each)).join(", ")})`;
  });
}

function joinQuery(join: unknown, types: FilterTypes): string {
  const { ApiName, ...objects } = (join ?? {}) as Record<string, FilterInput | string | null>;
  const given = Object.entries(objects).filter(([, filter]) => filter != null);
  const [name, filter] = given[0] ?? [];
  const object = types.find(name ?? "");
  const field = object?.field(String(ApiName));
  if (given.length !== 1 || object === undefined || field === undefined) {
    throw graphqlFault("A join takes one object, and as ApiName the name of one of its fields.");
  }
  return innerQuery(field.name, object, filter as FilterInput, types);
}

function operandText(field: FieldInfo, operand: unknown): string {
  if (typeof operand !== "object" || operand === null) return literalText(field, operand as Value);
  const { value, literal, range } = operand as Record<string, unknown>;
  const given = [
    ...(value == null ? [] : [literalText(field, value as Value)]),
    ...(literal == null ? [] : [String(literal)]),
    ...Object.entries(range ?? {}).map(([name, count]) => `${name.toUpperCase()}:${String(count)}`),
  ];
  if (given.length > 1) throw graphqlFault(`${field.name} is compared with one of value, literal and range.`);
  return given[0] ?? "NULL";
}

/** A value of a field as SOQL writes it. */
export function literalText(field: FieldInfo, value: Value): string {
  if (value === null) return "NULL";
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value === "number") {
    return value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });
  }
  const isBare = field.kind === "date" || field.kind === "datetime" || field.kind === "time";
  return isBare ? value : quoted(value);
}

function quoted(text: string): string {
  const escaped = text.replace(/[\\']/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r");
  return `'${escaped}'`;
}
