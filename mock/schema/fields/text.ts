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
import { isCustomName } from "../names.js";
import { schemaError } from "../schema-error.js";

const LONGEST = 131_072;

export interface TextOptions extends FieldOptions {
  /** What a record gets that is created without a value. */
  readonly default?: string;
}

/** A line of text of at most `length` characters. Called `Name`, it is the object's name field. */
export function text(length: number, options: TextOptions = {}): FieldDefinition {
  return (place) => {
    const name = place.name === "Name" ? nameAttributes(place, options) : {};
    return sized("string", length, options, name)(place);
  };
}

/** The name of an org's own object may be left out: the record's id then stands for it. */
function nameAttributes(place: FieldPlace, options: TextOptions): Partial<FieldDescribe> {
  const optional = isCustomName(place.object) && options.required !== true;
  return { nameField: true, permissionable: false, nillable: optional, defaultedOnCreate: optional };
}

/** Lines of text that can be filtered by, as an address's street. */
export function textarea(length = 255, options: TextOptions = {}): FieldDefinition {
  return sized("textarea", length, options);
}

const unindexed = { filterable: false, sortable: false, groupable: false, aggregatable: false } as const;

/** Lines of text up to 131,072 characters. Salesforce cannot filter or sort by them. */
export function longTextArea(length = 32_768, options: TextOptions = {}): FieldDefinition {
  return sized("textarea", length, options, unindexed);
}

/** Text with HTML mark-up. Salesforce cannot filter or sort by it. */
export function richText(length = 32_768, options: TextOptions = {}): FieldDefinition {
  return sized("textarea", length, options, {
    ...unindexed,
    extraTypeInfo: "richtextarea",
    htmlFormatted: true,
  });
}

/** A phone number of at most 40 characters, in any notation. */
export function phone(options: TextOptions = {}): FieldDefinition {
  return sized("phone", 40, options);
}

/** An e-mail address of at most 80 characters. */
export function email(options: TextOptions = {}): FieldDefinition {
  return sized("email", 80, options);
}

/** A web address. */
export function url(length = 255, options: TextOptions = {}): FieldDefinition {
  return sized("url", length, options);
}

/** The web address of a picture. */
export function imageUrl(length = 255, options: TextOptions = {}): FieldDefinition {
  return sized("url", length, options, { extraTypeInfo: "imageurl" });
}

export interface EncryptedTextOptions extends FieldOptions {
  /** The sign that hides a character from users without the permission. Default: `asterisk`. */
  readonly mask?: "asterisk" | "X";
  /** Which characters are hidden. Default: `all`. */
  readonly maskType?: "all" | "lastFour" | "creditCard" | "ssn" | "nino" | "sin";
}

/** Text that is stored encrypted and shown masked, of at most 175 characters. */
export function encryptedText(length: number, options: EncryptedTextOptions = {}): FieldDefinition {
  const { mask = "asterisk", maskType = "all", ...rest } = options;
  return (place) => {
    checkWhole(place, "length", length, 1, 175);
    return field("encryptedstring", rest, { length, mask, maskType })(place);
  };
}

function sized(
  type: FieldType,
  length: number,
  options: TextOptions,
  attributes: Partial<FieldDescribe> = {},
): FieldDefinition {
  const { default: given, ...rest } = options;
  return (place) => {
    checkWhole(place, "length", length, 1, LONGEST);
    return field(type, rest, { ...attributes, length, ...textDefault(place, length, given) })(place);
  };
}

function textDefault(place: FieldPlace, length: number, given: string | undefined): Partial<FieldDescribe> {
  if (given === undefined) return {};
  if (given.length > length) {
    throw schemaError(
      nameOf(place),
      `the default has ${given.length} characters, more than its length ${length}.`,
    );
  }
  return { defaultedOnCreate: true, defaultValueFormula: JSON.stringify(given) };
}
