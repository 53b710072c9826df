import type ts from "typescript";
import { named } from "./org-types.js";
import { followPath, objectOf, type SoqlPlace } from "./soql-place.js";

/** What the name at a place of SOQL text stands for, with its label and help. */
export function quickInfoAt(
  typescript: typeof ts,
  checker: ts.TypeChecker,
  place: SoqlPlace,
): ts.QuickInfo | undefined {
  const found = symbolAt(place);
  if (found === undefined) return undefined;
  const { cursor, textStart } = place;
  const { symbol, of, documentation } = found;
  const type = checker.typeToString(checker.getTypeOfSymbol(symbol));
  const text = of === undefined ? symbol.name : `${of}.${symbol.name}: ${type}`;
  return {
    kind: typescript.ScriptElementKind.memberVariableElement,
    kindModifiers: "",
    textSpan: { start: textStart + cursor.start, length: cursor.end - cursor.start },
    displayParts: [{ kind: "text", text }],
    documentation: documentation ?? symbol.getDocumentationComment(checker),
  };
}

interface Named {
  readonly symbol: ts.Symbol;
  /** The object it is a member of. */
  readonly of?: string;
  /** What is said of it elsewhere than where it is declared. */
  readonly documentation?: ts.SymbolDisplayPart[] | undefined;
}

function symbolAt({ cursor, org }: SoqlPlace): Named | undefined {
  if (cursor.kind === "from") {
    const object = objectOf(cursor.scopes, org);
    const symbol = object && named(org.objects(), object.name);
    return symbol && { symbol, documentation: object.documentation };
  }
  if (cursor.kind === "value") return undefined;
  const { object, name } = followPath(cursor.path, cursor.scopes, org);
  const field = object && named(object.fields, name);
  if (field !== undefined) return { symbol: field, of: object?.name ?? "" };
  const parent = object && named(object.parents, name);
  return parent && { symbol: parent, of: object.name, documentation: object.parent(name)?.documentation };
}
