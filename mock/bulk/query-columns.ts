import type { Field, FieldRelationship, FieldType, Query } from "@jetstreamapp/soql-parser-js";
import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { requestFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { aggregateFunction } from "../soql/aggregate-functions.js";
import { nameEntityField } from "../soql/name-entity.js";
import { selectedPath } from "../soql/selected-path.js";
import type { QueryColumn } from "./query-job.js";

/** Before, columns were in the order of their names. */
const SELECT_ORDER_SINCE = 50;

/** The columns of a bulk query, in the order of its SELECT list. Throws where CSV has no form for a part of it. */
export function queryColumns(context: OrgContext, query: Query, version: string): QueryColumn[] {
  if (query.groupBy !== undefined) throw unsupported("GROUP BY");
  if (query.offset !== undefined) throw unsupported("OFFSET");
  const object = context.catalog.find(query.sObject ?? "");
  if (object === undefined) return [];
  const columns = (query.fields ?? []).flatMap((field) => columnsOf(context, object, query, field));
  return Number(version) < SELECT_ORDER_SINCE ? columns.sort(byName) : columns;
}

function columnsOf(context: OrgContext, object: ObjectInfo, query: Query, field: FieldType): QueryColumn[] {
  switch (field.type) {
    case "Field":
    case "FieldRelationship":
      return [pathOf(context, object, query, field)];
    case "FieldFunctionExpression": {
      if (aggregateFunction(field.functionName) !== undefined) throw unsupported("Aggregate functions");
      const only = field.parameters[0];
      if (field.functionName.toUpperCase() === "FIELDS") return standardFields(object, String(only));
      const name = typeof only === "string" ? (object.field(only)?.name ?? only) : field.functionName;
      return [[field.alias ?? name]];
    }
    case "FieldSubquery":
      throw unsupportedInCsv("Aggregate Relationships");
    case "FieldTypeof":
      throw unsupported("TYPEOF");
  }
}

function pathOf(
  context: OrgContext,
  start: ObjectInfo,
  query: Query,
  field: Field | FieldRelationship,
): QueryColumn {
  const names = selectedPath(field).split(".");
  const own = [start.name, query.sObjectAlias].map((name) => name?.toLowerCase());
  if (names.length > 1 && own.includes(names[0]?.toLowerCase()) && !start.parent(names[0] ?? ""))
    names.shift();
  let object: ObjectInfo | undefined = start;
  const path = names.map((name, place) => {
    if (place === names.length - 1) return fieldName(object, name);
    const reference = object?.parent(name);
    const [target, ...others] = reference?.referenceTo ?? [];
    object = others.length > 0 ? undefined : context.catalog.find(target ?? "");
    return reference?.relationshipName ?? name;
  });
  const last = object?.field(path.at(-1) ?? "");
  if (last !== undefined) checkField(last);
  return path;
}

/** `FIELDS(STANDARD)` is the only one whose fields are known beforehand. */
function standardFields(object: ObjectInfo, group: string): QueryColumn[] {
  if (group.toUpperCase() !== "STANDARD") throw unsupported(`FIELDS(${group})`);
  const fields = object.fields.filter(({ custom }) => !custom);
  fields.forEach(checkField);
  return fields.map(({ name }) => [name]);
}

function checkField({ kind }: FieldInfo): void {
  if (kind === "compound") throw unsupported("Selecting compound data");
  if (kind === "binary") throw unsupportedInCsv("Blob field");
}

function byName(one: QueryColumn, other: QueryColumn): number {
  return one.join(".") < other.join(".") ? -1 : 1;
}

/** A parent of one of several objects is read as the entity called Name. */
function fieldName(object: ObjectInfo | undefined, name: string): string {
  return (object === undefined ? nameEntityField(name)?.name : object.field(name)?.name) ?? name;
}

function unsupported(what: string) {
  return requestFault(400, "API_ERROR", `${what} not supported in Bulk Query`);
}

function unsupportedInCsv(what: string) {
  return requestFault(400, "API_ERROR", `${what} not supported in Bulk V2 Query with CSV content type`);
}
