import type { CodedKind, ObjectMetadata, OrgMetadata } from "../schema/metadata.js";
import { polymorphicTarget } from "./names.js";
import type { Token } from "./tokens.js";

/** A query or a subquery, as far as it says whose fields are named in it. */
export interface Scope {
  readonly outer: Scope | undefined;
  /** Whether it stands in a SELECT list: it then names a relationship instead of an object. */
  readonly ofChildren: boolean;
  from: string | undefined;
  alias: string | undefined;
}

/** A token's surroundings. */
export interface Surroundings {
  readonly scope: Scope;
  /** Where the innermost bracket around it opens; undefined where none does. */
  readonly bracket: number | undefined;
}

/** The surroundings of each token. A FROM counts for all of its query, also for what stands before it. */
export function surroundingsOf(tokens: readonly Token[]): Surroundings[] {
  let current: Surroundings = { scope: scopeIn(undefined), bracket: undefined };
  const open: Surroundings[] = [];
  return tokens.map((token, index) => {
    if (token.text === "(") {
      open.push(current);
      const scope = isWord(tokens[index + 1], "SELECT") ? scopeIn(current.scope) : current.scope;
      current = { scope, bracket: index };
    } else if (token.text === ")") {
      current = open.pop() ?? current;
    } else if (isWord(token, "FROM") && current.scope.from === undefined) {
      current.scope.from = tokens[index + 1]?.text;
      current.scope.alias = tokens[index + 2]?.text;
    }
    return current;
  });
}

function scopeIn(outer: Scope | undefined): Scope {
  return {
    outer,
    ofChildren: outer !== undefined && outer.from === undefined,
    from: undefined,
    alias: undefined,
  };
}

export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === "word" && words.includes(token.text.toUpperCase());
}

/** How values of the field at a path are written; undefined where that is not known, or plain text. */
export function kindAt(path: string, scope: Scope, metadata: OrgMetadata): CodedKind | undefined {
  const names = path.split(".");
  let object = objectOf(scope, metadata);
  if (names.length > 1 && isOwnName(names[0] ?? "", scope)) names.shift();
  for (const name of names.slice(0, -1)) object = parentOf(name, object, metadata);
  return find(names.at(-1) ?? "", object?.fields);
}

function isOwnName(name: string, { from, alias }: Scope): boolean {
  return [from, alias].some((own) => own?.toLowerCase() === name.toLowerCase());
}

function objectOf(scope: Scope, metadata: OrgMetadata): ObjectMetadata | undefined {
  const name = scope.from ?? "";
  if (!scope.ofChildren || scope.outer === undefined) return find(name, metadata);
  const relationship = name.split(".").at(-1) ?? "";
  return find(find(relationship, objectOf(scope.outer, metadata)?.children) ?? "", metadata);
}

function parentOf(
  name: string,
  object: ObjectMetadata | undefined,
  metadata: OrgMetadata,
): ObjectMetadata | undefined {
  const parent = find(name, object?.parents);
  return parent === "" ? polymorphicTarget : find(parent ?? "", metadata);
}

/** SOQL does not care for the case of names. */
function find<T>(name: string, map: Readonly<Record<string, T>> = {}): T | undefined {
  if (Object.hasOwn(map, name)) return map[name];
  const lower = name.toLowerCase();
  return Object.entries(map).find(([key]) => key.toLowerCase() === lower)?.[1];
}
