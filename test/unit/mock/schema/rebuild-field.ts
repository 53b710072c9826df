import {
  autoNumber,
  boolean,
  currency,
  date,
  datetime,
  double,
  email,
  type FieldDefinition,
  type FieldOptions,
  formula,
  geolocation,
  imageUrl,
  longTextArea,
  lookup,
  masterDetail,
  multipicklist,
  type PicklistOptions,
  type PicklistValueOptions,
  percent,
  phone,
  picklist,
  richText,
  text,
  textarea,
  url,
} from "../../../../mock/schema/index.js";

/** A custom field as a real org describes it. */
export interface RealField {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly inlineHelpText: string | null;
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly nillable: boolean;
  readonly externalId: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly permissionable: boolean;
  readonly filterable: boolean;
  readonly htmlFormatted: boolean;
  readonly autoNumber: boolean;
  readonly updateable: boolean;
  readonly calculated: boolean;
  readonly calculatedFormula: string | null;
  readonly formulaTreatNullNumberAsZero: boolean;
  readonly defaultValue: string | number | boolean | null;
  readonly defaultValueFormula: string | null;
  readonly controllerName: string | null;
  readonly restrictedPicklist: boolean;
  readonly picklistValues: readonly {
    readonly value: string;
    readonly label: string;
    readonly active: boolean;
    readonly validFor: string | null;
  }[];
  readonly referenceTo: readonly string[];
  readonly relationshipOrder: number | null;
  readonly searchPrefilterable: boolean;
  readonly extraTypeInfo: string | null;
}

/** Says a real custom field in the DSL, by what an administrator would have chosen for it. */
export function rebuild(field: RealField, siblings: readonly RealField[]): FieldDefinition {
  const build = builders.get(field.type);
  if (build === undefined) throw new Error(`no builder for ${field.type}`);
  if (field.calculatedFormula !== null) {
    return formula(build(field, {}, siblings), field.calculatedFormula, {
      blanksAsZero: field.formulaTreatNullNumberAsZero,
      label: field.label,
      ...(field.inlineHelpText !== null && { help: field.inlineHelpText }),
    });
  }
  return build(field, chosen(field), siblings);
}

/** Whether the DSL has words for it: it has none for roll-ups and for defaults that must be computed. */
export function canRebuild(field: RealField): boolean {
  const literal = /^(?:"[^"]*"|-?\d+(?:\.\d+)?)$/.test(field.defaultValueFormula ?? "0");
  return builders.has(field.type) && literal && (!field.calculated || field.calculatedFormula !== null);
}

function chosen(field: RealField): FieldOptions {
  const isFlag = field.type === "boolean" || field.autoNumber;
  return {
    label: field.label,
    ...(field.inlineHelpText !== null && { help: field.inlineHelpText }),
    ...(!field.nillable && !isFlag && field.relationshipOrder === null && { required: true }),
    ...(field.externalId && { externalId: true }),
    ...(field.unique && { unique: true }),
    ...(field.caseSensitive && { caseSensitive: true }),
  };
}

type Rebuild = (field: RealField, options: FieldOptions, siblings: readonly RealField[]) => FieldDefinition;

const builders: ReadonlyMap<string, Rebuild> = new Map(
  Object.entries<Rebuild>({
    string: (field, options) =>
      field.autoNumber
        ? autoNumber("{0000}", { ...options, length: field.length })
        : text(field.length, { ...options, ...textDefault(field) }),
    textarea: (field, options) => {
      const build = field.filterable ? textarea : field.htmlFormatted ? richText : longTextArea;
      return build(field.length, { ...options, ...textDefault(field) });
    },
    boolean: (field, options) => boolean({ ...options, default: field.defaultValue as boolean }),
    double: (field, options) => double(field.precision, field.scale, { ...options, ...numberDefault(field) }),
    currency: (field, options) =>
      currency(field.precision, field.scale, { ...options, ...numberDefault(field) }),
    percent: (field, options) =>
      percent(field.precision, field.scale, { ...options, ...numberDefault(field) }),
    date: (_, options) => date(options),
    datetime: (_, options) => datetime(options),
    phone: (_, options) => phone(options),
    email: (_, options) => email(options),
    url: (field, options) => (field.extraTypeInfo === null ? url : imageUrl)(field.length, options),
    picklist: (field, options, siblings) =>
      picklist(values(field, siblings), { ...options, ...picklistOptions(field) }),
    multipicklist: (field, options) =>
      multipicklist(values(field, []), {
        ...options,
        restricted: field.restrictedPicklist,
        visibleLines: field.precision,
      }),
    reference: (field, options) =>
      field.relationshipOrder === null
        ? lookup(field.referenceTo, { ...options, searchPrefilterable: field.searchPrefilterable })
        : masterDetail(field.referenceTo.join(), {
            ...options,
            searchPrefilterable: field.searchPrefilterable,
            reparentable: field.updateable,
          }),
    location: (field, options) => geolocation({ label: options.label ?? field.label, scale: 7 }),
  }),
);

function textDefault({ defaultValueFormula }: RealField): { default?: string } {
  return defaultValueFormula === null ? {} : { default: defaultValueFormula.slice(1, -1) };
}

function numberDefault({ defaultValueFormula }: RealField): { default?: number } {
  return defaultValueFormula === null ? {} : { default: Number(defaultValueFormula) };
}

function picklistOptions(field: RealField): PicklistOptions {
  return {
    restricted: field.restrictedPicklist,
    length: field.length,
    ...(typeof field.defaultValue === "string" && { default: field.defaultValue }),
    ...(field.controllerName !== null && { controller: field.controllerName }),
  };
}

function values(field: RealField, siblings: readonly RealField[]): readonly PicklistValueOptions[] {
  const controller = siblings.find(({ name }) => name === field.controllerName);
  const controlling = controller?.picklistValues.map(({ value }) => value) ?? [];
  return field.picklistValues.map(({ value, label, active, validFor }) => ({
    value,
    label,
    active,
    ...(validFor !== null && { for: controlling.filter((_, place) => isSet(validFor, place)) }),
  }));
}

function isSet(bits: string, place: number): boolean {
  return ((Buffer.from(bits, "base64")[place >> 3] ?? 0) & (0x80 >> (place % 8))) !== 0;
}
