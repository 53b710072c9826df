import {
  checkWhole,
  type FieldDefinition,
  type FieldOptions,
  type FieldPlace,
  field,
  nameOf,
} from "../field-definition.js";
import type { FieldDescribe } from "../field-describe.js";
import type { FieldType } from "../field-types.js";
import { schemaError } from "../schema-error.js";

export interface NumberOptions extends FieldOptions {
  /** What a record gets that is created without a value. */
  readonly default?: number;
}

/** A whole number of at most `digits` digits. Only Salesforce's own fields have this type: others use `double`. */
export function int(digits = 9, options: NumberOptions = {}): FieldDefinition {
  return whole("int", digits, 10, options);
}

/** A whole number beyond the range of `int`, of at most `digits` digits. */
export function long(digits = 18, options: NumberOptions = {}): FieldDefinition {
  return whole("long", digits, 19, options);
}

/** A number of `precision` digits in all, `scale` of them after the point. */
export function double(precision: number, scale: number, options: NumberOptions = {}): FieldDefinition {
  return decimal("double", precision, scale, options);
}

/** An amount of money in the record's currency: `precision` digits in all, `scale` of them after the point. */
export function currency(precision: number, scale: number, options: NumberOptions = {}): FieldDefinition {
  return decimal("currency", precision, scale, options);
}

/** A share of a hundred: 33 means 33 %. `precision` digits in all, `scale` of them after the point. */
export function percent(precision: number, scale: number, options: NumberOptions = {}): FieldDefinition {
  return decimal("percent", precision, scale, options);
}

function whole(type: FieldType, digits: number, most: number, options: NumberOptions): FieldDefinition {
  const { default: given, ...rest } = options;
  return (place) => {
    checkWhole(place, "digits", digits, 1, most);
    return field(type, rest, { digits, ...numberDefault(place, given) })(place);
  };
}

function decimal(type: FieldType, precision: number, scale: number, options: NumberOptions): FieldDefinition {
  const { default: given, ...rest } = options;
  return (place) => {
    checkWhole(place, "precision", precision, 1, 18);
    checkWhole(place, "scale", scale, 0, precision);
    return field(type, rest, { precision, scale, ...numberDefault(place, given) })(place);
  };
}

function numberDefault(place: FieldPlace, given: number | undefined): Partial<FieldDescribe> {
  if (given === undefined) return {};
  if (!Number.isFinite(given))
    throw schemaError(nameOf(place), `the default must be a number, but is ${given}.`);
  return { defaultedOnCreate: true, defaultValueFormula: String(given) };
}
