/** A piece of SOQL text. White space is left out. */
export interface Token {
  readonly kind: "literal" | "bind" | "word" | "number" | "operator" | "other";
  readonly text: string;
  /** Where it begins. */
  readonly start: number;
}

/** In this order: what stands between quotes is never looked into. A path is one word, as `Owner.Name`. */
const pattern =
  /(?<literal>'(?:[^'\\]|\\[\s\S])*')|(?<bind>:[A-Za-z_]\w*)|(?<word>[A-Za-z_][\w.]*(?::\d+)?)|(?<number>\d[\w.:+-]*)|(?<operator><=|>=|<>|!=|[=<>])|(?<other>\S)/g;

/** Takes SOQL text apart. A quote that is never closed is a token of its own. */
export function tokensOf(soql: string): Token[] {
  return [...soql.matchAll(pattern)].map((match) => ({
    kind: kindOf(match.groups ?? {}),
    text: match[0],
    start: match.index,
  }));
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): Token["kind"] {
  const [kind] = Object.entries(groups).find(([, text]) => text !== undefined) ?? ["other"];
  return kind as Token["kind"];
}
