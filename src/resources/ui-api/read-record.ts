import { DecodeError } from "../../errors.js";
import type { UiFieldInfo, WireUiDefaults, WireUiRecord } from "../../http/schemas.js";
import { recordsDecoder } from "../../values/decode-records.js";
import type { UiApiParts } from "./ui-api-parts.js";

type Values = Readonly<Record<string, unknown>>;

/** Reads records of the UI API: values decoded as those of queries are, parents without their wrapping. */
export interface ReadUiRecords {
  record(wire: WireUiRecord): Values;
  draft(wire: WireUiDefaults): Values;
}

export function createReadUiRecords({
  decoders,
  metadata,
}: Pick<UiApiParts, "decoders" | "metadata">): ReadUiRecords {
  const decode = recordsDecoder(decoders, metadata);

  function fieldsOf({ apiName, fields }: WireUiRecord): Record<string, unknown> {
    const parents = Object.hasOwn(metadata, apiName) ? metadata[apiName]?.parents : undefined;
    // The decoder knows a record by what it says it is.
    const values: Record<string, unknown> = { attributes: { type: apiName } };
    const read: Record<string, unknown> = {};
    for (const [name, { value }] of Object.entries(fields)) values[name] = isUiRecord(value) ? null : value;
    decode(values);
    for (const [name, { value, displayValue }] of Object.entries(fields)) {
      const isParent = parents !== undefined && Object.hasOwn(parents, name);
      if (isUiRecord(value)) read[name] = fieldsOf(value);
      else if (isParent && value === null) read[name] = null;
      else read[name] = { value: values[name] ?? null, displayValue };
    }
    return read;
  }

  return {
    record(wire) {
      if (!isUiRecord(wire)) throw new DecodeError("decode.ui-record", "The answer holds no record.");
      const { id, apiName, recordTypeId, recordTypeInfo, eTag, weakEtag } = wire;
      return {
        id: id ?? "",
        apiName,
        fields: fieldsOf(wire),
        recordTypeId: recordTypeId ?? null,
        recordTypeInfo: recordTypeInfo ?? null,
        lastModifiedById: wire.lastModifiedById ?? null,
        lastModifiedDate: wire.lastModifiedDate ?? null,
        systemModstamp: wire.systemModstamp ?? null,
        eTag: eTag ?? "",
        weakEtag: weakEtag ?? 0,
      };
    },
    draft({ record, objectInfos }) {
      if (!isUiRecord(record)) throw new DecodeError("decode.ui-record", "The answer holds no record.");
      const { apiName, recordTypeId, recordTypeInfo } = record;
      const fields = fieldsOf(record);
      return {
        apiName,
        fields,
        record: newValues(fields, objectInfos?.[apiName]?.fields ?? {}, recordTypeId),
        recordTypeId: recordTypeId ?? null,
        recordTypeInfo: recordTypeInfo ?? null,
      };
    },
  };
}

/** The values that a new record can be given, those that are empty left out. */
function newValues(
  fields: Values,
  infos: Readonly<Record<string, UiFieldInfo>>,
  recordTypeId: string | null | undefined,
): Values {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const { value } = (field ?? {}) as { value?: unknown };
    if (value !== undefined && value !== null && infos[name]?.createable === true) values[name] = value;
  }
  if (recordTypeId && infos.RecordTypeId?.createable === true) values.RecordTypeId = recordTypeId;
  return values;
}

function isUiRecord(value: unknown): value is WireUiRecord {
  const { apiName, fields } = (value ?? {}) as Partial<WireUiRecord>;
  return typeof apiName === "string" && typeof fields === "object" && fields !== null;
}
