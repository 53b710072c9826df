import type { RawDescribe } from "orgtype/codegen";

type RawField = RawDescribe["fields"][number];
type RawChild = NonNullable<RawDescribe["childRelationships"]>[number];
type Attributes = Record<string, unknown>;

/** A field as an org describes one that can be read and written. */
export function field(name: string, type = "string", more: Attributes = {}): RawField {
  return { name, type, label: name, nillable: true, createable: true, updateable: true, ...more } as RawField;
}

export function reference(
  name: string,
  relationshipName: string | null,
  referenceTo: readonly string[],
  more: Attributes = {},
): RawField {
  return field(name, "reference", { relationshipName, referenceTo, ...more });
}

export function picklist(name: string, values: readonly string[], more: Attributes = {}): RawField {
  return field(name, "picklist", {
    picklistValues: values.map((value) => ({ value, active: true })),
    ...more,
  });
}

export function child(relationshipName: string | null, childSObject: string, by = "ParentId"): RawChild {
  return { relationshipName, childSObject, field: by };
}

export const id = field("Id", "id", { nillable: false, createable: false, updateable: false });

export function sobject(
  name: string,
  fields: readonly RawField[] = [id],
  more: Attributes = {},
): RawDescribe {
  return { name, label: name, fields: [...fields], ...more } as RawDescribe;
}
