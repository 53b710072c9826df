import type { Decoders } from "../schema/decoders.js";
import type { OrgMetadata } from "../schema/metadata.js";
import { type DecodeValue, valueDecoder } from "./decode-value.js";

type FieldDecoders = readonly (readonly [field: string, decode: DecodeValue])[];
type JsonObject = Record<string, unknown>;

/**
 * Decodes the records in the body of an answer, wherever in it they stand: each says in its `attributes` of
 * what object it is. The body is changed.
 */
export function recordsDecoder(decoders: Decoders, metadata: OrgMetadata): (body: unknown) => unknown {
  const known = new Map<string, FieldDecoders>();
  const decodersOf = (object: string): FieldDecoders => {
    const found = known.get(object) ?? fieldDecoders(object, decoders, metadata);
    known.set(object, found);
    return found;
  };
  const decode = (value: unknown): unknown => {
    if (Array.isArray(value)) value.forEach(decode);
    else if (typeof value === "object" && value !== null) decodeObject(value as JsonObject);
    return value;
  };
  const decodeObject = (value: JsonObject): void => {
    // First what is below: a decoded date is an object, too.
    Object.values(value).forEach(decode);
    const object = objectOf(value);
    if (object === undefined) return;
    for (const [field, decodeField] of decodersOf(object)) {
      const text = value[field];
      if (typeof text === "string") value[field] = decodeField(text);
    }
  };
  return decode;
}

function objectOf({ attributes }: JsonObject): string | undefined {
  if (typeof attributes !== "object" || attributes === null) return undefined;
  const { type } = attributes as { type?: unknown };
  return typeof type === "string" ? type : undefined;
}

function fieldDecoders(object: string, decoders: Decoders, metadata: OrgMetadata): FieldDecoders {
  const fields = Object.hasOwn(metadata, object) ? (metadata[object]?.fields ?? {}) : {};
  const coded = Object.entries(fields).flatMap(([field, kind]) => {
    const decode = valueDecoder(kind, decoders);
    return decode === undefined ? [] : [[field, decode] as const];
  });
  return [...coded, ...picklistDecoders(object, decoders)];
}

function picklistDecoders(object: string, { picklist }: Decoders): FieldDecoders {
  if (picklist === undefined) return [];
  return picklist.fieldsOf(object).map((name) => [name, (value) => picklist.check(value, { object, name })]);
}
