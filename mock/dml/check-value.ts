import type { FieldInfo } from "../catalog/field-info.js";
import { recordFault } from "../http/fault.js";
import { toId18 } from "../store/record-id.js";
import type { Value } from "../store/table.js";

const EMAIL = /^[^\s@"(),:;<>[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** Returns the value as it is kept, or throws the DML error that Salesforce answers for it. */
type Check = (field: FieldInfo, value: Value) => Value;

const checkLength: Check = (field, value) => {
  if (typeof value === "string" && field.length > 0 && value.length > field.length) {
    const message = `${field.label}: data value too large: ${value} (max length=${field.length})`;
    throw recordFault("STRING_TOO_LONG", message, [field.name]);
  }
  return value;
};

const checkPicklist: Check = (field, value) => {
  if (!field.restrictedPicklist || typeof value !== "string") return checkLength(field, value);
  const chosen = field.type === "multipicklist" ? value.split(";") : [value];
  for (const one of chosen) {
    if (!field.picklistOrder.has(one)) {
      const message = `${field.label}: bad value for restricted picklist field: ${one}`;
      throw recordFault("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", message, [field.name]);
    }
  }
  return value;
};

const checkEmail: Check = (field, value) => {
  if (typeof value === "string" && !EMAIL.test(value)) {
    const message = `${field.label}: invalid email address: ${value}`;
    throw recordFault("INVALID_EMAIL_ADDRESS", message, [field.name]);
  }
  return checkLength(field, value);
};

const checkId: Check = (field, value) => {
  if (typeof value !== "string") return value;
  const id = toId18(value);
  if (id === null) {
    throw recordFault("MALFORMED_ID", `${field.label}: id value of incorrect type: ${value}`, [field.name]);
  }
  return id;
};

const checkNumber: Check = (field, value) => {
  if (typeof value !== "number") return value;
  const digits = field.type === "int" ? field.digits : field.precision - field.scale;
  const hasRange = field.type === "int" ? field.digits > 0 : field.precision > 0;
  if (hasRange && Math.abs(value) >= 10 ** digits) {
    const message = `${field.label}: value outside of valid range on numeric field: ${value}`;
    throw recordFault("NUMBER_OUTSIDE_VALID_RANGE", message, [field.name]);
  }
  return hasRange ? roundTo(value, field.scale) : value;
};

/** Halves are rounded away from zero. */
function roundTo(value: number, scale: number): number {
  const shifted = Number(`${Math.abs(value)}e${scale}`);
  // A number already written with an exponent is too small or too large to have digits to round.
  if (Number.isNaN(shifted)) return value;
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${scale}`);
}

const checkBoolean: Check = (field, value) => {
  if (value === null) {
    const message = `${field.label}: value not of required type: `;
    throw recordFault("INVALID_TYPE_ON_FIELD_IN_RECORD", message, [field.name]);
  }
  return value;
};

const CHECKS: Readonly<Record<string, Check>> = {
  picklist: checkPicklist,
  multipicklist: checkPicklist,
  email: checkEmail,
  id: checkId,
  reference: checkId,
  int: checkNumber,
  double: checkNumber,
  currency: checkNumber,
  percent: checkNumber,
  boolean: checkBoolean,
};

/** Types this table does not name are checked for their length. */
export function checkValue(field: FieldInfo, value: Value): Value {
  return (CHECKS[field.type] ?? checkLength)(field, value);
}
