import type { Subquery } from "@jetstreamapp/soql-parser-js";
import type { StoredRecord } from "../store/table.js";
import { locate } from "./positions.js";
import type { QueryScope } from "./query-scope.js";
import { noSuchChildRelationship } from "./soql-fault.js";

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
  const inner: QueryScope = { ...scope, object, alias: subquery.sObjectAlias, depth: scope.depth + 1 };
  return { relationshipName: child.relationshipName, field, scope: inner };
}
