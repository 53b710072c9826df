import {
  checkWhole,
  type DefinedField,
  defined,
  describeField,
  type FieldDefinition,
  type FieldOptions,
  nameOf,
} from "../field-definition.js";
import { schemaError } from "../schema-error.js";

export interface AutoNumberOptions extends FieldOptions {
  /** Characters of the number. Default: 80 for `Name`, else 30. */
  readonly length?: number;
}

const DISPLAY_FORMAT = /^[^{}]*(?:\{(?:YYYY|YY|MM|DD)\}[^{}]*)*\{0{1,10}\}[^{}]*$/;

/** A number Salesforce gives every new record, written as the format says: `INV-{0000}` gives `INV-0001`. */
export function autoNumber(format: string, options: AutoNumberOptions = {}): FieldDefinition {
  return (place) => {
    const isName = place.name === "Name" || options.nameField === true;
    const { length = place.name === "Name" ? 80 : 30, ...rest } = options;
    checkWhole(place, "length", length, 1, 255);
    if (!DISPLAY_FORMAT.test(format)) {
      throw schemaError(
        nameOf(place),
        `${JSON.stringify(format)} is no display format.`,
        "Write it as INV-{0000}.",
      );
    }
    const describe = describeField(
      place,
      "string",
      { readOnly: true, ...rest },
      {
        autoNumber: true,
        defaultedOnCreate: true,
        groupable: false,
        length,
        nameField: isName,
        nillable: false,
      },
    );
    return [defined(describe, { displayFormat: format })];
  };
}

export interface FormulaOptions {
  /** Whether a number that is not there counts as 0 rather than making the result empty. Default: false. */
  readonly blanksAsZero?: boolean;
  readonly label?: string;
  readonly help?: string;
}

/**
 * A value Salesforce computes from the record: `formula(currency(18, 2), "Quantity__c * Unit_Price__c")`.
 * The first argument says the type of the result.
 */
export function formula(
  result: FieldDefinition,
  expression: string,
  options: FormulaOptions = {},
): FieldDefinition {
  return (place) => {
    if (expression.trim() === "") throw schemaError(nameOf(place), "the formula is empty.");
    const [only, ...more] = result(place);
    if (only === undefined || more.length > 0) {
      throw schemaError(nameOf(place), "a formula cannot give a compound field.");
    }
    return [calculated(only, expression, options)];
  };
}

const MAKES_HTML = /\b(?:IMAGE|HYPERLINK)\s*\(/i;

function calculated(entry: DefinedField, expression: string, options: FormulaOptions): DefinedField {
  const isText = entry.describe.soapType === "xsd:string";
  const isBoolean = entry.describe.type === "boolean";
  return {
    ...entry,
    describe: {
      ...entry.describe,
      calculated: true,
      calculatedFormula: expression,
      createable: false,
      defaultValue: null,
      defaultValueFormula: null,
      defaultedOnCreate: isBoolean,
      formulaTreatNullNumberAsZero: options.blanksAsZero ?? false,
      groupable: entry.describe.groupable && !isText,
      htmlFormatted: isText && MAKES_HTML.test(expression),
      inlineHelpText: options.help ?? entry.describe.inlineHelpText,
      label: options.label ?? entry.describe.label,
      nillable: !isBoolean,
      permissionable: true,
      updateable: false,
    },
  };
}
