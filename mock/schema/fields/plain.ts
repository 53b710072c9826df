import { type FieldDefinition, type FieldOptions, field } from "../field-definition.js";

export interface BooleanOptions extends FieldOptions {
  /** What a record gets that is created without a value; null where only Salesforce knows. Default: false. */
  readonly default?: boolean | null;
}

/** True or false, never null. */
export function boolean(options: BooleanOptions = {}): FieldDefinition {
  const { default: defaultValue = false, ...rest } = options;
  return field("boolean", rest, { defaultValue });
}

/** A day, without time or zone. */
export function date(options: FieldOptions = {}): FieldDefinition {
  return field("date", options);
}

/** A moment, to the millisecond. */
export function datetime(options: FieldOptions = {}): FieldDefinition {
  return field("datetime", options);
}

/** A time of day, without day or zone. */
export function time(options: FieldOptions = {}): FieldDefinition {
  return field("time", options);
}

/** Bytes, as the body of a file. */
export function base64(options: FieldOptions = {}): FieldDefinition {
  return field("base64", options);
}

/** A value whose type differs from record to record, as the old value in a field history. Only Salesforce writes it. */
export function anyType(options: FieldOptions = {}): FieldDefinition {
  return field("anyType", options);
}

/** A structure of Salesforce's own, as the header of a change event. Only Salesforce writes it. */
export function complexValue(options: FieldOptions = {}): FieldDefinition {
  return field("complexvalue", options);
}

/** The name of a data category group. */
export function dataCategoryGroupReference(options: FieldOptions = {}): FieldDefinition {
  return field("datacategorygroupreference", options);
}

/** A JSON text. */
export function json(options: FieldOptions = {}): FieldDefinition {
  return field("json", options);
}
