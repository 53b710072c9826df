import type { LiteralType } from "@jetstreamapp/soql-parser-js";
import type { FieldInfo } from "../catalog/field-info.js";
import type { Calendar } from "./calendar.js";
import type { Leaf } from "./condition-tree.js";
import { compileLike } from "./like.js";
import { type Literal, type Operand, readOperand } from "./operand.js";
import {
  type ComparisonOperator,
  compileOperator,
  isComparisonOperator,
  type ValueTest,
} from "./operators.js";
import { malformed, type Place, soqlFault } from "./soql-fault.js";
import { likeTokens } from "./string-literal.js";

/** Operators that only some types of field have; the others are for all. */
const OPERATOR_TYPES: Readonly<Record<string, (field: FieldInfo) => boolean>> = {
  LIKE: (field) => field.kind === "text" && field.type !== "multipicklist",
  INCLUDES: (field) => field.type === "multipicklist",
  EXCLUDES: (field) => field.type === "multipicklist",
  IN: (field) => field.type !== "multipicklist",
  "NOT IN": (field) => field.type !== "multipicklist",
  "<": isOrdered,
  "<=": isOrdered,
  ">": isOrdered,
  ">=": isOrdered,
};

function isOrdered(field: FieldInfo): boolean {
  return field.kind !== "boolean" && field.type !== "multipicklist";
}

/** The operator of a condition in its one spelling. */
export function operatorOf(leaf: Leaf): string {
  const operator = leaf.operator.toUpperCase().replaceAll(/\s+/g, " ");
  return operator === "<>" ? "!=" : operator;
}

/** Refuses an operator that a field's type does not have. */
export function checkOperator(operator: string, field: FieldInfo, place: Place): void {
  const allowed = OPERATOR_TYPES[operator];
  if (allowed === undefined || allowed(field)) return;
  throw soqlFault("INVALID_QUERY_FILTER_OPERATOR", `invalid operator on ${field.type} field`, place);
}

/** Makes the test of a condition whose right side is one literal or a list of them. */
export function compileCondition(field: FieldInfo, leaf: Leaf, calendar: Calendar, place: Place): ValueTest {
  const operator = operatorOf(leaf);
  checkOperator(operator, field, place);
  const literals = literalsOf(leaf);
  if (operator === "LIKE") return likeTest(literals, place);
  if (!isComparisonOperator(operator)) throw malformed(`unexpected token: '${leaf.operator}'`, place);
  return compileOperator(operator, field, operandsOf(field, operator, literals, calendar, place));
}

function operandsOf(
  field: FieldInfo,
  operator: ComparisonOperator,
  literals: readonly Literal[],
  calendar: Calendar,
  place: Place,
): Operand[] {
  if (literals.length > 1 && !/IN|CLUDES/.test(operator)) throw malformed("unexpected token: '('", place);
  return literals.map((literal) => readOperand(field, literal, calendar, place));
}

function likeTest(literals: readonly Literal[], place: Place): ValueTest {
  const tests = literals.map(({ text, type }) => {
    if (type !== "STRING") throw malformed(`unexpected token: '${text}'`, place);
    return compileLike(likeTokens(text));
  });
  return (value) => typeof value === "string" && tests.some((test) => test(value));
}

/** The literals on the right side of a condition. */
export function literalsOf(leaf: Leaf): Literal[] {
  if (!("value" in leaf)) return [];
  const texts: readonly string[] = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
  const types = leaf.literalType;
  return texts.map((text, place) => ({
    text,
    type: (Array.isArray(types) ? types[place] : types) as LiteralType | undefined,
  }));
}
