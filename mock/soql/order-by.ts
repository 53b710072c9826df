import type { OrderByClause, Query } from "@jetstreamapp/soql-parser-js";
import type { FieldInfo } from "../catalog/field-info.js";
import type { StoredRecord, Value } from "../store/table.js";
import { fieldExpression, functionExpression } from "./expression.js";
import { clauseStart, locate } from "./positions.js";
import type { QueryScope } from "./query-scope.js";
import { malformed } from "./soql-fault.js";

/** One key of an ORDER BY over items of any kind. */
export interface SortKey<T> {
  readonly field: FieldInfo;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
  read(item: T): Value;
}

export function orderByList(orderBy: Query["orderBy"]): readonly OrderByClause[] {
  if (orderBy === undefined) return [];
  return Array.isArray(orderBy) ? orderBy : [orderBy];
}

/** Compiles the ORDER BY of a query over records. */
export function compileOrderBy(scope: QueryScope, orderBy: Query["orderBy"]): SortKey<StoredRecord>[] {
  return orderByList(orderBy).map((clause) => {
    const text = "field" in clause ? clause.field : (clause.fn.functionName ?? "");
    const place = { soql: scope.soql, offset: locate(scope.soql, text, clauseStart(scope.soql, "order")) };
    const { field, read } =
      "field" in clause
        ? fieldExpression(scope, clause.field, place)
        : functionExpression(scope, clause.fn, place);
    if (!field.sortable || field.kind === "compound" || field.kind === "binary") {
      throw malformed(`field '${field.name}' can not be sorted in a query call`, place);
    }
    return sortKey(clause, field, read);
  });
}

/** Empty values come first, whatever the direction, unless the query says otherwise. */
export function sortKey<T>(clause: OrderByClause, field: FieldInfo, read: (item: T) => Value): SortKey<T> {
  return {
    field,
    descending: clause.order === "DESC",
    nullsFirst: clause.nulls !== "LAST",
    read,
  };
}

type Ranked = string | number | null;

/** A sorted copy; items that are equal by every key keep their order. */
export function sortBy<T>(items: readonly T[], keys: readonly SortKey<T>[]): readonly T[] {
  if (keys.length === 0) return items;
  const ranked = items.map((item) => ({ item, ranks: keys.map((key) => rank(key.field, key.read(item))) }));
  ranked.sort((a, b) => {
    for (const [place, key] of keys.entries()) {
      const order = compare(a.ranks[place] ?? null, b.ranks[place] ?? null, key);
      if (order !== 0) return order;
    }
    return 0;
  });
  return ranked.map(({ item }) => item);
}

/** Picklists sort in the order of their values, other texts without regard to case. */
function rank(field: FieldInfo, value: Value): Ranked {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "string") return value;
  if (field.type !== "picklist") return field.kind === "text" ? value.toLowerCase() : value;
  const place = field.picklistOrder.get(value);
  return place === undefined ? `~${value.toLowerCase()}` : String(place).padStart(6, "0");
}

function compare(a: Ranked, b: Ranked, key: SortKey<never>): number {
  if (a === b) return 0;
  if (a === null) return key.nullsFirst ? -1 : 1;
  if (b === null) return key.nullsFirst ? 1 : -1;
  const order = a < b ? -1 : 1;
  return key.descending ? -order : order;
}
