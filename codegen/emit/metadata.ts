import type { ObjectMetadata } from "../../src/schema/metadata.js";
import { fieldType } from "../model/field-types.js";
import type { ObjectModel, OrgModel } from "../model/model.js";
import { constantModule, type ModuleText } from "./language.js";
import { childrenOf, parentsOf } from "./relationships.js";
import { templateJson } from "./text.js";

/**
 * `metadata`: what the run time must know to write values and follow relationships. It is text that is parsed, an
 * object on a line: as an object literal it would cost the compiler a seventh of its memory, and start more slowly.
 */
export function orgMetadata(model: OrgModel, generated: ReadonlySet<string>): ModuleText {
  const lines = model.objects.map(
    (object) => `  ${templateJson(object.name)}: ${templateJson(objectMetadata(object, generated))}`,
  );
  return constantModule({
    name: "metadata",
    type: "OrgMetadata",
    doc: "What the run time must know of the objects: fields that are not plain text, and relationships.",
    value: `JSON.parse(\`{\n${lines.join(",\n")}\n}\`)`,
  });
}

function objectMetadata(object: ObjectModel, generated: ReadonlySet<string>): ObjectMetadata {
  const fields = object.fields.flatMap(({ name, type }) => {
    const { kind } = fieldType(type);
    return kind === null ? [] : [[name, kind] as const];
  });
  const parents = parentsOf(object, generated).map(
    ({ name, targets, polymorphic }) => [name, polymorphic ? "" : (targets[0] ?? "")] as const,
  );
  const children = childrenOf(object, generated).map((child) => [child.name, child.object] as const);
  return {
    fields: Object.fromEntries(fields),
    parents: Object.fromEntries(parents),
    children: Object.fromEntries(children),
  };
}
