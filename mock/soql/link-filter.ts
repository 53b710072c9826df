import type { Query } from "@jetstreamapp/soql-parser-js";
import { operatorOf } from "./condition.js";
import { type ConditionTree, conditionTree } from "./condition-tree.js";
import type { QueryScope } from "./query-scope.js";
import { malformed } from "./soql-fault.js";

const KEYS: ReadonlySet<string> = new Set(["id", "contentdocumentid", "linkedentityid"]);
const OPERATORS: ReadonlySet<string> = new Set(["=", "IN"]);

/** Links of files can be queried only by whose they are. */
export function checkLinkFilter({ object, soql }: QueryScope, { where }: Query): void {
  if (object.name !== "ContentDocumentLink") return;
  if (where !== undefined && holdsKey(conditionTree(where, soql))) return;
  throw malformed(
    "Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or " +
      "LinkedEntityId using the equals operator or multiple Id's using the IN operator.",
  );
}

function holdsKey(tree: ConditionTree): boolean {
  if (tree.kind === "and") return tree.nodes.some(holdsKey);
  if (tree.kind !== "leaf" || !("field" in tree.leaf)) return false;
  return KEYS.has(tree.leaf.field.toLowerCase()) && OPERATORS.has(operatorOf(tree.leaf).toUpperCase());
}
