import type ts from "typescript";
import { type ObjectTypes, type OrgTypes, orgTypesOf } from "./org-types.js";
import { type Cursor, cursorAt, type Scope } from "./soql-cursor.js";

/** A place inside the text of a `query` call. */
export interface SoqlPlace {
  readonly cursor: Cursor;
  readonly org: OrgTypes;
  /** Where the SOQL text begins in the file. */
  readonly textStart: number;
}

const METHODS = new Set(["query", "queryAll"]);

/** The place at a position of a file; undefined where it is not inside the text of a client's query. */
export function soqlPlaceAt(
  typescript: typeof ts,
  program: ts.Program,
  fileName: string,
  position: number,
): SoqlPlace | undefined {
  const file = program.getSourceFile(fileName);
  const literal = file && literalAt(typescript, file, position);
  if (file === undefined || literal === undefined) return undefined;
  const { parent } = literal;
  if (!typescript.isCallExpression(parent) || parent.arguments[0] !== literal) return undefined;
  const { expression } = parent;
  if (!typescript.isPropertyAccessExpression(expression) || !METHODS.has(expression.name.text))
    return undefined;
  const org = orgTypesOf(expression.expression, program.getTypeChecker());
  // The text as it is written: a line break or an escape keeps its length.
  const text = literal.getText(file).slice(1, -1);
  const textStart = literal.getStart(file) + 1;
  const cursor = cursorAt(text, position - textStart);
  return org === undefined || cursor === undefined ? undefined : { cursor, org, textStart };
}

function literalAt(
  typescript: typeof ts,
  file: ts.SourceFile,
  position: number,
): ts.StringLiteralLike | undefined {
  const find = (node: ts.Node): ts.StringLiteralLike | undefined => {
    if (position <= node.getStart(file) || position >= node.getEnd()) return undefined;
    if (typescript.isStringLiteralLike(node)) return node;
    return typescript.forEachChild(node, find);
  };
  return typescript.forEachChild(file, find);
}

/** The object that the last of the scopes reads. */
export function objectOf(scopes: readonly Scope[], org: OrgTypes): ObjectTypes | undefined {
  let object: ObjectTypes | undefined;
  for (const { from, isChild } of scopes) {
    if (from === undefined) return undefined;
    object = isChild ? object?.child(from) : org.object(from);
  }
  return object;
}

/** The object at the end of all relationships of a path, and the name behind them. */
export function followPath(
  path: readonly string[],
  scopes: readonly Scope[],
  org: OrgTypes,
): { object: ObjectTypes | undefined; name: string } {
  const scope = scopes.at(-1);
  let object = objectOf(scopes, org);
  const relationships = path.slice(0, -1);
  const [first = ""] = relationships;
  const isObjectName = [scope?.alias, scope?.from].some(
    (name) => name?.toLowerCase() === first.toLowerCase(),
  );
  // A relationship of that name wins, as it does for Salesforce.
  if (relationships.length > 0 && isObjectName && object?.parent(first) === undefined) relationships.shift();
  for (const relationship of relationships) object = object?.parent(relationship);
  return { object, name: path.at(-1) ?? "" };
}
