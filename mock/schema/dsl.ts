import { linkDependentPicklists } from "./dependent-picklists.js";
import type { DefinedField, FieldDefinition } from "./field-definition.js";
import { checkName, isCustomName } from "./names.js";
import { type ObjectTraits, usualTraits } from "./object-traits.js";
import { schemaError } from "./schema-error.js";
import {
  activityFields,
  auditFields,
  leadingFields,
  nameField,
  type OmissibleField,
  ownerField,
  viewFields,
} from "./system-fields.js";

export interface ObjectOptions extends Partial<ObjectTraits> {
  readonly label: string;
  /** Default: the label with an s. */
  readonly plural?: string;
  /** First three characters of the record ids, as `a00`. */
  readonly prefix: string;
  /** Label of the field Id. Default: `Record ID` for an org's own object, else as `Account ID`. */
  readonly idLabel?: string;
  /**
   * What can own a record; null for records nobody owns. Default: `User`; `Group` and `User` for an org's own
   * object, null for the detail of a master.
   */
  readonly owner?: string | readonly string[] | null;
  /** Whether tasks and events can be about its records. Default: false. */
  readonly activities?: boolean;
  /** Whether Salesforce keeps when a record was last seen. Default: whether it is `layoutable`. */
  readonly viewed?: boolean;
  /** System fields it does not have. */
  readonly without?: readonly OmissibleField[];
  /** Scopes of `USING SCOPE`, from name to label. Default: what its owner makes possible. */
  readonly scopes?: Readonly<Record<string, string>>;
}

/** An object of the embedded org: checked, with its system fields. */
export interface ObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly prefix: string;
  readonly custom: boolean;
  readonly traits: ObjectTraits;
  readonly scopes: Readonly<Record<string, string>>;
  readonly fields: readonly DefinedField[];
}

/** The fields of an object by the name they were listed under; a compound brings several. */
type FieldsByName = Readonly<Record<string, readonly DefinedField[]>>;

/**
 * Describes an object of the embedded org. Salesforce's own fields (Id, OwnerId, CreatedDate and so on) come
 * by themselves; one that is listed here is as described here.
 *
 * @throws SettingsError `settings.schema`, naming the object or field, the problem and the fix.
 */
export function object(
  name: string,
  options: ObjectOptions,
  fields: Readonly<Record<string, FieldDefinition>>,
): ObjectDefinition {
  checkObject(name, options);
  const { label, plural = `${label}s`, prefix } = options;
  const traits = traitsOf(options);
  const listed = define(name, fields);
  const all = withSystemFields(name, options, traits, listed);
  checkFields(name, all);
  return {
    name,
    label,
    plural,
    prefix,
    custom: isCustomName(name),
    traits,
    scopes: options.scopes ?? scopesOf(plural, all),
    fields: linkDependentPicklists(name, all),
  };
}

function traitsOf(options: ObjectOptions): ObjectTraits {
  const said = Object.entries(options).filter(([key, value]) => key in usualTraits && value !== undefined);
  return { ...usualTraits, ...Object.fromEntries(said) };
}

function define(object: string, fields: Readonly<Record<string, FieldDefinition>>): FieldsByName {
  return Object.fromEntries(
    Object.entries(fields).map(([name, describe]) => {
      checkName(`${object}.${name}`, name);
      if (typeof describe !== "function")
        throw schemaError(`${object}.${name}`, "is not made by a field builder.");
      return [name, describe({ object, name })];
    }),
  );
}

function withSystemFields(
  name: string,
  options: ObjectOptions,
  traits: ObjectTraits,
  listed: FieldsByName,
): readonly DefinedField[] {
  const custom = isCustomName(name);
  const owners = options.owner === undefined ? usualOwners(custom, listed) : options.owner;
  const before = define(name, {
    ...leadingFields(options.idLabel ?? (custom ? "Record ID" : `${options.label} ID`)),
    ...(custom && { Name: nameField(options.label) }),
  });
  const after = define(name, {
    ...(owners !== null && { OwnerId: ownerField(owners) }),
    ...auditFields,
    ...(options.activities === true && activityFields(custom)),
    ...((options.viewed ?? traits.layoutable) && viewFields),
  });
  // Listed twice: the first time for the place among the others, the second to win over the system's own.
  const all = Object.entries({ ...before, ...listed, ...after, ...listed });
  const absent: readonly string[] = options.without ?? [];
  return all.flatMap(([field, entries]) => (absent.includes(field) ? [] : entries));
}

function usualOwners(custom: boolean, listed: FieldsByName): string | readonly string[] | null {
  const isDetail = Object.values(listed)
    .flat()
    .some(({ describe }) => describe.relationshipOrder !== null);
  if (isDetail) return null;
  return custom ? ["Group", "User"] : "User";
}

function scopesOf(plural: string, fields: readonly DefinedField[]): Readonly<Record<string, string>> {
  const owners = fields.find(({ describe }) => describe.name === "OwnerId")?.describe.referenceTo;
  const records = plural.toLowerCase();
  const everything = { everything: `All ${records}` };
  if (owners === undefined) return everything;
  const owned = { ...everything, mine: `My ${records}`, team: `My team's ${records}` };
  if (!owners.includes("Group")) return owned;
  return { ...owned, queue_owned: `Queue owned ${records}`, user_owned: `User owned ${records}` };
}

const optionNames: readonly string[] = [
  ...Object.keys(usualTraits),
  ...Object.keys({
    label: true,
    plural: true,
    prefix: true,
    idLabel: true,
    owner: true,
    activities: true,
    viewed: true,
    without: true,
    scopes: true,
  } satisfies Record<Exclude<keyof ObjectOptions, keyof ObjectTraits>, true>),
];

const PREFIX = /^[A-Za-z0-9]{3}$/;

function checkObject(name: string, options: ObjectOptions): void {
  checkName(name, name);
  const unknown = Object.keys(options).find((option) => !optionNames.includes(option));
  if (unknown !== undefined)
    throw schemaError(name, `has no option ${JSON.stringify(unknown)}.`, "See ObjectOptions.");
  if (!PREFIX.test(options.prefix)) {
    throw schemaError(
      name,
      `the prefix ${JSON.stringify(options.prefix)} is not three letters or digits.`,
      "An org's own objects use a00 upwards.",
    );
  }
  if (options.label === "") throw schemaError(name, "the label is empty.");
}

function checkFields(object: string, fields: readonly DefinedField[]): void {
  const seen = new Set<string>();
  for (const { describe } of fields) {
    const lower = describe.name.toLowerCase();
    if (seen.has(lower))
      throw schemaError(object, `has the field ${describe.name} twice.`, "Names ignore case.");
    seen.add(lower);
  }
}
