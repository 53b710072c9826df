import { type GraphQLResolveInfo, Kind, type ValueNode } from "graphql";

/** An object that was given, with its keys in the order in which they were written. */
export type Ordered = readonly (readonly [key: string, value: unknown])[];

/**
 * The keys of an argument in the order in which they were given: the values that are handed to resolvers have that of
 * the schema, and the first key of an order is its first.
 *
 * @param variables as they came
 */
export function orderedArgument(
  info: Pick<GraphQLResolveInfo, "fieldNodes">,
  name: string,
  variables: Readonly<Record<string, unknown>>,
): Ordered {
  const node = info.fieldNodes[0]?.arguments?.find((argument) => argument.name.value === name);
  return node === undefined ? [] : ordered(node.value, variables);
}

function ordered(node: ValueNode, variables: Readonly<Record<string, unknown>>): Ordered {
  if (node.kind === Kind.VARIABLE) return entriesOf(variables[node.name.value]);
  if (node.kind !== Kind.OBJECT) return [];
  return node.fields.map(({ name, value }) => [name.value, given(value, variables)] as const);
}

function given(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  if (node.kind === Kind.OBJECT) return ordered(node, variables);
  if (node.kind === Kind.VARIABLE) {
    const value = variables[node.name.value];
    return typeof value === "object" && value !== null ? entriesOf(value) : value;
  }
  return "value" in node ? node.value : null;
}

function entriesOf(value: unknown): Ordered {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).map(([key, part]) => [
    key,
    typeof part === "object" && part !== null ? entriesOf(part) : part,
  ]);
}
