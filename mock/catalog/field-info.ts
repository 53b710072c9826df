import type { RawField } from "../../codegen/model/raw-describe.js";
import { displayFormatOf } from "../schema/auto-number.js";
import { isCustom } from "./describe-defaults.js";
import { fieldType, type ValueKind } from "./field-types.js";

/** Describes do not tell the format of auto-numbers; this is that of case and order numbers. */
const DEFAULT_DISPLAY_FORMAT = "{00000000}";

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
}

/** What the org needs to know of a field to keep, check, find and sort its values. */
export interface FieldInfo {
  readonly name: string;
  readonly label: string;
  /** Describe's word, such as `picklist`. */
  readonly type: string;
  readonly kind: ValueKind;
  /** Characters; 0 for no limit. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly digits: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly defaultValue: unknown;
  /** Such as `"Open"` or `0`; null where there is none. */
  readonly defaultValueFormula: string | null;
  /** How its auto-numbers look, such as `INV-{0000}`; null where it is no auto-number. */
  readonly autoNumber: string | null;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly idLookup: boolean;
  readonly nameField: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly aggregatable: boolean;
  readonly custom: boolean;
  /** Whether equality tells upper from lower case: ids always do. */
  readonly matchesCase: boolean;
  readonly restrictedPicklist: boolean;
  /** Active values in the order of the describe. */
  readonly picklist: readonly PicklistValue[];
  /** Each value's place in that order, for sorting. */
  readonly picklistOrder: ReadonlyMap<string, number>;
  readonly compoundFieldName: string | null;
  readonly extraTypeInfo: string | null;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  readonly cascadeDelete: boolean;
  /** Part of a master-detail relationship, so it can never be empty. */
  readonly masterDetail: boolean;
}

const NO_ORDER: ReadonlyMap<string, number> = new Map();

/** Reads a field of a describe. One literal, not parts put together: an org has thousands of them. */
export function createFieldInfo(raw: RawField): FieldInfo {
  const { kind } = fieldType(raw.type);
  const picklist = activeValues(raw);
  return {
    name: raw.name,
    label: raw.label ?? raw.name,
    type: raw.type,
    kind,
    length: raw.length ?? 0,
    precision: raw.precision ?? 0,
    scale: raw.scale ?? 0,
    digits: raw.digits ?? 0,
    nillable: raw.nillable !== false,
    createable: raw.createable === true,
    updateable: raw.updateable === true,
    defaultedOnCreate: raw.defaultedOnCreate === true,
    defaultValue: raw.defaultValue ?? null,
    defaultValueFormula: typeof raw.defaultValueFormula === "string" ? raw.defaultValueFormula : null,
    autoNumber: raw.autoNumber === true ? (displayFormatOf(raw) ?? DEFAULT_DISPLAY_FORMAT) : null,
    unique: raw.unique === true,
    externalId: raw.externalId === true,
    idLookup: raw.idLookup === true,
    nameField: raw.nameField === true,
    filterable: raw.filterable !== false,
    sortable: raw.sortable !== false,
    groupable: raw.groupable !== false,
    aggregatable: raw.aggregatable !== false,
    custom: raw.custom ?? isCustom(raw.name),
    matchesCase: kind === "id" || raw.caseSensitive === true,
    restrictedPicklist: raw.restrictedPicklist === true,
    picklist,
    picklistOrder: picklist.length === 0 ? NO_ORDER : new Map(picklist.map(({ value }, at) => [value, at])),
    compoundFieldName: raw.compoundFieldName ?? null,
    extraTypeInfo: raw.extraTypeInfo ?? null,
    referenceTo: raw.referenceTo ?? [],
    relationshipName: raw.relationshipName ?? null,
    cascadeDelete: raw.cascadeDelete === true,
    masterDetail: typeof raw.relationshipOrder === "number",
  };
}

function activeValues(raw: RawField): PicklistValue[] {
  const values: PicklistValue[] = [];
  for (const entry of raw.picklistValues ?? []) {
    if (entry.value === null || entry.active === false) continue;
    values.push({
      value: entry.value,
      label: entry.label ?? entry.value,
      isDefault: entry.defaultValue === true,
    });
  }
  return values;
}
