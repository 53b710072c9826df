import type { CodedKind, OrgMetadata } from "../schema/metadata.js";
import { isWord, kindAt, type Surroundings, surroundingsOf } from "./bind-scope.js";
import { type Token, tokensOf } from "./tokens.js";

/** The functions that give one of the values they are given. */
const PASSES_ON = ["MIN", "MAX"];

/**
 * How the values in the rows of a grouped query are written, by the lower-case names they have there: fields
 * that are grouped by, and the least and greatest of a field. What is text or a number of its own is left out.
 */
export function columnKinds(soql: string, metadata: OrgMetadata): ReadonlyMap<string, CodedKind> {
  const tokens = tokensOf(soql);
  const surroundings = surroundingsOf(tokens);
  const kinds = new Map<string, CodedKind>();
  let unnamed = 0;
  for (const item of selectItems(tokens, surroundings)) {
    const column = columnOf(item);
    const isCall = item[1]?.text === "(";
    const name = column.alias ?? (isCall ? `expr${unnamed++}` : column.path.split(".").at(-1));
    const scope = surroundings[0]?.scope;
    const kind = scope && column.isValue ? kindAt(column.path, scope, metadata) : undefined;
    if (kind !== undefined && name !== undefined) kinds.set(name.toLowerCase(), kind);
  }
  return kinds;
}

/** The tokens of each item of the outermost SELECT list. */
function selectItems(tokens: readonly Token[], surroundings: readonly Surroundings[]): Token[][] {
  const items: Token[][] = [[]];
  for (const [index, token] of tokens.entries()) {
    const isOutside = surroundings[index]?.bracket === undefined;
    if (index === 0 && isWord(token, "SELECT")) continue;
    if (isOutside && isWord(token, "FROM")) break;
    if (isOutside && token.text === ",") items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

/** An item as `path`, `path alias`, `FUNCTION(path)` or `FUNCTION(path) alias`. */
function columnOf(item: readonly Token[]): { path: string; alias: string | undefined; isValue: boolean } {
  const [first, second, third, fourth, fifth] = item;
  if (second?.text !== "(") return { path: first?.text ?? "", alias: second?.text, isValue: true };
  const isValue = isWord(first, ...PASSES_ON) && fourth?.text === ")";
  const last = item.at(-1);
  return { path: third?.text ?? "", alias: isValue ? fifth?.text : aliasOf(last), isValue };
}

function aliasOf(last: Token | undefined): string | undefined {
  return last?.kind === "word" ? last.text : undefined;
}
