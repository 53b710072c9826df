import type {
  ConditionWithValueQuery,
  HavingClause,
  NegationCondition,
  WhereClause,
} from "@jetstreamapp/soql-parser-js";
import { locate } from "./positions.js";
import { malformed, notEvaluated, type Place } from "./soql-fault.js";

/** One comparison. */
export type Leaf = Exclude<ConditionWithValueQuery, NegationCondition>;

export type ConditionTree =
  | { readonly kind: "and" | "or"; readonly nodes: readonly ConditionTree[] }
  | { readonly kind: "not"; readonly node: ConditionTree }
  | { readonly kind: "leaf"; readonly leaf: Leaf };

type Token =
  | { readonly kind: "(" | ")" | "AND" | "OR" | "NOT" }
  | { readonly kind: "leaf"; readonly leaf: Leaf };

/**
 * Builds the tree of a WHERE or HAVING clause. The parser gives a list with counts of brackets, and lets
 * through what SOQL's grammar does not: AND and OR next to each other, and NOT next to either, need brackets.
 */
export function conditionTree(clause: WhereClause | HavingClause, soql: string): ConditionTree {
  const tokens = tokensOf(clause);
  refuseUnbalanced(tokens);
  let at = 0;

  function unexpected(): never {
    const token = tokens[at];
    const text = token === undefined ? "<EOF>" : token.kind;
    throw malformed(`unexpected token: '${text}'`, place(soql, text));
  }

  function condition(): ConditionTree {
    if (tokens[at]?.kind === "NOT") {
      at += 1;
      return { kind: "not", node: simple() };
    }
    const nodes = [simple()];
    const operator = tokens[at]?.kind;
    if (operator !== "AND" && operator !== "OR") return nodes[0] ?? unexpected();
    while (tokens[at]?.kind === operator) {
      at += 1;
      nodes.push(simple());
    }
    return { kind: operator === "AND" ? "and" : "or", nodes };
  }

  function simple(): ConditionTree {
    const token = tokens[at];
    if (token?.kind === "leaf") {
      at += 1;
      return { kind: "leaf", leaf: token.leaf };
    }
    if (token?.kind !== "(") unexpected();
    at += 1;
    const inner = condition();
    if (tokens[at]?.kind !== ")") unexpected();
    at += 1;
    return inner;
  }

  const tree = condition();
  if (at < tokens.length) unexpected();
  return tree;
}

/** The parser loses the third of three NOTs in a row, with its brackets. */
function refuseUnbalanced(tokens: readonly Token[]): void {
  const count = (kind: string): number => tokens.filter((token) => token.kind === kind).length;
  if (count("(") !== count(")")) throw notEvaluated("NOT within NOT within NOT");
}

function place(soql: string, text: string): Place {
  return { soql, offset: locate(soql, text, locate(soql, "where") ?? 0) };
}

function tokensOf(clause: WhereClause | HavingClause): Token[] {
  const tokens: Token[] = [];
  let current: WhereClause | HavingClause | undefined = clause;
  while (current !== undefined) {
    pushCondition(tokens, current.left);
    if (!("operator" in current)) break;
    tokens.push({ kind: current.operator });
    current = current.right;
  }
  return tokens;
}

function pushCondition(tokens: Token[], left: ConditionWithValueQuery | null): void {
  if (left === null) return;
  pushBrackets(tokens, "(", left.openParen);
  if ("field" in left || "fn" in left) tokens.push({ kind: "leaf", leaf: left as Leaf });
  if ("closeParen" in left) pushBrackets(tokens, ")", left.closeParen);
}

function pushBrackets(tokens: Token[], kind: "(" | ")", count = 0): void {
  for (let bracket = 0; bracket < count; bracket++) tokens.push({ kind });
}

/** Turns a tree into one test, given the test of each leaf. */
export function compileTree<T>(
  tree: ConditionTree,
  compileLeaf: (leaf: Leaf) => (item: T) => boolean,
): (item: T) => boolean {
  if (tree.kind === "leaf") return compileLeaf(tree.leaf);
  if (tree.kind === "not") {
    const inner = compileTree(tree.node, compileLeaf);
    return (item) => !inner(item);
  }
  const tests = tree.nodes.map((node) => compileTree(node, compileLeaf));
  return tree.kind === "and" ? allOf(tests) : anyOf(tests);
}

function allOf<T>(tests: readonly ((item: T) => boolean)[]): (item: T) => boolean {
  return (item) => {
    for (const test of tests) if (!test(item)) return false;
    return true;
  };
}

function anyOf<T>(tests: readonly ((item: T) => boolean)[]): (item: T) => boolean {
  return (item) => {
    for (const test of tests) if (test(item)) return true;
    return false;
  };
}
