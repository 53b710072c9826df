import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { json } from "../http/call.js";
import { notFound, requestFault } from "../http/fault.js";
import { requireObject } from "../records/find-record.js";
import { schemaId } from "../streaming/deliver.js";
import { param, type Route } from "./route.js";

/** What Avro knows of the kinds of values; all else is text. */
const AVRO_TYPES: Readonly<Record<string, string>> = {
  boolean: "boolean",
  int: "int",
  double: "double",
  currency: "double",
  percent: "double",
  datetime: "long",
  date: "long",
};
const NAMESPACE = "com.sforce.eventbus";
/** What stands beside the fields of an event. */
const OUTSIDE: readonly string[] = ["Id", "ReplayId", "EventUuid"];

/** The schema of a platform event: the event itself, or the message that holds it. */
export const eventSchema: Route = {
  path: "/services/data/{version}/sobjects/{object}/eventSchema",
  alone: true,
  methods: {
    GET(call, context) {
      const object = requireObject(context, param(call, "object"));
      if (!object.name.endsWith("__e")) throw notFound();
      const format = call.query.get("payloadFormat") ?? "EXPANDED";
      if (format === "COMPACT") return json(compactSchema(object));
      if (format === "EXPANDED") return json(expandedSchema(object));
      throw requestFault(400, "INVALID_QUERY_FILTER_OPERATOR", `Invalid payloadFormat: ${format}`);
    },
  },
};

function compactSchema(object: ObjectInfo) {
  const fields = object.fields.filter(({ name }) => !OUTSIDE.includes(name));
  return {
    name: object.name,
    namespace: NAMESPACE,
    type: "record",
    fields: fields.map(avroField),
    uuid: schemaId(object),
  };
}

function avroField(field: FieldInfo) {
  const { name, type, nillable } = field;
  const avro = AVRO_TYPES[type] ?? "string";
  const doc = name.endsWith("__c") ? `Data:${field.label}` : `${name}:${field.label}`;
  return nillable ? { name, type: ["null", avro], doc, default: null } : { name, type: avro, doc };
}

function expandedSchema(object: ObjectInfo) {
  const { name, uuid, fields } = compactSchema(object);
  const record = (called: string, of: readonly object[]) => ({
    name: called.toLowerCase(),
    type: { type: "record", name: called, namespace: "", fields: of },
  });
  const event = record("Event", [
    { name: "EventUuid", type: "string" },
    { name: "replayId", type: "long" },
  ]);
  const data = record("Data", [{ name: "schema", type: "string" }, record("Payload", fields), event]);
  return {
    name,
    namespace: NAMESPACE,
    type: "expanded-record",
    fields: [data, { name: "channel", type: "string" }],
    uuid,
  };
}
