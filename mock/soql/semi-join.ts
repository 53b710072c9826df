import type { Query } from "@jetstreamapp/soql-parser-js";
import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { ConditionTree } from "./condition-tree.js";
import { type FieldPath, resolvePath } from "./field-path.js";
import { locate } from "./positions.js";
import type { QueryScope } from "./query-scope.js";
import { selectedPath } from "./selected-path.js";
import { malformed, notEvaluated, type Place, soqlFault } from "./soql-fault.js";

const MAX_JOINS = 2;
/** Standard objects that no semi-join can look into. */
const UNJOINED: ReadonlySet<string> = new Set([
  "ActivityHistory",
  "Attachment",
  "Event",
  "EventAttendee",
  "Note",
  "OpenActivity",
  "Task",
]);
const FORBIDDEN_CLAUSES = [
  ["groupBy", "GROUP"],
  ["orderBy", "ORDER"],
  ["limit", "LIMIT"],
  ["offset", "OFFSET"],
] as const;

/** Refuses semi- and anti-joins anywhere but under a WHERE clause's outermost AND, and more than two of them. */
export function checkJoinPlaces(tree: ConditionTree): void {
  const joins = countJoins(tree);
  if (joins === 0) return;
  if (joins > MAX_JOINS) {
    const message = `Maximum ${MAX_JOINS} semi join sub-selects are allowed`;
    throw soqlFault("EXCEEDED_MAX_SEMIJOIN_SUBSELECTS", message);
  }
  if (tree.kind === "leaf") return;
  if (tree.kind === "not") throw malformed("Semi join sub-selects are not allowed with the 'NOT' operator");
  if (tree.nodes.some((node) => node.kind !== "leaf" && countJoins(node) > 0)) {
    throw malformed(
      "Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.",
    );
  }
  if (tree.kind === "or") throw malformed("Semi join sub-selects are not allowed with the 'OR' operator");
}

function countJoins(tree: ConditionTree): number {
  if (tree.kind === "leaf") return "valueQuery" in tree.leaf ? 1 : 0;
  const nodes = tree.kind === "not" ? [tree.node] : tree.nodes;
  return nodes.reduce((sum, node) => sum + countJoins(node), 0);
}

/** Refuses what a semi-join's inner query may not be: of the outer query's object, sorted, limited, grouped. */
export function checkInnerQuery(outer: QueryScope, object: ObjectInfo, inner: Query): void {
  const { soql } = outer;
  const start = locate(soql, "in") ?? 0;
  const from = { soql, offset: locate(soql, inner.sObject ?? "", locate(soql, "from", start)) };
  if (outer.depth > 1) throw malformed("Nesting of semi join sub-selects is not supported", from);
  if (object.name === outer.object.name) {
    throw malformed("The inner and outer selects should not be on the same object type", from);
  }
  if (UNJOINED.has(object.name)) {
    throw malformed(`Entity '${object.name}' is not supported for semi join inner selects`, from);
  }
  for (const [clause, word] of FORBIDDEN_CLAUSES) {
    if (inner[clause] === undefined) continue;
    throw malformed(`missing value at '${word}'`, { soql, offset: locate(soql, word, start) });
  }
  if (inner.usingScope !== undefined) throw notEvaluated("USING SCOPE in a semi-join");
}

/** The field a semi-join's inner query selects: one id or reference of the object that `left` refers to, too. */
export function innerField(outer: QueryScope, left: FieldInfo, scope: QueryScope, inner: Query): FieldPath {
  const [selected, ...others] = inner.fields ?? [];
  if ((selected?.type !== "Field" && selected?.type !== "FieldRelationship") || others.length > 0) {
    throw malformed("A semi join sub-select must select exactly one id or reference field");
  }
  const { soql } = outer;
  const text = selectedPath(selected);
  const place: Place = { soql, offset: locate(soql, text, locate(soql, "in") ?? 0) };
  const path = resolvePath(scope, text, place);
  if (path.steps.length > 0) {
    throw malformed(
      `The inner select field '${text}' cannot have more than one level of relationships`,
      place,
    );
  }
  if (path.field.kind !== "id") {
    throw malformed(`semi join sub selects can only query id fields, cannot use: '${text}'`, place);
  }
  checkSameTarget(targetsOf(left, outer), targetsOf(path.field, scope), { left, path, place });
  return path;
}

function targetsOf(field: FieldInfo, scope: QueryScope): readonly string[] {
  return field.type === "id" ? [scope.object.name] : field.referenceTo;
}

function checkSameTarget(
  left: readonly string[],
  inner: readonly string[],
  names: { left: FieldInfo; path: FieldPath; place: Place },
): void {
  // Some ids are no references: what they stand for is not known.
  if (left.length === 0 || inner.length === 0 || left.some((target) => inner.includes(target))) return;
  throw malformed(
    `The selected field '${names.path.field.name}' in the subquery and the left operand field in the where ` +
      `expression in the outer query '${names.left.name}' should point to the same object type`,
    names.place,
  );
}
