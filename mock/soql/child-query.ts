import type { QueryBase, Subquery } from "@jetstreamapp/soql-parser-js";
import type { StoredRecord } from "../store/table.js";
import { locate } from "./positions.js";
import { innerScope, type QueryScope } from "./query-scope.js";
import { malformed, noSuchChildRelationship } from "./soql-fault.js";

const MAX_SUBQUERIES = 20;
/** Levels of children below the root of a query. */
const MAX_LEVELS = 4;
/** The API version before which there is one level of children only. */
const NESTED_SINCE = 58;

/** A query over the children of each record. */
export interface ChildQuery {
  /** The key of the answer. */
  readonly relationshipName: string;
  /** A query result; null where the record has no such children. */
  read(record: StoredRecord): unknown;
}

export type CompileChildren = (scope: QueryScope, subquery: Subquery) => ChildQuery;

/** Finds the child relationship a subquery names, and the scope of the query over it. */
export function childScope(scope: QueryScope, subquery: Subquery) {
  const name = subquery.relationshipName;
  const child = scope.object.child(name);
  const object = child === undefined ? undefined : scope.context.catalog.find(child.object);
  const field = object?.field(child?.field ?? "");
  if (child === undefined || object === undefined || field === undefined) {
    throw noSuchChildRelationship(name, { soql: scope.soql, offset: locate(scope.soql, name) });
  }
  const inner = innerScope(scope, object, subquery.sObjectAlias);
  return { relationshipName: child.relationshipName, field, scope: inner };
}

/** Refuses subqueries that are too many or too deep for an API version, and clauses that they cannot have. */
export function checkSubqueries(query: QueryBase, apiVersion: number): void {
  if (countSubqueries(query, apiVersion < NESTED_SINCE ? 1 : MAX_LEVELS, 0) <= MAX_SUBQUERIES) return;
  throw malformed(`SOQL statements cannot query more than ${MAX_SUBQUERIES} different child types.`);
}

function countSubqueries(query: QueryBase, maxLevels: number, level: number): number {
  let count = 0;
  for (const field of query.fields ?? []) {
    if (field.type !== "FieldSubquery") continue;
    if (level === maxLevels) throw tooDeep(maxLevels);
    checkClauses(field.subquery, query);
    count += 1 + countSubqueries(field.subquery, maxLevels, level + 1);
  }
  return count;
}

function tooDeep(maxLevels: number) {
  const levels = maxLevels === 1 ? "1 level" : `${maxLevels} levels`;
  return malformed(
    `SOQL statements cannot query aggregate relationships more than ${levels} away from the root entity object.`,
  );
}

function checkClauses(subquery: Subquery, parent: QueryBase): void {
  if (subquery.offset !== undefined && parent.limit !== 1) {
    throw malformed("OFFSET is allowed in a subquery only where the parent query has LIMIT 1");
  }
  if (subquery.usingScope !== undefined) throw malformed("USING SCOPE is not allowed in a subquery");
}
