/** An org as a value: sorted, compact, without clocks. What reads describes makes it; what writes text takes it. */
export interface OrgModel {
  /** The API version the describes came from, as `66.0`. */
  readonly apiVersion: string;
  /** Sorted by name. */
  readonly objects: readonly ObjectModel[];
  /** Those that were pulled, sorted by name. */
  readonly actions: readonly ActionModel[];
}

/** A flow, a method of Apex, an email alert, a quick action or a standard action. */
export interface ActionModel {
  /** Kind and API name, as it is run: `flow/Discount`, `emailAlert/Account/Welcome`. */
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** Sorted by name. */
  readonly inputs: readonly ActionParameterModel[];
  /** Sorted by name. */
  readonly outputs: readonly ActionParameterModel[];
}

export interface ActionParameterModel {
  readonly name: string;
  /** Describe's own word, such as `STRING` or `SOBJECT`; null for classes of Apex. */
  readonly type: string | null;
  readonly label: string;
  readonly description: string | null;
  /** Of inputs. */
  readonly required: boolean;
  readonly isList: boolean;
  /** The object of records and ids. */
  readonly object: string | null;
  /** Active values, in the org's own order. */
  readonly picklist: readonly string[];
}

export interface ObjectModel {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** First three characters of its record ids; null for objects that have none. */
  readonly keyPrefix: string | null;
  readonly custom: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  /** Whether the describe said which fields can be written. If not, write types are left open. */
  readonly writesKnown: boolean;
  /** Sorted by name. */
  readonly fields: readonly FieldModel[];
  /** Those with a relationship name, sorted by it, each name once. */
  readonly children: readonly ChildModel[];
  readonly recordTypes: readonly RecordTypeModel[];
}

export interface FieldModel {
  readonly name: string;
  /** Describe's own word, such as `string`, `picklist`, `reference`; one this package does not know is kept. */
  readonly type: string;
  readonly label: string;
  readonly help: string | null;
  /** Characters; 0 where it does not apply. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  /** Digits of an int. */
  readonly digits: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly defaultValue: string | number | boolean | null;
  readonly calculated: boolean;
  readonly autoNumber: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly idLookup: boolean;
  readonly nameField: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly aggregatable: boolean;
  readonly restrictedPicklist: boolean;
  readonly controllerName: string | null;
  /** How the picklist depends on its controlling field; null where it does not, or the describe does not say. */
  readonly dependency: DependencyModel | null;
  readonly compoundFieldName: string | null;
  readonly extraTypeInfo: string | null;
  /** In the org's own order, inactive ones included. */
  readonly picklist: readonly PicklistValueModel[];
  /** Sorted; several for a polymorphic reference, none for a reference to nothing known. */
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  /** 0 or 1 for a master-detail relationship; null for a lookup. */
  readonly relationshipOrder: number | null;
  readonly cascadeDelete: boolean;
  readonly restrictedDelete: boolean;
}

export interface PicklistValueModel {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
}

/** Active values only, in the org's own order. */
export interface DependencyModel {
  /** The controlling field, a picklist or boolean of the object. */
  readonly controller: string;
  /** Each of its values, of a boolean `false` and `true`, with those offered for it. */
  readonly offered: readonly (readonly [controlling: string, values: readonly string[]])[];
}

export interface ChildModel {
  readonly relationshipName: string;
  /** The child object. */
  readonly object: string;
  /** The child's field that points here. */
  readonly field: string;
  readonly cascadeDelete: boolean;
  readonly restrictedDelete: boolean;
}

export interface RecordTypeModel {
  readonly id: string;
  readonly name: string;
  readonly developerName: string | null;
  readonly active: boolean;
  readonly available: boolean;
  readonly master: boolean;
  readonly isDefault: boolean;
}
