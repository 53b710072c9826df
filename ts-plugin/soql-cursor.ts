import { type Group, isWord, readTokens, type Token } from "./soql-tokens.js";

/** One SELECT that a place belongs to: the outermost first. */
export interface Scope {
  /** The object, or below another SELECT's list the child relationship; undefined where none was typed yet. */
  readonly from: string | undefined;
  /** The name that stands for the object, as `a` in `FROM Account a`. */
  readonly alias: string | undefined;
  /** Whether it is a child subquery: `from` is then a relationship of the scope before. */
  readonly isChild: boolean;
}

/** What stands at a place in SOQL text. */
export type Cursor =
  | {
      readonly kind: "from";
      readonly scopes: readonly Scope[];
      /** Where the name of the object begins and ends. */
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: "path";
      readonly scopes: readonly Scope[];
      /** What is typed of it: relationships, and the name at the place last. */
      readonly path: readonly string[];
      /** Where that last name begins and ends. */
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: "value";
      readonly scopes: readonly Scope[];
      /** The field that is compared. */
      readonly path: readonly string[];
      readonly start: number;
      readonly end: number;
    };

const CLAUSES = new Set("WHERE USING WITH GROUP ORDER LIMIT OFFSET FOR HAVING ALL UPDATE".split(" "));
const OPERATORS = new Set("LIKE IN NOT INCLUDES EXCLUDES".split(" "));

/** What stands at an offset of SOQL text; undefined where it is no place for a name. */
export function cursorAt(soql: string, offset: number): Cursor | undefined {
  const { root, groups } = readTokens(soql);
  const group =
    groups.findLast(({ start, end }) => start <= offset && offset < end) ?? innermost(groups, offset) ?? root;
  const scopes = scopesOf(group);
  if (scopes.length === 0) return undefined;
  const at = group.tokens.find(({ start, end }) => start < offset && offset <= end);
  const before = group.tokens.filter(({ end }) => end <= (at?.start ?? offset));
  if (at?.kind === "text") return valueAt(at, offset, before, group, scopes);
  const word = at?.kind === "word" ? at : undefined;
  if (isWord(before.at(-1), "FROM")) {
    return { kind: "from", scopes, start: word?.start ?? offset, end: word?.end ?? offset };
  }
  return pathAt(word, offset, scopes);
}

function innermost(groups: readonly Group[], offset: number): Group | undefined {
  return groups.findLast(({ start, end }) => start <= offset && offset <= end);
}

function pathAt(word: Token | undefined, offset: number, scopes: readonly Scope[]): Cursor {
  if (word === undefined) return { kind: "path", scopes, path: [""], start: offset, end: offset };
  const typed = word.text.slice(0, offset - word.start).split(".");
  const name = typed.pop() ?? "";
  const rest = /^\w*/.exec(word.text.slice(offset - word.start))?.[0] ?? "";
  const path = [...typed, name + rest];
  return { kind: "path", scopes, path, start: offset - name.length, end: offset + rest.length };
}

function valueAt(
  text: Token,
  offset: number,
  before: readonly Token[],
  group: Group,
  scopes: readonly Scope[],
): Cursor | undefined {
  const isClosed = text.text.length > 1 && text.text.endsWith("'");
  if (isClosed && offset === text.end) return undefined;
  // The values of a list stand in brackets of their own: the field stands before these.
  const compared = before.some(({ kind }) => kind === "word") ? before : beforeGroup(group);
  const field = compared.findLast(
    (token) => token.kind === "word" && !OPERATORS.has(token.text.toUpperCase()),
  );
  if (field === undefined) return undefined;
  const end = isClosed ? text.end - 1 : text.end;
  return { kind: "value", scopes, path: field.text.split("."), start: text.start + 1, end };
}

function beforeGroup(group: Group): readonly Token[] {
  return group.parent?.tokens.filter(({ end }) => end <= group.start) ?? [];
}

/** The SELECTs around a group, the outermost first. */
function scopesOf(group: Group): Scope[] {
  const outer = group.parent === undefined ? [] : scopesOf(group.parent);
  if (!isWord(group.tokens[0], "SELECT")) return outer;
  const fromAt = group.tokens.findIndex((token) => isWord(token, "FROM"));
  const [name, alias] = fromAt < 0 ? [] : group.tokens.slice(fromAt + 1, fromAt + 3);
  const isAlias = alias?.kind === "word" && !CLAUSES.has(alias.text.toUpperCase());
  const scope = {
    from: name?.kind === "word" ? name.text : undefined,
    alias: isAlias ? alias.text : undefined,
    isChild: outer.length > 0 && standsInList(group),
  };
  // A semi-join asks an object of its own, whatever stands around it.
  return scope.isChild ? [...outer, scope] : [scope];
}

/** Whether a subquery stands in the list of the SELECT around it rather than in its conditions. */
function standsInList({ parent, start }: Group): boolean {
  return !parent?.tokens.some((token) => isWord(token, "FROM") && token.end <= start);
}
