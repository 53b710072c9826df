import { checkRule, type FaultRule } from "./fault-rule.js";

/** Things that go wrong, for tests of how a client takes them. */
export interface Faults {
  /** Goes wrong with the next request that fits, or with the next `times` of them. */
  next(rule: FaultRule): void;
  /** Goes wrong with every request that fits, until `clear`. */
  always(rule: FaultRule): void;
  /** Takes all rules back. */
  clear(): void;
}

/** The faults of an org as its handler sees them. */
export interface FaultSource {
  /** The first rule that fits a request; it is used up by that. */
  take(request: { readonly method: string; readonly path: string }): FaultRule | undefined;
}

export function createFaults(): Faults & FaultSource {
  let rules: { readonly rule: FaultRule; left: number }[] = [];
  const add = (rule: FaultRule, times: number): void => {
    checkRule(rule);
    rules.push({ rule, left: rule.times ?? times });
  };
  return {
    next: (rule) => add(rule, 1),
    always: (rule) => add(rule, Number.POSITIVE_INFINITY),
    clear: () => {
      rules = [];
    },
    take(request) {
      const entry = rules.find(({ rule, left }) => left > 0 && fits(rule, request));
      if (entry === undefined) return undefined;
      entry.left -= 1;
      return entry.rule;
    },
  };
}

function fits({ path, method }: FaultRule, request: { method: string; path: string }): boolean {
  if (method !== undefined && method.toUpperCase() !== request.method) return false;
  if (path === undefined) return true;
  return typeof path === "string" ? request.path.includes(path) : path.test(request.path);
}
