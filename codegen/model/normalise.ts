import { checkApiVersion } from "./api-version.js";
import { dependencyOf } from "./dependencies.js";
import { isKnownFieldType } from "./field-types.js";
import type {
  DependencyModel,
  FieldModel,
  ObjectModel,
  OrgModel,
  PicklistValueModel,
  RecordTypeModel,
} from "./model.js";
import { compareNames, nameKey } from "./names.js";
import { type NamedAction, normaliseActions } from "./normalise-actions.js";
import type { Notice } from "./notice.js";
import type { RawDescribe, RawField, RawPicklistValue } from "./raw-describe.js";
import { namedChildren, withoutClashingParents } from "./relationship-names.js";

export interface NormaliseOptions {
  /** The API version the describes came from, as `66.0`. */
  apiVersion: string;
  /** The actions to be typed. Default: none. */
  actions?: Iterable<NamedAction>;
  /** Told of everything a describe left open or said twice. */
  onNotice?: (notice: Notice) => void;
}

/**
 * Makes the org a value: sorted, compact, the same whatever order the describes come in. Of several
 * describes of one object the first wins.
 *
 * @throws SettingsError where `apiVersion` is none
 */
export function normalise(describes: Iterable<RawDescribe>, options: NormaliseOptions): OrgModel {
  const notify = options.onNotice ?? (() => {});
  const objects = new Map<string, ObjectModel>();
  for (const describe of describes) {
    const key = nameKey(describe.name);
    if (objects.has(key)) {
      notify({ kind: "duplicate-object", object: describe.name, detail: "the first describe is used" });
    } else {
      objects.set(key, normaliseObject(describe, notify));
    }
  }
  return {
    apiVersion: checkApiVersion(options.apiVersion),
    objects: sortedByName(objects.values()),
    actions: normaliseActions(options.actions ?? []),
  };
}

function normaliseObject(raw: RawDescribe, notify: (notice: Notice) => void): ObjectModel {
  const tell = (kind: Notice["kind"], detail: string) => notify({ kind, object: raw.name, detail });
  const writesKnown = raw.fields.some((field) => isStated(field.createable) || isStated(field.updateable));
  if (!writesKnown) tell("writes-unknown", "the describe does not say which fields can be written");
  const fields = withoutClashingParents(normaliseFields(raw.fields, tell), tell);
  return {
    name: raw.name,
    label: raw.label ?? raw.name,
    labelPlural: raw.labelPlural ?? raw.label ?? raw.name,
    keyPrefix: raw.keyPrefix ?? null,
    custom: raw.custom ?? raw.name.endsWith("__c"),
    createable: raw.createable ?? true,
    updateable: raw.updateable ?? true,
    deletable: raw.deletable ?? true,
    queryable: raw.queryable ?? true,
    writesKnown,
    fields,
    children: namedChildren(raw.childRelationships ?? [], fields, tell),
    recordTypes: normaliseRecordTypes(raw),
  };
}

function isStated(flag: boolean | null | undefined): boolean {
  return typeof flag === "boolean";
}

function normaliseFields(
  raw: readonly RawField[],
  tell: (kind: Notice["kind"], detail: string) => void,
): FieldModel[] {
  const fields = new Map<string, FieldModel>();
  for (const field of raw) {
    const key = nameKey(field.name);
    if (fields.has(key)) tell("duplicate-field", `${field.name}: the first one is used`);
    else fields.set(key, normaliseField(field, dependencyOf(field, raw, tell)));
    if (!isKnownFieldType(field.type)) tell("unknown-type", `${field.name} is of type ${field.type}`);
  }
  return sortedByName(fields.values());
}

function normaliseField(raw: RawField, dependency: DependencyModel | null): FieldModel {
  return {
    name: raw.name,
    type: raw.type,
    label: raw.label ?? raw.name,
    help: raw.inlineHelpText ?? null,
    ...sizes(raw),
    ...flags(raw),
    defaultValue: plainValue(raw.defaultValue),
    controllerName: raw.controllerName ?? null,
    dependency,
    compoundFieldName: raw.compoundFieldName ?? null,
    extraTypeInfo: raw.extraTypeInfo ?? null,
    picklist: (raw.picklistValues ?? []).flatMap(normalisePicklistValue),
    referenceTo: [...new Set(raw.referenceTo ?? [])].sort(compareNames),
    relationshipName: raw.relationshipName ?? null,
    relationshipOrder: raw.relationshipOrder ?? null,
  };
}

function sizes(raw: RawField) {
  return {
    length: raw.length ?? 0,
    precision: raw.precision ?? 0,
    scale: raw.scale ?? 0,
    digits: raw.digits ?? 0,
  };
}

/** Where a describe does not say, the wider promise is made: may be empty, may be filtered and sorted by. */
function flags(raw: RawField) {
  return {
    nillable: raw.nillable ?? true,
    createable: raw.createable ?? false,
    updateable: raw.updateable ?? false,
    defaultedOnCreate: raw.defaultedOnCreate ?? false,
    calculated: raw.calculated ?? false,
    autoNumber: raw.autoNumber ?? false,
    unique: raw.unique ?? false,
    caseSensitive: raw.caseSensitive ?? false,
    externalId: raw.externalId ?? false,
    idLookup: raw.idLookup ?? false,
    nameField: raw.nameField ?? false,
    filterable: raw.filterable ?? true,
    sortable: raw.sortable ?? true,
    groupable: raw.groupable ?? true,
    aggregatable: raw.aggregatable ?? true,
    restrictedPicklist: raw.restrictedPicklist ?? false,
    cascadeDelete: raw.cascadeDelete ?? false,
    restrictedDelete: raw.restrictedDelete ?? false,
  };
}

function plainValue(value: unknown): string | number | boolean | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function normalisePicklistValue(raw: RawPicklistValue): PicklistValueModel[] {
  if (raw.value === null) return [];
  return [
    {
      value: raw.value,
      label: raw.label ?? raw.value,
      active: raw.active ?? true,
      isDefault: raw.defaultValue ?? false,
    },
  ];
}

function normaliseRecordTypes(raw: RawDescribe): RecordTypeModel[] {
  const recordTypes = (raw.recordTypeInfos ?? []).map((info) => ({
    id: info.recordTypeId ?? "",
    name: info.name ?? "",
    developerName: info.developerName ?? null,
    active: info.active ?? true,
    available: info.available ?? true,
    master: info.master ?? false,
    isDefault: info.defaultRecordTypeMapping ?? false,
  }));
  return recordTypes.sort((a, b) => compareNames(a.name, b.name) || compareNames(a.id, b.id));
}

function sortedByName<T extends { readonly name: string }>(values: Iterable<T>): T[] {
  return [...values].sort((a, b) => compareNames(a.name, b.name));
}
