import type { ChildModel, FieldModel } from "./model.js";
import { compareNames, nameKey } from "./names.js";
import type { Notice } from "./notice.js";
import type { RawChildRelationship } from "./raw-describe.js";

type Tell = (kind: Notice["kind"], detail: string) => void;

/**
 * Takes a parent relationship's name away where a field, or the parent of an earlier field, has it: one
 * name can mean one thing in a selection. Fields come before parents, parents before children.
 */
export function withoutClashingParents(fields: readonly FieldModel[], tell: Tell): FieldModel[] {
  const taken = new Set(fields.map((field) => nameKey(field.name)));
  return fields.map((field) => {
    if (field.relationshipName === null) return field;
    const key = nameKey(field.relationshipName);
    if (!taken.has(key)) {
      taken.add(key);
      return field;
    }
    tell("relationship-name-taken", `${field.relationshipName} (parent by ${field.name}) cannot be selected`);
    return { ...field, relationshipName: null };
  });
}

/** The child relationships that have a name of their own, sorted by it. */
export function namedChildren(
  raw: readonly RawChildRelationship[],
  fields: readonly FieldModel[],
  tell: Tell,
): ChildModel[] {
  const taken = new Set<string>();
  for (const { name, relationshipName } of fields) {
    taken.add(nameKey(name));
    if (relationshipName !== null) taken.add(nameKey(relationshipName));
  }
  const children = new Map<string, ChildModel>();
  for (const child of [...raw].sort(byPreference).flatMap(named)) {
    const key = nameKey(child.relationshipName);
    const chosen = children.get(key);
    if (taken.has(key)) tell("relationship-name-taken", `${lost(child)}: a field or parent has the name`);
    else if (chosen === undefined) children.set(key, child);
    else if (chosen.object !== child.object)
      tell("relationship-name-taken", `${lost(child)}: ${chosen.object} is`);
  }
  return [...children.values()].sort((a, b) => compareNames(a.relationshipName, b.relationshipName));
}

/** Of several children of one name, those in use come first, then by object and field. */
function byPreference(a: RawChildRelationship, b: RawChildRelationship): number {
  return (
    Number(a.deprecatedAndHidden ?? false) - Number(b.deprecatedAndHidden ?? false) ||
    compareNames(a.childSObject, b.childSObject) ||
    compareNames(a.field, b.field)
  );
}

function named(raw: RawChildRelationship): ChildModel[] {
  if (typeof raw.relationshipName !== "string" || raw.relationshipName === "") return [];
  return [
    {
      relationshipName: raw.relationshipName,
      object: raw.childSObject,
      field: raw.field,
      cascadeDelete: raw.cascadeDelete ?? false,
      restrictedDelete: raw.restrictedDelete ?? false,
    },
  ];
}

function lost(child: ChildModel): string {
  return `${child.relationshipName} (children by ${child.object}.${child.field}) cannot be selected`;
}
