import type { ObjectInfo } from "../catalog/object-info.js";
import { isRequiredOnCreate } from "../dml/check-record.js";

/** The objects with those first that others need; of the rest, those first that others may refer to. */
export function fillOrder(objects: readonly ObjectInfo[]): ObjectInfo[] {
  const names = new Set(objects.map(({ name }) => name));
  const byName = new Map(objects.map((object) => [object.name, object]));
  const ordered = new Set<ObjectInfo>();
  const visit = (object: ObjectInfo, above: ReadonlySet<ObjectInfo>): void => {
    if (ordered.has(object) || above.has(object)) return;
    const path = new Set(above).add(object);
    for (const name of parentsOf(object, names)) {
      const parent = byName.get(name);
      if (parent !== undefined) visit(parent, path);
    }
    ordered.add(object);
  };
  for (const object of objects) visit(object, new Set());
  return [...ordered];
}

/** Those that are needed first, so that a ring of lookups is cut where it does not matter. */
function parentsOf(object: ObjectInfo, names: ReadonlySet<string>): string[] {
  const references = object.fields.filter((field) => field.type === "reference" && field.createable);
  const needed = references.filter(isRequiredOnCreate);
  const others = references.filter((field) => !isRequiredOnCreate(field));
  // Documents come of versions.
  const made = (name: string) => (name === "ContentDocument" ? "ContentVersion" : name);
  return [...needed, ...others].flatMap((field) =>
    field.referenceTo.map(made).filter((name) => names.has(name)),
  );
}
