import type { ObjectInfo } from "../catalog/object-info.js";
import type { Ordered } from "./ordered-keys.js";

/** An order as SOQL; undefined where none is given. */
export function orderText(object: ObjectInfo, order: Ordered): string | undefined {
  const keys = orderKeys(object, order, "");
  return keys.length === 0 ? undefined : keys.join(", ");
}

function orderKeys(object: ObjectInfo, order: Ordered, path: string): string[] {
  return order.flatMap(([name, given]) => {
    if (!Array.isArray(given)) return [];
    const clause = Object.fromEntries(given as Ordered);
    const isClause = given.length === 0 || typeof (clause.order ?? clause.nulls) === "string";
    if (!isClause) return orderKeys(object, given as Ordered, `${path}${name}.`);
    const nulls = typeof clause.nulls === "string" ? ` NULLS ${clause.nulls}` : "";
    return [`${path}${name} ${clause.order === "DESC" ? "DESC" : "ASC"}${nulls}`];
  });
}
