import picomatch from "picomatch";

/** Which objects are meant, by name. */
export interface ObjectSelection {
  has(name: string): boolean;
  /** Plain names, no globs, that none of these objects has: most likely a slip of the pen. */
  missing(names: Iterable<string>): string[];
}

/**
 * Objects by glob: `Account`, `*__c`, `{Task,Event}`. One with `!` before it takes away; where all do, they
 * take away from everything. Case does not matter, as in Salesforce.
 */
export function selectObjects(patterns: readonly string[]): ObjectSelection {
  const excluded = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const given = patterns.filter((pattern) => !pattern.startsWith("!"));
  const included = given.length === 0 ? ["*"] : given;
  const isIncluded = picomatch(included, { nocase: true });
  const isExcluded = excluded.length === 0 ? () => false : picomatch(excluded, { nocase: true });
  return {
    has: (name) => isIncluded(name) && !isExcluded(name),
    missing(names) {
      const known = new Set([...names].map((name) => name.toLowerCase()));
      return included.filter((pattern) => /^\w+$/.test(pattern) && !known.has(pattern.toLowerCase()));
    },
  };
}
