import type { FieldType, Query, QueryBase, Subquery } from "@jetstreamapp/soql-parser-js";
import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { StoredRecord, Value } from "../store/table.js";
import { type ChildQuery, checkSubqueries, childScope } from "./child-query.js";
import { checkFieldsLimit } from "./fields-function.js";
import { checkBareCount, groupedRows, isBareCount, isGrouped } from "./grouped-query.js";
import { checkLinkFilter } from "./link-filter.js";
import { compileOrderBy, sortBy } from "./order-by.js";
import { firstPage } from "./pages.js";
import { parseSoql } from "./parse.js";
import { locate } from "./positions.js";
import { innerScope, isVisible, type QueryScope } from "./query-scope.js";
import { type ResultSet, recordSet } from "./result-set.js";
import { compileSelect } from "./selection.js";
import { checkInnerQuery, innerField } from "./semi-join.js";
import { malformed, notEvaluated, soqlFault } from "./soql-fault.js";
import { scopeTest } from "./using-scope.js";
import { compileWhere, type Filter } from "./where.js";

const MAX_OFFSET = 2000;
/** Rows of a grouped query cannot be paged, so there can be no more than one page holds. */
const MAX_GROUPS = 2000;

/** What a query is run with: all of its scope but what its text says. */
export type QueryEnvironment = Omit<QueryScope, "object" | "alias" | "soql" | "depth" | "parents">;

/** Runs a query. Throws the refusal Salesforce would answer. */
export function runQuery(environment: QueryEnvironment, soql: string): ResultSet {
  const query = parseSoql(soql);
  const scope = outerScope(environment, query, soql);
  checkClauses(query);
  checkBareCount(query);
  checkSubqueries(query, apiVersion(environment));
  checkLinkFilter(scope, query);
  const filter = withScope(scope, query, compileWhere(scope, query.where, runInner));
  if (isBareCount(query.fields?.[0]) && query.groupBy === undefined) return countSet(scope, query, filter);
  if (isGrouped(query)) return groupSet(scope, query, filter);
  return plainSet(scope, query, filter);
}

function apiVersion({ dataPath }: QueryEnvironment): number {
  return Number(/\/v([\d.]+)/.exec(dataPath)?.[1]);
}

function outerScope(environment: QueryEnvironment, query: Query, soql: string): QueryScope {
  const name = query.sObject ?? "";
  return {
    ...environment,
    soql,
    object: queriedObject(environment, name, soql),
    alias: query.sObjectAlias,
    depth: 1,
    parents: new Set(),
  };
}

function queriedObject(environment: QueryEnvironment, name: string, soql: string): ObjectInfo {
  const object = environment.context.catalog.find(name);
  if (object === undefined) {
    const message =
      `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append ` +
      "the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.";
    throw soqlFault("INVALID_TYPE", message, { soql, offset: locate(soql, name, locate(soql, "from") ?? 0) });
  }
  if (object.queryable) return object;
  throw soqlFault("INVALID_TYPE_FOR_OPERATION", `entity type ${object.name} does not support query`);
}

/** Refuses what is not evaluated, and what no query may say. */
function checkClauses(query: QueryBase): void {
  if (query.withDataCategory !== undefined) throw notEvaluated("WITH DATA CATEGORY");
  if ((query.offset ?? 0) > MAX_OFFSET) {
    throw soqlFault("NUMBER_OUTSIDE_VALID_RANGE", `Maximum SOQL offset allowed is ${MAX_OFFSET}`);
  }
  for (const field of query.fields ?? []) {
    if (field.type === "FieldFunctionExpression" && field.functionName.toUpperCase() === "FIELDS") {
      checkFieldsLimit(String(field.parameters[0]), query.limit);
    }
  }
}

/** USING SCOPE narrows a query by who owns the records. */
function withScope(scope: QueryScope, query: Query, filter: Filter): Filter {
  if (query.usingScope === undefined) return filter;
  const inScope = scopeTest(query.usingScope, scope.object, scope.context);
  return { candidates: filter.candidates, test: (record) => inScope(record) && filter.test(record) };
}

/** The records a filter lets through, in the order of their creation. */
function matching(scope: QueryScope, filter: Filter, limit = Number.POSITIVE_INFINITY): StoredRecord[] {
  const found: StoredRecord[] = [];
  if (limit === 0) return found;
  for (const record of filter.candidates() ?? scope.context.store.table(scope.object.name).all()) {
    if (!filter.test(record)) continue;
    found.push(record);
    if (found.length === limit) break;
  }
  return found;
}

function countSet(scope: QueryScope, query: Query, filter: Filter): ResultSet {
  const totalSize = matching(scope, filter, query.limit).length;
  return { totalSize, length: 0, rows: () => [] };
}

function groupSet(scope: QueryScope, query: Query, filter: Filter): ResultSet {
  const rows = groupedRows(scope, query, matching(scope, filter));
  if (rows.length > MAX_GROUPS) {
    const message =
      "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch";
    throw soqlFault("EXCEEDED_ID_LIMIT", message);
  }
  return recordSet(rows, (row) => row);
}

function plainSet(scope: QueryScope, query: Query, filter: Filter): ResultSet {
  const project = compileSelect(scope, selectedFields(query), compileChildren);
  const keys = compileOrderBy(scope, query.orderBy);
  // Without an order the first records that match are as good as any.
  const enough =
    keys.length === 0 && query.limit !== undefined ? query.limit + (query.offset ?? 0) : undefined;
  const records = sortBy(matching(scope, filter, enough), keys);
  return recordSet(slice(records, query), project);
}

function selectedFields(query: QueryBase): readonly FieldType[] {
  if (query.fields === undefined || query.fields.length === 0) throw malformed("unexpected token: 'FROM'");
  return query.fields;
}

function slice<T>(items: readonly T[], query: QueryBase): readonly T[] {
  const offset = query.offset ?? 0;
  return items.slice(offset, offset + (query.limit ?? items.length));
}

/** A query over each record's children, found by the index of their reference. */
function compileChildren(outer: QueryScope, subquery: Subquery): ChildQuery {
  const { relationshipName, field, scope } = childScope(outer, subquery);
  if (isGrouped(subquery as QueryBase as Query))
    throw malformed("only root queries support aggregate expressions");
  checkClauses(subquery);
  const filter = compileWhere(scope, subquery.where, runInner);
  const project = compileSelect(scope, selectedFields(subquery), compileChildren);
  const keys = compileOrderBy(scope, subquery.orderBy);
  const table = scope.context.store.table(scope.object.name);
  return {
    relationshipName,
    read(record) {
      const children = table.lookup(field, record.id).filter(filter.test);
      children.sort((a, b) => a.sequence - b.sequence);
      const chosen = slice(sortBy(children, keys), subquery);
      if (chosen.length === 0) return null;
      return firstPage(recordSet(chosen, project), scope.batchSize, scope.cursors, scope.dataPath);
    },
  };
}

/** The values of a semi-join's inner query, which selects one id or reference. */
function runInner(outer: QueryScope, left: FieldInfo, inner: Query): ReadonlySet<Value> {
  const object = queriedObject(outer, inner.sObject ?? "", outer.soql);
  checkInnerQuery(outer, object, inner);
  const scope = innerScope(outer, object, inner.sObjectAlias);
  const { read } = innerField(outer, left, scope, inner);
  const values = new Set<Value>();
  const filter = compileWhere(scope, inner.where, runInner);
  for (const record of matching(scope, filter)) {
    const value = read(record);
    if (value !== null && isVisible(scope, record)) values.add(value);
  }
  return values;
}
