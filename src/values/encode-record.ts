import { SettingsError } from "../errors.js";
import type { CodedKind } from "../schema/metadata.js";
import { chosenText } from "../soql/chosen-text.js";
import { isIsoValue, isoText } from "../soql/iso-value.js";

/** The kinds of an object's fields that are not plain text. */
export type FieldKinds = Readonly<Record<string, CodedKind>>;

/** The text Salesforce takes for a value; undefined where it is none of the kind. */
type Encoder = (value: unknown) => string | null | undefined;

const encoders: Readonly<Partial<Record<CodedKind, Encoder>>> = {
  date: (value) => /^\d{4}-\d\d-\d\d/.exec(textOf(value) ?? "")?.[0],
  datetime: (value) => matching(/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/, textOf(value)),
  time: (value) => /^\d\d:\d\d:\d\d(\.\d+)?(?=Z?$)/.exec(textOf(value) ?? "")?.[0].concat("Z"),
  // No value chosen is an empty field.
  multipicklist: (value) => {
    if (!Array.isArray(value)) return undefined;
    return value.length === 0 ? null : chosenText(value);
  },
};

const wanted: Readonly<Partial<Record<CodedKind, string>>> = {
  date: 'Give a Date, Temporal.PlainDate or text as "2024-02-29".',
  datetime: 'Give a Date, Temporal.Instant or text as "2024-02-29T13:45:00Z".',
  time: 'Give Temporal.PlainTime or text as "13:45:00.000Z".',
  multipicklist: 'Give a list of the values, or text as "Red;Blue".',
};

/**
 * A value of a record as Salesforce takes it: dates and lists of chosen values as text, all else as it is.
 *
 * @param path where it stands, as `record.CloseDate`
 * @throws SettingsError where it does not fit the field
 */
export function encodeValue(value: unknown, kind: CodedKind | undefined, path: string): unknown {
  const encode = kind === undefined ? undefined : encoders[kind];
  if (kind === undefined || encode === undefined || typeof value !== "object" || value === null) return value;
  const text = encode(value);
  if (text !== undefined) return text;
  throw new SettingsError("settings.record", `\`${path}\` is no value of type ${kind}.`, {
    hint: wanted[kind],
  });
}

function textOf(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString();
  return isIsoValue(value) ? isoText(value) : undefined;
}

function matching(pattern: RegExp, text: string | undefined): string | undefined {
  return text !== undefined && pattern.test(text) ? text : undefined;
}
