import type { RawDescribe, RawField } from "../../codegen/model/raw-describe.js";
import type { FieldRights, ProfileRights } from "./profile-rights.js";

/** Fields nobody can be kept from. */
const ALWAYS_READ: ReadonlySet<string> = new Set(["Id", "IsDeleted", "SystemModstamp"]);

/** The describe of an object as users of a profile see it; undefined where they do not see it. */
export function restrictedDescribe(raw: RawDescribe, rights: ProfileRights): RawDescribe | undefined {
  const object = rights.objects?.[raw.name] ?? {};
  if (object.read === false) return undefined;
  const rightsOf = (field: RawField): FieldRights =>
    ALWAYS_READ.has(field.name) ? {} : (rights.fields?.[`${raw.name}.${field.name}`] ?? {});
  return {
    ...raw,
    createable: object.create === false ? false : raw.createable,
    updateable: object.edit === false ? false : raw.updateable,
    deletable: object.delete === false ? false : raw.deletable,
    fields: raw.fields
      .filter((field) => rightsOf(field).read !== false)
      .map((field) => {
        const isFixed = rightsOf(field).edit === false || object.edit === false;
        const isNew = rightsOf(field).edit === false || object.create === false;
        return {
          ...field,
          createable: isNew ? false : field.createable,
          updateable: isFixed ? false : field.updateable,
        };
      }),
  };
}
