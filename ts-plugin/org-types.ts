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
  readonly fields: readonly ts.Symbol[];
  readonly parents: readonly ts.Symbol[];
  readonly children: readonly ts.Symbol[];
  /** The object a parent relationship leads to; undefined for a polymorphic one. */
  parent(name: string): ObjectTypes | undefined;
  child(name: string): ObjectTypes | undefined;
  /** The text values a field is known to have. */
  values(field: string): readonly string[];
}

/** Types of the `S` in the `ClientCore<S>` that an expression is; undefined where it is no client. */
export function orgTypesOf(expression: ts.Expression, checker: ts.TypeChecker): OrgTypes | undefined {
  const type = checker.getTypeAtLocation(expression);
  const parts = type.isIntersection() ? type.types : [type];
  for (const part of parts) {
    if (part.symbol?.name !== "ClientCore" || !isReference(part)) continue;
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
    const fields = membersOf(def, "fields");
    const parents = membersOf(def, "parents");
    const children = membersOf(def, "children");
    return {
      name: symbol.name,
      fields,
      parents: [...parents, ...membersOf(def, "polymorphic")],
      children,
      parent: (relationship) => follow(parents, relationship),
      child: (relationship) => follow(children, relationship),
      values: (field) => {
        const found = named(fields, field);
        return found === undefined ? [] : texts(typeOf(found));
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

/** The text literals of a union. */
function texts(type: ts.Type): string[] {
  const parts = type.isUnion() ? type.types : [type];
  return parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
}
