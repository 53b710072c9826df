import { fieldType } from "../model/field-types.js";
import type { ObjectModel, OrgModel } from "../model/model.js";
import { childrenOf, parentsOf } from "./relationships.js";
import { propertyName, stringLiteral } from "./text.js";

/** `metadata.ts`: what the run time must know to write values and follow relationships. */
export function orgMetadata(model: OrgModel, generated: ReadonlySet<string>): string {
  return [
    'import type { OrgMetadata } from "orgtype";\n\n',
    "/** What the run time must know of the objects: fields that are not plain text, and relationships. */\n",
    // Annotated, not inferred: tsc would build a type of the whole literal.
    "export const metadata: OrgMetadata = {\n",
    ...model.objects.map((object) => `  ${object.name}: ${objectMetadata(object, generated)},\n`),
    "};\n",
  ].join("");
}

function objectMetadata(object: ObjectModel, generated: ReadonlySet<string>): string {
  const fields = object.fields.flatMap(({ name, type }) => {
    const { kind } = fieldType(type);
    return kind === null ? [] : [[name, kind] as const];
  });
  const parents = parentsOf(object, generated).map(
    ({ name, targets, polymorphic }) => [name, polymorphic ? "" : (targets[0] ?? "")] as const,
  );
  const children = childrenOf(object, generated).map((child) => [child.name, child.object] as const);
  return `{ fields: ${record(fields)}, parents: ${record(parents)}, children: ${record(children)} }`;
}

function record(entries: readonly (readonly [string, string])[]): string {
  if (entries.length === 0) return "{}";
  return `{ ${entries.map(([name, value]) => `${propertyName(name)}: ${stringLiteral(value)}`).join(", ")} }`;
}
