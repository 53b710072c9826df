import { type FieldDefinition, field } from "./field-definition.js";
import { boolean, date, datetime } from "./fields/plain.js";
import { lookup } from "./fields/reference.js";
import { text } from "./fields/text.js";

const stamped = { readOnly: true, nillable: false, defaultedOnCreate: true } as const;
const internal = { permissionable: false, searchPrefilterable: false } as const;

/** The id of a record, and whether it is in the recycle bin. */
export function leadingFields(idLabel: string) {
  return {
    Id: field("id", { label: idLabel }),
    IsDeleted: boolean({ label: "Deleted", readOnly: true }),
  } satisfies Record<string, FieldDefinition>;
}

/** Who made a record and who changed it, and when. */
export const auditFields = {
  CreatedDate: datetime(stamped),
  CreatedById: lookup("User", { ...stamped, ...internal }),
  LastModifiedDate: datetime(stamped),
  LastModifiedById: lookup("User", { ...stamped, ...internal }),
  SystemModstamp: datetime(stamped),
} satisfies Record<string, FieldDefinition>;

/** The name every object of an org's own has. */
export function nameField(label: string): FieldDefinition {
  return text(80, { label: `${label} Name` });
}

/** Who has the record. */
export function ownerField(owners: string | readonly string[]): FieldDefinition {
  return lookup(owners, { ...internal, nillable: false, defaultedOnCreate: true, unlistedBy: ["Group"] });
}

/** The day of the newest task or event. */
export function activityFields(isCustom: boolean) {
  return {
    LastActivityDate: date({ label: isCustom ? "Last Activity Date" : "Last Activity", readOnly: true }),
  } satisfies Record<string, FieldDefinition>;
}

/** When the describing user last saw the record. */
export const viewFields = {
  LastViewedDate: datetime({ readOnly: true }),
  LastReferencedDate: datetime({ readOnly: true }),
} satisfies Record<string, FieldDefinition>;

/** System fields that some of Salesforce's own objects do not have. */
export type OmissibleField = "Id" | "IsDeleted" | "Name" | keyof typeof auditFields;
