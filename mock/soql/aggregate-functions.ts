import type { StoredRecord, Value } from "../store/table.js";
import type { Expression } from "./expression.js";

/** Computes one value of the records of a group. */
type Aggregate = (records: readonly StoredRecord[], expression: Expression) => Value;

interface AggregateFunction {
  readonly apply: Aggregate;
  /** Whether it needs numbers. */
  readonly numeric: boolean;
  /** Whether it gives a number whatever it is given. */
  readonly counts: boolean;
}

const FUNCTIONS: Readonly<Record<string, AggregateFunction>> = {
  COUNT: { apply: (records, expression) => filled(records, expression).length, numeric: false, counts: true },
  COUNT_DISTINCT: {
    apply: (records, expression) =>
      new Set(filled(records, expression).map((value) => folded(expression, value))).size,
    numeric: false,
    counts: true,
  },
  SUM: {
    apply: (records, expression) => {
      const values = numbers(records, expression);
      return values.length === 0 ? null : sum(values);
    },
    numeric: true,
    counts: false,
  },
  AVG: {
    apply: (records, expression) => {
      const values = numbers(records, expression);
      return values.length === 0 ? null : sum(values) / values.length;
    },
    numeric: true,
    counts: false,
  },
  MIN: {
    apply: (records, expression) => extreme(records, expression, (a, b) => a < b),
    numeric: false,
    counts: false,
  },
  MAX: {
    apply: (records, expression) => extreme(records, expression, (a, b) => a > b),
    numeric: false,
    counts: false,
  },
};

export function aggregateFunction(name: string): AggregateFunction | undefined {
  const key = name.toUpperCase();
  return Object.hasOwn(FUNCTIONS, key) ? FUNCTIONS[key] : undefined;
}

function filled(records: readonly StoredRecord[], expression: Expression): (string | number | boolean)[] {
  return records.map(expression.read).filter((value) => value !== null);
}

function numbers(records: readonly StoredRecord[], expression: Expression): number[] {
  return filled(records, expression).filter((value) => typeof value === "number");
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Texts are the same without regard to case, unless the field says otherwise. */
export function folded(expression: Expression, value: Value): Value {
  return typeof value === "string" && !expression.field.matchesCase ? value.toLowerCase() : value;
}

function extreme(
  records: readonly StoredRecord[],
  expression: Expression,
  better: (a: string | number, b: string | number) => boolean,
): Value {
  let best: Value = null;
  let bestKey: string | number | null = null;
  for (const value of filled(records, expression)) {
    const key = folded(expression, value);
    if (typeof key === "boolean" || key === null) continue;
    if (bestKey === null || better(key, bestKey)) {
      best = value;
      bestKey = key;
    }
  }
  return best;
}
