import { literalsOf, operatorOf } from "../soql/condition.js";
import { type ConditionTree, conditionTree, type Leaf } from "../soql/condition-tree.js";
import { parseSoql } from "../soql/parse.js";
import type { ListView } from "./list-view.js";

/** A condition in the words of list views. */
export type WhereCondition =
  | { readonly field: string; readonly operator: string; readonly values: readonly string[] }
  | { readonly conditions: readonly WhereCondition[]; readonly conjunction: "and" | "or" }
  | { readonly condition: WhereCondition };

const OPERATORS: Readonly<Record<string, string>> = {
  "=": "equals",
  "!=": "notEquals",
  "<": "lessThan",
  "<=": "lessThanOrEqualTo",
  ">": "greaterThan",
  ">=": "greaterThanOrEqualTo",
  LIKE: "like",
  IN: "in",
  "NOT IN": "notIn",
  INCLUDES: "includes",
  EXCLUDES: "excludes",
};

/** What a view says of its records; null where it shows all. */
export function whereCondition({ object, where }: ListView): WhereCondition | null {
  if (where === undefined) return null;
  const soql = `SELECT Id FROM ${object} WHERE ${where}`;
  const { where: clause } = parseSoql(soql);
  return clause === undefined ? null : toCondition(conditionTree(clause, soql));
}

function toCondition(tree: ConditionTree): WhereCondition {
  if (tree.kind === "leaf") return toComparison(tree.leaf);
  if (tree.kind === "not") return { condition: toCondition(tree.node) };
  return { conditions: tree.nodes.map(toCondition), conjunction: tree.kind };
}

function toComparison(leaf: Leaf): WhereCondition {
  const field = "field" in leaf ? leaf.field : (leaf.fn.rawValue ?? "");
  const operator = operatorOf(leaf);
  const values = literalsOf(leaf).map(({ text }) => text);
  return { field, operator: OPERATORS[operator] ?? operator, values };
}
