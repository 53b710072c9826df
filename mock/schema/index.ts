import type { RawDescribe } from "../../codegen/model/raw-describe.js";
import { type DescribeOptions, describeObjects } from "./describe.js";
import { standardObjects } from "./standard/index.js";

export { type DescribeOptions, describeObjects } from "./describe.js";
export { type ObjectDefinition, type ObjectOptions, object } from "./dsl.js";
export type { FieldDefinition, FieldOptions } from "./field-definition.js";
export {
  type AutoNumberOptions,
  autoNumber,
  type FormulaOptions,
  formula,
} from "./fields/calculated.js";
export {
  address,
  type CompoundOptions,
  type GeolocationOptions,
  geolocation,
  type PersonNameOptions,
  personName,
} from "./fields/compound.js";
export { currency, double, int, long, type NumberOptions, percent } from "./fields/number.js";
export {
  combobox,
  type MultipicklistOptions,
  multipicklist,
  type PicklistOptions,
  type PicklistValueOptions,
  type PicklistValues,
  picklist,
} from "./fields/picklist.js";
export {
  anyType,
  type BooleanOptions,
  base64,
  boolean,
  complexValue,
  dataCategoryGroupReference,
  date,
  datetime,
  json,
  time,
} from "./fields/plain.js";
export { type LookupOptions, lookup, type MasterDetailOptions, masterDetail } from "./fields/reference.js";
export {
  type EncryptedTextOptions,
  email,
  encryptedText,
  imageUrl,
  longTextArea,
  phone,
  richText,
  type TextOptions,
  text,
  textarea,
  url,
} from "./fields/text.js";
export type { ObjectTraits } from "./object-traits.js";
export { type PlatformEventOptions, platformEvent } from "./platform-event.js";
export { standardObjects } from "./standard/index.js";

/** The describes of the standard objects the embedded org starts with, fresh at each call. */
export function standardDescribes(options: DescribeOptions = {}): RawDescribe[] {
  return describeObjects(standardObjects, options);
}
