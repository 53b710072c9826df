import {
  type ChildDefinition,
  checkWhole,
  defined,
  describeField,
  type FieldDefinition,
  type FieldOptions,
  type FieldPlace,
  nameOf,
} from "../field-definition.js";
import type { FieldDescribe } from "../field-describe.js";
import { isCustomName } from "../names.js";
import { schemaError } from "../schema-error.js";

interface ReferenceOptions extends FieldOptions {
  /**
   * The name that leads from the record to the one it refers to, as `Account` or `Account__r`; null for none.
   * Default: the field's name with `Id` taken off, or with `__r` for `__c`.
   */
  readonly relationship?: string | null;
  /** The name that leads from the other object to these records, as `Invoices__r`. Default: none. */
  readonly children?: string | null;
  /** Objects that do not list these records among their child relationships at all. Default: none. */
  readonly unlistedBy?: readonly string[];
}

export interface LookupOptions extends ReferenceOptions {
  /** Whether these records go when the one they refer to is deleted. Default: false, the field is emptied. */
  readonly cascadeDelete?: boolean;
  /** Whether the record they refer to cannot be deleted as long as they are there. Default: false. */
  readonly restrictedDelete?: boolean;
}

/** The id of a record of another object; of one of several objects when given a list. */
export function lookup(target: string | readonly string[], options: LookupOptions = {}): FieldDefinition {
  const { cascadeDelete = false, restrictedDelete = false, ...rest } = options;
  return reference(target, rest, { cascadeDelete, restrictedDelete }, {});
}

export interface MasterDetailOptions extends ReferenceOptions {
  /** 0 for the first master-detail of an object, 1 for the second. Default: 0. */
  readonly order?: 0 | 1;
  /** Whether a record can move to another master. Default: false. */
  readonly reparentable?: boolean;
  /** Whether reading the master is enough to write its details. Default: false. */
  readonly writeRequiresMasterRead?: boolean;
}

/** The id of the record these belong to: always given, and they are deleted with it. */
export function masterDetail(target: string, options: MasterDetailOptions = {}): FieldDefinition {
  const { order = 0, reparentable = false, writeRequiresMasterRead = false, ...rest } = options;
  return (place) => {
    checkWhole(place, "order", order, 0, 1);
    return reference(
      target,
      { required: true, updateable: reparentable, ...rest },
      { cascadeDelete: true, restrictedDelete: false },
      { cascadeDelete: true, relationshipOrder: order, writeRequiresMasterRead },
    )(place);
  };
}

function reference(
  target: string | readonly string[],
  options: ReferenceOptions,
  onDelete: Pick<ChildDefinition, "cascadeDelete" | "restrictedDelete">,
  attributes: Partial<FieldDescribe>,
): FieldDefinition {
  const { relationship, children = null, unlistedBy = [], ...rest } = options;
  const targets = typeof target === "string" ? [target] : target;
  return (place) => {
    if (targets.length === 0) throw schemaError(nameOf(place), "refers to no object.", "Name at least one.");
    checkChildren(place, children);
    const describe = describeField(place, "reference", rest, {
      ...attributes,
      namePointing: targets.length > 1,
      polymorphicForeignKey: targets.length > 1 || rest.namePointing === true,
      referenceTo: [...targets].sort(),
      relationshipName: relationship === undefined ? relationshipOf(place) : relationship,
      searchPrefilterable: true,
    });
    return [defined(describe, { child: { relationshipName: children, unlistedBy, ...onDelete } })];
  };
}

function relationshipOf(place: FieldPlace): string {
  if (place.name.endsWith("__c")) return place.name.replace(/__c$/, "__r");
  if (place.name.endsWith("Id")) return place.name.slice(0, -2);
  throw schemaError(
    nameOf(place),
    "has a name from which no relationship name follows.",
    'End it with Id or __c, or give { relationship: "…" }, null for none.',
  );
}

function checkChildren(place: FieldPlace, children: string | null): void {
  if (children === null || !isCustomName(place.name) || children.endsWith("__r")) return;
  throw schemaError(
    nameOf(place),
    `the child relationship ${JSON.stringify(children)} of a custom field must end with __r.`,
    `Use ${JSON.stringify(`${children}__r`)}.`,
  );
}
