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
  const { symbol, of } = found;
  const type = checker.typeToString(checker.getTypeOfSymbol(symbol));
  const text = of === undefined ? symbol.name : `${of}.${symbol.name}: ${type}`;
  return {
    kind: typescript.ScriptElementKind.memberVariableElement,
    kindModifiers: "",
    textSpan: { start: textStart + cursor.start, length: cursor.end - cursor.start },
    displayParts: [{ kind: "text", text }],
    documentation: symbol.getDocumentationComment(checker),
  };
}

function symbolAt({ cursor, org }: SoqlPlace): { symbol: ts.Symbol; of?: string } | undefined {
  if (cursor.kind === "from") {
    const object = objectOf(cursor.scopes, org);
    const symbol = object && named(org.objects(), object.name);
    return symbol && { symbol };
  }
  if (cursor.kind === "value") return undefined;
  const { object, name } = followPath(cursor.path, cursor.scopes, org);
  const symbol = object && named([...object.fields, ...object.parents], name);
  return symbol && { symbol, of: object.name };
}
