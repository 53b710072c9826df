import type ts from "typescript";

/** What the types of a generated client say of an org, read through the checker. */
export interface OrgTypes {
  /** Names of all objects. */
  objects(): readonly ts.Symbol[];
  /** The object of that name, whatever its case. */
  object(name: string): ObjectTypes | undefined;
}

export interface ObjectTypes {
  readonly name: string;
  /** Its label. */
  readonly documentation: ts.SymbolDisplayPart[];
  readonly fields: readonly ts.Symbol[];
  readonly parents: readonly ts.Symbol[];
  readonly children: readonly ts.Symbol[];
  /** The object a parent relationship leads to; undefined for a polymorphic one. */
  parent(name: string): ObjectTypes | undefined;
  child(name: string): ObjectTypes | undefined;
  /** The text values a field is known to have. */
  values(field: string): readonly string[];
}

/** What has a `query` that takes SOQL text, by the names of their types. */
const CLIENTS = new Set(["ClientCore", "Bulk", "Tooling"]);

/** Types of the `S` in the `ClientCore<S>`, `Bulk<S>` or `Tooling<S>` that an expression is; undefined where it is none. */
export function orgTypesOf(expression: ts.Expression, checker: ts.TypeChecker): OrgTypes | undefined {
  const type = checker.getTypeAtLocation(expression);
  const parts = type.isIntersection() ? type.types : [type];
  for (const part of parts) {
    if (!CLIENTS.has(part.symbol?.name ?? "") || !isReference(part)) continue;
    const [schema] = checker.getTypeArguments(part);
    if (schema !== undefined) return createOrgTypes(schema, expression, checker);
  }
  return undefined;
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return "target" in type;
}

function createOrgTypes(schema: ts.Type, location: ts.Node, checker: ts.TypeChecker): OrgTypes {
  const membersOf = (owner: ts.Type | undefined, name: string): readonly ts.Symbol[] => {
    const member = owner && checker.getPropertyOfType(owner, name);
    return member === undefined
      ? []
      : checker.getPropertiesOfType(checker.getTypeOfSymbolAtLocation(member, location));
  };
  const typeOf = (symbol: ts.Symbol) => checker.getTypeOfSymbolAtLocation(symbol, location);
  const follow = (links: readonly ts.Symbol[], name: string) => {
    const link = named(links, name);
    const [target] = link === undefined ? [] : texts(typeOf(link));
    return target === undefined ? undefined : object(target);
  };
  const object = (name: string): ObjectTypes | undefined => {
    const symbol = named(checker.getPropertiesOfType(schema), name);
    if (symbol === undefined) return undefined;
    const def = typeOf(symbol);
    const record = checker.getPropertyOfType(def, "fields");
    const fields = membersOf(def, "fields");
    const parents = membersOf(def, "parents");
    const children = membersOf(def, "children");
    return {
      name: symbol.name,
      documentation: (record && typeOf(record).symbol?.getDocumentationComment(checker)) ?? [],
      fields,
      parents: [...parents, ...membersOf(def, "polymorphic")],
      children,
      parent: (relationship) => follow(parents, relationship),
      child: (relationship) => follow(children, relationship),
      values: (field) => {
        const found = named(fields, field);
        return found === undefined ? [] : valuesOf(typeOf(found), typeOf);
      },
    };
  };
  return { objects: () => checker.getPropertiesOfType(schema), object };
}

/** SOQL's names ignore case. */
export function named(symbols: readonly ts.Symbol[], name: string): ts.Symbol | undefined {
  const wanted = name.toLowerCase();
  return symbols.find((symbol) => symbol.name.toLowerCase() === wanted);
}

/** The values of a picklist; of a multi-select picklist those that its brand names. */
function valuesOf(type: ts.Type, typeOf: (symbol: ts.Symbol) => ts.Type): string[] {
  const parts = type.isUnion() ? type.types : [type];
  const brands = parts.flatMap((part) => {
    const brand = part.isIntersection() && part.getProperties().find(isBrand);
    const tuple = brand ? typeOf(brand).getNonNullableType() : undefined;
    const [kind, detail] = tuple !== undefined && isReference(tuple) ? (tuple.typeArguments ?? []) : [];
    return kind?.isStringLiteral() && kind.value === "multipicklist" && detail ? texts(detail) : [];
  });
  return [...texts(type), ...brands];
}

/** The compiler's own name of a property whose key is the symbol `brand`. */
function isBrand({ escapedName }: ts.Symbol): boolean {
  return String(escapedName).startsWith("__@brand@");
}

/** The text literals of a union. */
function texts(type: ts.Type): string[] {
  const parts = type.isUnion() ? type.types : [type];
  return parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
}
