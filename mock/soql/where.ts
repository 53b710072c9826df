import type { Query } from "@jetstreamapp/soql-parser-js";
import type { FieldInfo } from "../catalog/field-info.js";
import { isDeleted, type StoredRecord, type Value } from "../store/table.js";
import { calendarOf } from "./calendar.js";
import { checkOperator, compileCondition, literalsOf, operatorOf } from "./condition.js";
import { type ConditionTree, compileTree, conditionTree, type Leaf } from "./condition-tree.js";
import { type Expression, fieldExpression, functionExpression } from "./expression.js";
import { resolvePath } from "./field-path.js";
import { isCallOf } from "./function-call.js";
import { readOperand } from "./operand.js";
import { clauseStart, locate } from "./positions.js";
import { isVisible, type QueryScope } from "./query-scope.js";
import { checkJoinPlaces } from "./semi-join.js";
import { malformed, type Place, soqlFault } from "./soql-fault.js";

const DISTANCE_OPERATORS: ReadonlySet<string> = new Set(["<", ">"]);

/** Gives the values a semi-join's inner query selects. */
export type RunInnerQuery = (scope: QueryScope, left: FieldInfo, inner: Query) => ReadonlySet<Value>;

/** Which records a WHERE clause lets through. */
export interface Filter {
  test(record: StoredRecord): boolean;
  /** Fewer records to test, found by an index; undefined where all must be looked at. */
  candidates(): StoredRecord[] | undefined;
}

/** Compiles a WHERE clause. Without one, every record that can be seen passes. */
export function compileWhere(scope: QueryScope, where: Query["where"], runInner: RunInnerQuery): Filter {
  if (where === undefined) return { test: (record) => isVisible(scope, record), candidates: () => undefined };
  const tree = conditionTree(where, scope.soql);
  checkJoinPlaces(tree);
  const test = compileTree(tree, (leaf) => compileLeaf(scope, leaf, runInner));
  return {
    test: (record) => (scope.includeDeleted || !isDeleted(record)) && test(record),
    candidates: () => indexedCandidates(scope, tree),
  };
}

function placeOf(scope: QueryScope, text: string): Place {
  return { soql: scope.soql, offset: locate(scope.soql, text, clauseStart(scope.soql, "where")) };
}

function compileLeaf(
  scope: QueryScope,
  leaf: Leaf,
  runInner: RunInnerQuery,
): (record: StoredRecord) => boolean {
  const place = placeOf(scope, "field" in leaf ? leaf.field : (leaf.fn.functionName ?? ""));
  const expression = expressionOf(scope, leaf, place);
  if (!expression.field.filterable || expression.field.kind === "compound") {
    const message = `field '${expression.field.name}' can not be filtered in a query call`;
    throw soqlFault("INVALID_FIELD", message, place);
  }
  if (isDistance(leaf) && !DISTANCE_OPERATORS.has(operatorOf(leaf))) {
    throw soqlFault("INVALID_QUERY_FILTER_OPERATOR", "DISTANCE() can be compared by < and > only", place);
  }
  const test =
    "valueQuery" in leaf
      ? innerQueryTest(scope, leaf, expression, runInner, place)
      : compileCondition(expression.field, leaf, calendarOf(scope.context), place);
  return (record) => test(expression.read(record));
}

function isDistance(leaf: Leaf): boolean {
  return "fn" in leaf && isCallOf("DISTANCE", leaf.fn);
}

function expressionOf(scope: QueryScope, leaf: Leaf, place: Place): Expression {
  return "field" in leaf
    ? fieldExpression(scope, leaf.field, place)
    : functionExpression(scope, leaf.fn, place);
}

function innerQueryTest(
  scope: QueryScope,
  leaf: Leaf & { valueQuery: Query },
  { field, text }: Expression,
  runInner: RunInnerQuery,
  place: Place,
): (value: Value) => boolean {
  const operator = operatorOf(leaf);
  checkOperator(operator, field, place);
  if (field.kind !== "id" || (operator !== "IN" && operator !== "NOT IN")) {
    throw malformed(
      "Semi join sub-selects are only allowed on id and reference fields, with IN or NOT IN",
      place,
    );
  }
  if (text !== field.name) {
    throw malformed("The left operand cannot have more than one level of relationships", place);
  }
  const values = runInner(scope, field, leaf.valueQuery);
  return operator === "IN" ? (value) => values.has(value) : (value) => !values.has(value);
}

/** Looks for a condition that must hold and whose field has an index. */
function indexedCandidates(scope: QueryScope, tree: ConditionTree): StoredRecord[] | undefined {
  const nodes = tree.kind === "and" ? tree.nodes : [tree];
  let best: StoredRecord[] | undefined;
  for (const node of nodes) {
    if (node.kind !== "leaf") continue;
    const found = leafCandidates(scope, node.leaf);
    if (found !== undefined && (best === undefined || found.length < best.length)) best = found;
  }
  return best?.sort((a, b) => a.sequence - b.sequence);
}

function leafCandidates(scope: QueryScope, leaf: Leaf): StoredRecord[] | undefined {
  const operator = operatorOf(leaf);
  if (!("field" in leaf) || "valueQuery" in leaf || (operator !== "=" && operator !== "IN")) return undefined;
  const place = placeOf(scope, leaf.field);
  const { field, steps } = resolvePath(scope, leaf.field, place);
  if (steps.length > 0 || !(field.kind === "id" || field.unique || field.externalId || field.idLookup)) {
    return undefined;
  }
  const table = scope.context.store.table(scope.object.name);
  const found = new Set<StoredRecord>();
  for (const literal of literalsOf(leaf)) {
    const operand = readOperand(field, literal, calendarOf(scope.context), place);
    // Empty fields are in no index.
    if (operand.kind === "range" || operand.value === null) return undefined;
    if (field.type !== "id") for (const record of table.lookup(field, operand.value)) found.add(record);
    else {
      const record = table.get(String(operand.value));
      if (record !== undefined) found.add(record);
    }
  }
  return [...found];
}
