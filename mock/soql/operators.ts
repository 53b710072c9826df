import type { FieldInfo } from "../catalog/field-info.js";
import type { Value } from "../store/table.js";
import type { Operand } from "./operand.js";

/** Whether a field's value meets a condition. */
export type ValueTest = (value: Value) => boolean;

export type ComparisonOperator =
  | "="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "IN"
  | "NOT IN"
  | "INCLUDES"
  | "EXCLUDES";

type TestMaker = (field: FieldInfo, operands: readonly Operand[]) => ValueTest;

const TESTS = {
  "=": equalsAny,
  "!=": (field, operands) => not(equalsAny(field, operands)),
  IN: equalsAny,
  "NOT IN": (field, operands) => not(equalsAny(field, operands)),
  "<": ordering((value, low) => value < low),
  "<=": ordering((value, _low, high, open) => (open ? value < high : value <= high)),
  ">": ordering((value, _low, high, open) => (open ? value >= high : value > high)),
  ">=": ordering((value, low) => value >= low),
  INCLUDES: includesAny,
  EXCLUDES: (field, operands) => not(includesAny(field, operands)),
} satisfies Record<ComparisonOperator, TestMaker>;

/** Makes the test of an operator. Empty values are different from every value, and never less or greater. */
export function compileOperator(
  operator: ComparisonOperator,
  field: FieldInfo,
  operands: readonly Operand[],
): ValueTest {
  return TESTS[operator](field, operands);
}

export function isComparisonOperator(text: string): text is ComparisonOperator {
  return Object.hasOwn(TESTS, text);
}

function not(test: ValueTest): ValueTest {
  return (value) => !test(value);
}

/** Texts compare without regard to case, unless the field says otherwise. */
function folded(field: FieldInfo, value: Value): Value {
  return typeof value === "string" && field.kind === "text" && !field.matchesCase
    ? value.toLowerCase()
    : value;
}

function equalsAny(field: FieldInfo, operands: readonly Operand[]): ValueTest {
  const values = new Set<Value>();
  const ranges: { from: string; to: string }[] = [];
  for (const operand of operands) {
    if (operand.kind === "range") ranges.push(operand);
    else values.add(folded(field, operand.value));
  }
  // A checkbox is never empty: asked for null, it is false that is meant.
  if (field.kind === "boolean" && values.delete(null)) values.add(false);
  if (ranges.length === 0) return singleOrSet(field, values);
  return (value) => values.has(value) || ranges.some((range) => isWithin(value, range.from, range.to));
}

function singleOrSet(field: FieldInfo, values: ReadonlySet<Value>): ValueTest {
  const fold = field.kind === "text" && !field.matchesCase;
  if (values.size > 1)
    return fold ? (value) => values.has(folded(field, value)) : (value) => values.has(value);
  const [only] = values;
  if (!fold || only === null) return (value) => value === only;
  return (value) => typeof value === "string" && value.toLowerCase() === only;
}

function isWithin(value: Value, from: string, to: string): boolean {
  return typeof value === "string" && value >= from && value < to;
}

type Comparable = string | number;
/** `open` tells that `high` is just past the span of a date literal. */
type Order = (value: Comparable, low: Comparable, high: Comparable, open: boolean) => boolean;

function ordering(order: Order): TestMaker {
  return (field, operands) => {
    const bounds = boundsOf(field, operands[0]);
    if (bounds === undefined) return () => false;
    const { low, high, open } = bounds;
    return (value) => {
      const own = folded(field, value);
      return typeof own === typeof low && order(own as Comparable, low, high, open);
    };
  };
}

function boundsOf(field: FieldInfo, operand: Operand | undefined) {
  if (operand === undefined) return undefined;
  if (operand.kind === "range") return { low: operand.from, high: operand.to, open: true };
  const value = folded(field, operand.value);
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  return { low: value, high: value, open: false };
}

/** `('A;B', 'C')` asks for A and B together, or C. */
function includesAny(_field: FieldInfo, operands: readonly Operand[]): ValueTest {
  const choices = operands.map((operand) =>
    operand.kind === "value" && typeof operand.value === "string"
      ? operand.value.toLowerCase().split(";")
      : [],
  );
  return (value) => {
    if (typeof value !== "string") return false;
    const chosen = new Set(value.toLowerCase().split(";"));
    return choices.some((wanted) => wanted.length > 0 && wanted.every((one) => chosen.has(one)));
  };
}
