import picomatch from "picomatch";

/** Which of several named things are meant. */
export interface NameSelection {
  has(name: string): boolean;
  /** Plain names, no globs, that none of these is called by: most likely a slip of the pen. */
  missing(names: Iterable<string>): string[];
}

export interface SelectOptions {
  /** What is a plain name. */
  plain: RegExp;
  /** Whether `*` stands for slashes, too. Default: false. */
  acrossSlashes?: boolean;
}

/**
 * Names by glob. One with `!` before it takes away; where all do, they take away from everything. Case does not
 * matter, as in Salesforce.
 */
export function selectNames(
  patterns: readonly string[],
  { plain, acrossSlashes = false }: SelectOptions,
): NameSelection {
  const { included, excluded } = sorted(patterns);
  const options = { nocase: true, bash: acrossSlashes };
  const isIncluded = picomatch(included, options);
  const isExcluded = excluded.length === 0 ? () => false : picomatch(excluded, options);
  return {
    has: (name) => isIncluded(name) && !isExcluded(name),
    missing(names) {
      const known = new Set([...names].map((name) => name.toLowerCase()));
      return included.filter((pattern) => plain.test(pattern) && !known.has(pattern.toLowerCase()));
    },
  };
}

function sorted(patterns: readonly string[]): { included: string[]; excluded: string[] } {
  const excluded = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const given = patterns.filter((pattern) => !pattern.startsWith("!"));
  return { included: given.length === 0 ? ["*"] : given, excluded };
}
