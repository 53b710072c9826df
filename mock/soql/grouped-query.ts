import type { FieldType, GroupByClause, Query } from "@jetstreamapp/soql-parser-js";
import { createFieldInfo, type FieldInfo } from "../catalog/field-info.js";
import type { StoredRecord, Value } from "../store/table.js";
import { aggregateFunction } from "./aggregate-functions.js";
import { calendarOf } from "./calendar.js";
import { compileCondition } from "./condition.js";
import { compileTree, conditionTree, type Leaf } from "./condition-tree.js";
import { isDateFunction } from "./date-functions.js";
import { type Expression, fieldExpression, functionExpression } from "./expression.js";
import { type FunctionCall, isCallOf, onlyField, onlyParameter } from "./function-call.js";
import {
  type Group,
  type Grouping,
  isSubtotalName,
  makeGroups,
  plainGrouping,
  type SubtotalName,
  subtotalGrouping,
} from "./groups.js";
import { orderByList, type SortKey, sortBy, sortKey } from "./order-by.js";
import { clauseStart, locate } from "./positions.js";
import type { QueryScope } from "./query-scope.js";
import { selectedPath } from "./selected-path.js";
import { formatOf } from "./shown-expression.js";
import { malformed, notEvaluated, type Place, soqlFault } from "./soql-fault.js";

/** What a grouped query can select, compare and sort by: a grouped field or an aggregate. */
interface GroupExpression {
  readonly field: FieldInfo;
  readonly read: (group: Group) => Value;
}

interface Column extends GroupExpression {
  readonly key: string;
}

const COUNT_FIELD = createFieldInfo({ name: "COUNT", type: "int" });
const GROUPING_FIELD = createFieldInfo({ name: "GROUPING", type: "int" });
const MAX_SUBTOTAL_FIELDS = 3;

/** Whether a query's rows are groups rather than records. */
export function isGrouped(query: Query): boolean {
  return query.groupBy !== undefined || (query.fields ?? []).some(isAggregate);
}

/** Whether a field is `COUNT()` itself, which answers a size and no rows. */
export function isBareCount(field: FieldType | undefined): boolean {
  return (
    field?.type === "FieldFunctionExpression" &&
    field.functionName.toUpperCase() === "COUNT" &&
    field.parameters.length === 0
  );
}

function isAggregate(field: FieldType): boolean {
  return field.type === "FieldFunctionExpression" && isAggregateCall(field);
}

/** An aggregate, or FORMAT() of one. */
function isAggregateCall({ functionName = "", parameters = [] }: FunctionCall): boolean {
  if (aggregateFunction(functionName) !== undefined) return true;
  return parameters.some((parameter) => typeof parameter !== "string" && isAggregateCall(parameter));
}

/** The rows of a grouped query over records that its WHERE let through. */
export function groupedRows(scope: QueryScope, query: Query, records: readonly StoredRecord[]): unknown[] {
  const grouping = compileGroupBy(scope, query.groupBy);
  const columns = selectColumns(scope, query.fields ?? [], grouping);
  if (grouping.expressions.length === 0 && query.limit !== undefined) {
    throw malformed("Non-grouped query that uses overall aggregate functions cannot also use LIMIT");
  }
  const passes = havingTest(scope, query, grouping);
  const keys = groupOrder(scope, query, grouping, columns);
  const groups = makeGroups(records, grouping).filter(passes);
  const sorted = sortBy(groups, keys);
  const offset = query.offset ?? 0;
  return sorted
    .slice(offset, offset + (query.limit ?? sorted.length))
    .map((group) => groupRow(columns, group));
}

function groupRow(columns: readonly Column[], group: Group): Record<string, unknown> {
  const row: Record<string, unknown> = { attributes: { type: "AggregateResult" } };
  for (const column of columns) row[column.key] = column.read(group);
  return row;
}

function groupByList(groupBy: Query["groupBy"]): readonly GroupByClause[] {
  if (groupBy === undefined) return [];
  return Array.isArray(groupBy) ? groupBy : [groupBy];
}

function compileGroupBy(scope: QueryScope, groupBy: Query["groupBy"]): Grouping {
  const clauses = groupByList(groupBy);
  for (const clause of clauses) {
    if (!("fn" in clause)) continue;
    const name = (clause.fn.functionName ?? "").toUpperCase();
    if (!isSubtotalName(name)) continue;
    if (clauses.length > 1) throw malformed(`GROUP BY ${name} cannot stand beside other groupings`);
    return compileSubtotals(scope, name, clause.fn);
  }
  return plainGrouping(clauses.map((clause) => groupedExpression(scope, clause)));
}

function compileSubtotals(
  scope: QueryScope,
  name: SubtotalName,
  { parameters = [] }: FunctionCall,
): Grouping {
  if (parameters.length > MAX_SUBTOTAL_FIELDS) {
    throw malformed(`GROUP BY ${name} takes at most ${MAX_SUBTOTAL_FIELDS} fields`);
  }
  const expressions = parameters.map((parameter) => {
    if (typeof parameter !== "string") throw notEvaluated(`functions in GROUP BY ${name}`);
    return groupedExpression(scope, { field: parameter });
  });
  return subtotalGrouping(name, expressions);
}

function groupedExpression(scope: QueryScope, clause: GroupByClause): Expression {
  const text = "field" in clause ? clause.field : (clause.fn.functionName ?? "");
  const place = { soql: scope.soql, offset: locate(scope.soql, text, clauseStart(scope.soql, "group")) };
  if ("fn" in clause) {
    if (!isDateFunction(text)) throw notEvaluated(`GROUP BY ${text.toUpperCase()}`);
    return functionExpression(scope, clause.fn, place);
  }
  const expression = fieldExpression(scope, clause.field, place);
  if (expression.field.groupable && expression.field.kind !== "compound") return expression;
  throw malformed(`field '${expression.field.name}' can not be grouped in a query call`, place);
}

/** Unaliased functions are called `expr0`, `expr1` …; fields by the last word of their path. */
function selectColumns(scope: QueryScope, fields: readonly FieldType[], grouping: Grouping): Column[] {
  const columns: Column[] = [];
  let unnamed = 0;
  for (const selected of fields) {
    const expression = selectedExpression(scope, selected, grouping);
    const alias = "alias" in selected ? selected.alias : undefined;
    const isFunction = selected.type === "FieldFunctionExpression";
    const key = alias ?? (isFunction ? `expr${unnamed++}` : expression.field.name);
    if (columns.some((column) => column.key === key)) throw malformed(`duplicate alias: ${key}`);
    columns.push({ ...expression, key });
  }
  return columns;
}

function selectedExpression(scope: QueryScope, selected: FieldType, grouping: Grouping): GroupExpression {
  switch (selected.type) {
    case "Field":
    case "FieldRelationship":
      return groupedField(scope, selectedPath(selected), grouping, 0);
    case "FieldFunctionExpression":
      return isCallOf("FORMAT", selected)
        ? formattedExpression(scope, selected, grouping)
        : calledExpression(scope, selected, grouping, 0);
    case "FieldSubquery":
      throw malformed("Grouped queries cannot have subqueries in the SELECT list");
    case "FieldTypeof":
      throw malformed("Grouped queries cannot use TYPEOF");
  }
}

function formattedExpression(scope: QueryScope, call: FunctionCall, grouping: Grouping): GroupExpression {
  const place: Place = { soql: scope.soql, offset: locate(scope.soql, call.functionName ?? "") };
  const parameter = onlyParameter(call, place);
  const { field, read } =
    typeof parameter === "string"
      ? groupedField(scope, parameter, grouping, 0)
      : calledExpression(scope, parameter, grouping, 0);
  const format = formatOf(scope, field, place);
  return { field, read: (group) => format(read(group)) };
}

function groupedField(scope: QueryScope, path: string, grouping: Grouping, from: number): GroupExpression {
  const place: Place = { soql: scope.soql, offset: locate(scope.soql, path, from) };
  const { text, field } = fieldExpression(scope, path, place);
  return ofGroup(grouping, text) ?? refuseUngrouped(field.name, place);
}

function ofGroup(grouping: Grouping, text: string): GroupExpression | undefined {
  const expression = grouping.expressions.find((grouped) => grouped.text === text);
  if (expression === undefined) return undefined;
  return {
    field: expression.field,
    read: ({ records: [first], rolledUp }) =>
      first === undefined || rolledUp.has(expression) ? null : expression.read(first),
  };
}

function refuseUngrouped(name: string, place: Place): never {
  throw malformed(`Field must be grouped or aggregated: ${name}`, place);
}

/** `GROUPING(field)`: 1 in the subtotals over the field, 0 in the other rows. */
function groupingFlag(
  scope: QueryScope,
  call: FunctionCall,
  grouping: Grouping,
  place: Place,
): GroupExpression {
  if (!grouping.subtotals) throw malformed("GROUPING() needs GROUP BY ROLLUP or GROUP BY CUBE", place);
  const { text, field } = fieldExpression(scope, onlyField(call, place), place);
  const expression = grouping.expressions.find((grouped) => grouped.text === text);
  if (expression === undefined) return refuseUngrouped(field.name, place);
  return { field: GROUPING_FIELD, read: ({ rolledUp }) => (rolledUp.has(expression) ? 1 : 0) };
}

/** An aggregate, GROUPING(), or a function that the query groups by. */
function calledExpression(
  scope: QueryScope,
  call: FunctionCall,
  grouping: Grouping,
  from: number,
): GroupExpression {
  const name = call.functionName ?? "";
  const place: Place = { soql: scope.soql, offset: locate(scope.soql, name, from) };
  if (name.toUpperCase() === "GROUPING") return groupingFlag(scope, call, grouping, place);
  const aggregate = aggregateFunction(name);
  if (aggregate === undefined) {
    const { text } = functionExpression(scope, call, place);
    return ofGroup(grouping, text) ?? refuseUngrouped(text, place);
  }
  if (name.toUpperCase() === "COUNT" && (call.parameters ?? []).length === 0) {
    return { field: COUNT_FIELD, read: ({ records }) => records.length };
  }
  const inner = fieldExpression(scope, onlyField(call, place), place);
  if (!inner.field.aggregatable || (aggregate.numeric && inner.field.kind !== "number")) {
    const message = `field ${inner.field.name} does not support aggregate operator ${name.toUpperCase()}`;
    throw malformed(message, place);
  }
  const field = aggregate.counts ? COUNT_FIELD : inner.field;
  return { field, read: ({ records }) => aggregate.apply(records, inner) };
}

function havingTest(scope: QueryScope, query: Query, grouping: Grouping): (group: Group) => boolean {
  if (query.having === undefined) return () => true;
  const from = clauseStart(scope.soql, "having");
  return compileTree(conditionTree(query.having, scope.soql), (leaf: Leaf) => {
    if ("valueQuery" in leaf) throw malformed("HAVING cannot hold a subquery");
    const { field, read } =
      "field" in leaf
        ? groupedField(scope, leaf.field, grouping, from)
        : calledExpression(scope, leaf.fn, grouping, from);
    const test = compileCondition(field, leaf, calendarOf(scope.context), {
      soql: scope.soql,
      offset: undefined,
    });
    return (group) => test(read(group));
  });
}

function groupOrder(
  scope: QueryScope,
  query: Query,
  grouping: Grouping,
  columns: readonly Column[],
): SortKey<Group>[] {
  const from = clauseStart(scope.soql, "order");
  return orderByList(query.orderBy).map((clause) => {
    const named =
      "field" in clause ? columns.find((column) => sameName(column.key, clause.field)) : undefined;
    if (named !== undefined) return sortKey(clause, named.field, named.read);
    const { field, read } =
      "field" in clause
        ? groupedField(scope, clause.field, grouping, from)
        : calledExpression(scope, clause.fn, grouping, from);
    return sortKey(clause, field, read);
  });
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** `COUNT()` must stand alone. */
export function checkBareCount(query: Query): void {
  const fields = query.fields ?? [];
  if (fields.length > 1 && fields.some(isBareCount) && query.groupBy === undefined) {
    throw soqlFault("MALFORMED_QUERY", "COUNT() must be the only element of the SELECT list");
  }
}
