import { DecodeError } from "../errors.js";
import type { PicklistDecoder, PicklistField, PicklistValues } from "../schema/decoders.js";

/** What is given for a value that the generated types do not have. */
export type UnknownPicklistPolicy =
  | "error"
  | "null"
  | ((value: string, field: PicklistField) => string | null);

/**
 * Checks what is read of restricted picklists against the values the types were generated from.
 *
 * @param values `picklists` of the generated code, which only who imports it loads
 * @param unknown `"error"`: a DecodeError that names the field; `"null"`: null, also where the type has none;
 * or a function that is told of the value and gives the one to use
 *
 * @example
 * import { picklists } from "./orgtype/picklists.js";
 * const sf = createClient({ ...options, decode: { picklist: knownPicklists(picklists, "error") } });
 */
export function knownPicklists(values: PicklistValues, unknown: UnknownPicklistPolicy): PicklistDecoder {
  const decide = unknown === "error" ? refuse : unknown === "null" ? () => null : unknown;
  return {
    fieldsOf: (object) => Object.keys(fieldsIn(values, object)),
    check: (value, field) => {
      const known = fieldsIn(values, field.object)[field.name];
      return known?.includes(value) === false ? decide(value, field) : value;
    },
  };
}

function fieldsIn(values: PicklistValues, object: string): Readonly<Record<string, readonly string[]>> {
  return Object.hasOwn(values, object) ? (values[object] ?? {}) : {};
}

function refuse(value: string, { object, name }: PicklistField): never {
  throw new DecodeError(
    "decode.picklist",
    `${object}.${name} holds ${JSON.stringify(value)}, which its picklist did not have when the types were generated.`,
    { hint: "Run `orgtype generate`, or give another policy to knownPicklists." },
  );
}
