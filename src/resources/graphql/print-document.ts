import { SettingsError } from "../../errors.js";

/** A part of a parsed document. Which further members it has its kind says. */
interface Node {
  readonly kind: string;
  readonly name?: Node;
  readonly value?: Node | string | boolean;
  readonly [member: string]: unknown;
}

type Print = (node: Node) => string;

const word: Print = ({ value }) => String(value);
const text: Print = ({ value }) => JSON.stringify(value);

/** What each kind is in text; those that make up schemas are none of a request. */
const PRINT: Readonly<Record<string, Print>> = {
  Document: (node) => each(node.definitions, "\n\n"),
  OperationDefinition: (node) => {
    const head = [node.operation, one(node.name), within("(", each(node.variableDefinitions, ", "), ")")];
    return spaced(...head, each(node.directives, " "), one(node.selectionSet));
  },
  VariableDefinition: (node) =>
    spaced(
      `${one(node.variable)}: ${one(node.type)}`,
      after("= ", one(node.defaultValue)),
      each(node.directives, " "),
    ),
  FragmentDefinition: (node) =>
    spaced(
      "fragment",
      one(node.name),
      within("(", each(node.variableDefinitions, ", "), ")"),
      "on",
      one(node.typeCondition),
      each(node.directives, " "),
      one(node.selectionSet),
    ),
  SelectionSet: (node) => `{ ${each(node.selections, " ")} }`,
  Field: (node) =>
    spaced(
      within("", one(node.alias), ":"),
      `${one(node.name)}${within("(", each(node.arguments, ", "), ")")}`,
      each(node.directives, " "),
      one(node.selectionSet),
    ),
  FragmentSpread: (node) => spaced(`...${one(node.name)}`, each(node.directives, " ")),
  InlineFragment: (node) =>
    spaced("...", after("on ", one(node.typeCondition)), each(node.directives, " "), one(node.selectionSet)),
  Argument: (node) => `${one(node.name)}: ${one(node.value)}`,
  ObjectField: (node) => `${one(node.name)}: ${one(node.value)}`,
  Directive: (node) => `@${one(node.name)}${within("(", each(node.arguments, ", "), ")")}`,
  Variable: (node) => `$${one(node.name)}`,
  Name: word,
  NamedType: (node) => one(node.name),
  ListType: (node) => `[${one(node.type)}]`,
  NonNullType: (node) => `${one(node.type)}!`,
  IntValue: word,
  FloatValue: word,
  BooleanValue: word,
  EnumValue: word,
  NullValue: () => "null",
  StringValue: text,
  ListValue: (node) => `[${each(node.values, ", ")}]`,
  ObjectValue: (node) => `{${each(node.fields, ", ")}}`,
};

/**
 * The text of a parsed document.
 *
 * @throws SettingsError where it holds what is no part of a request, such as types
 */
export function printDocument(document: object): string {
  return one(document);
}

function one(node: unknown): string {
  if (node === undefined) return "";
  const { kind } = (node ?? {}) as { kind?: unknown };
  const print = typeof kind === "string" && Object.hasOwn(PRINT, kind) ? PRINT[kind] : undefined;
  if (print !== undefined) return print(node as Node);
  throw new SettingsError("settings.graphql", `\`document\` holds ${named(kind)}, which cannot be sent.`, {
    hint: "Give queries, mutations and their fragments: what `parse` makes of their text.",
  });
}

function named(kind: unknown): string {
  return typeof kind === "string" && /^\w{1,40}$/.test(kind) ? `a ${kind}` : "a part without a kind";
}

function each(nodes: unknown, separator: string): string {
  return Array.isArray(nodes) ? nodes.map(one).join(separator) : "";
}

function spaced(...parts: readonly unknown[]): string {
  return parts.filter(Boolean).join(" ");
}

function within(before: string, inner: string, behind: string): string {
  return inner && `${before}${inner}${behind}`;
}

function after(before: string, inner: string): string {
  return within(before, inner, "");
}
