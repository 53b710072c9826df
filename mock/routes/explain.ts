import type { Query, WhereClause } from "@jetstreamapp/soql-parser-js";
import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { parseSoql } from "../soql/parse.js";
import { runQuery } from "../soql/run-query.js";
import { isDeleted } from "../store/table.js";
import { listViewSoql } from "../views/held-view.js";
import type { RoutedCall } from "./route.js";

/** The part of an object's records up to which an index is worth while. */
const SELECTIVE = 0.1;
const SCAN_COST = 1.5;

interface QueryPlan {
  readonly cardinality: number;
  readonly fields: readonly string[];
  readonly leadingOperationType: "Index" | "TableScan";
  readonly notes: readonly PlanNote[];
  /** Above 1, the plan is not selective. */
  readonly relativeCost: number;
  readonly sobjectCardinality: number;
  readonly sobjectType: string;
}

interface PlanNote {
  readonly description: string;
  readonly fields: readonly string[];
  readonly tableEnumOrId: string;
}

/** How a query, or that of a list view, could be run, the cheapest way first. Throws what the query itself would. */
export function explainQuery(call: RoutedCall, context: OrgContext, given: string): { plans: QueryPlan[] } {
  const { cursors } = context;
  const soql = listViewSoql(context, given) ?? given;
  const { dataPath } = call;
  const results = runQuery({ context, cursors, includeDeleted: false, dataPath, batchSize: 2_000 }, soql);
  const query = parseSoql(soql);
  const object = requireObject(context, query.sObject ?? "");
  const fields = filteredFields(object, query);
  const indexed = fields.filter(isIndexed);
  const base = {
    cardinality: results.totalSize,
    sobjectCardinality: countOf(context, object),
    sobjectType: object.name,
    notes: notesOf(object, fields),
  };
  const scan: QueryPlan = {
    ...base,
    fields: [],
    leadingOperationType: "TableScan",
    relativeCost: SCAN_COST,
  };
  if (indexed.length === 0 || hasAlternatives(query.where)) return { plans: [scan] };
  const relativeCost = base.cardinality / Math.max(1, base.sobjectCardinality * SELECTIVE);
  const names = indexed.map((field) => field.name);
  const index: QueryPlan = { ...base, fields: names, leadingOperationType: "Index", relativeCost };
  return { plans: [index, scan].sort((a, b) => a.relativeCost - b.relativeCost) };
}

/** The fields of the object itself that the WHERE clause compares. */
function filteredFields(object: ObjectInfo, query: Query): FieldInfo[] {
  const fields: FieldInfo[] = [];
  for (let where: WhereClause | undefined = query.where; where !== undefined; where = rightOf(where)) {
    const left = where.left;
    const field = left !== null && "field" in left ? object.field(left.field) : undefined;
    if (field !== undefined) fields.push(field);
  }
  return fields;
}

function rightOf(where: WhereClause): WhereClause | undefined {
  return "right" in where ? where.right : undefined;
}

/** An index helps only where every condition must hold. */
function hasAlternatives(where: WhereClause | undefined): boolean {
  if (where === undefined) return false;
  const operator = "operator" in where ? where.operator : undefined;
  return operator === "OR" || operator === "NOT" || hasAlternatives(rightOf(where));
}

function isIndexed(field: FieldInfo): boolean {
  return field.type === "id" || field.type === "reference" || field.externalId || field.unique;
}

function notesOf(object: ObjectInfo, fields: readonly FieldInfo[]): PlanNote[] {
  const unindexed = fields.filter((field) => !isIndexed(field)).map((field) => field.name);
  return [...new Set(["IsDeleted", ...unindexed])].map((name) => ({
    description: "Not considering filter for optimization because unindexed",
    fields: [name],
    tableEnumOrId: object.name,
  }));
}

function countOf(context: OrgContext, object: ObjectInfo): number {
  let count = 0;
  for (const record of context.store.table(object.name).all()) if (!isDeleted(record)) count += 1;
  return count;
}
