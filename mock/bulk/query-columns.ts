import type { Field, FieldRelationship, FieldType, Query } from "@jetstreamapp/soql-parser-js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { requestFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { aggregateFunction } from "../soql/aggregate-functions.js";
import { nameEntityField } from "../soql/name-entity.js";
import { selectedPath } from "../soql/selected-path.js";
import type { QueryColumn } from "./query-job.js";

/** The columns of a bulk query, in the order of its SELECT list. Throws where CSV has no form for a part of it. */
export function queryColumns(context: OrgContext, query: Query): QueryColumn[] {
  if (query.groupBy !== undefined) throw unsupported("GROUP BY");
  if (query.offset !== undefined) throw unsupported("OFFSET");
  const object = context.catalog.find(query.sObject ?? "");
  if (object === undefined) return [];
  return (query.fields ?? []).flatMap((field) => columnsOf(context, object, query, field));
}

function columnsOf(context: OrgContext, object: ObjectInfo, query: Query, field: FieldType): QueryColumn[] {
  switch (field.type) {
    case "Field":
    case "FieldRelationship":
      return [pathOf(context, object, query, field)];
    case "FieldFunctionExpression": {
      if (aggregateFunction(field.functionName) !== undefined) throw unsupported("Aggregate functions");
      if (field.functionName.toUpperCase() === "FIELDS") throw unsupported("FIELDS()");
      const only = field.parameters[0];
      const name = typeof only === "string" ? (object.field(only)?.name ?? only) : field.functionName;
      return [[field.alias ?? name]];
    }
    case "FieldSubquery":
      throw unsupported("Nested queries");
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
  if (object?.field(path.at(-1) ?? "")?.kind === "compound") throw unsupported("Compound fields");
  return path;
}

/** A parent of one of several objects is read as the entity called Name. */
function fieldName(object: ObjectInfo | undefined, name: string): string {
  return (object === undefined ? nameEntityField(name)?.name : object.field(name)?.name) ?? name;
}

function unsupported(what: string) {
  return requestFault(400, "API_ERROR", `${what} not supported in Bulk Query`);
}
