import type { ObjectInfo } from "../catalog/object-info.js";
import { createRecord } from "../dml/create-record.js";
import { deleteRecord } from "../dml/delete-record.js";
import { readInput } from "../dml/record-input.js";
import { updateRecord } from "../dml/update-record.js";
import { requireRecord, requireWritable } from "../records/find-record.js";
import type { Target } from "../soql/field-path.js";
import { toId18 } from "../store/record-id.js";
import { type GraphQLCall, graphqlFault } from "./graphql-call.js";

/** What a write is given: the record under the name of its object, and an id. */
type WriteInput = Readonly<Record<string, unknown>>;

/** Creates a record, and notes its id under the name that the document gives this part. */
export function createFrom(
  object: ObjectInfo,
  input: WriteInput,
  call: GraphQLCall,
  name: string,
): { Record: Target } {
  const { context } = call;
  const id = context.store.transaction(() =>
    createRecord(context, object, readInput(context, object, valuesOf(object, input, call))),
  );
  call.created.set(name, id);
  return { Record: { object, record: requireRecord(context, object, id) } };
}

export function updateFrom(object: ObjectInfo, input: WriteInput, call: GraphQLCall): { Record: Target } {
  const { context } = call;
  const id = idOf(input.Id, call);
  context.store.transaction(() =>
    updateRecord(context, object, id, readInput(context, object, valuesOf(object, input, call))),
  );
  return { Record: { object, record: requireRecord(context, object, id) } };
}

export function deleteFrom(object: ObjectInfo, input: WriteInput, call: GraphQLCall): { Id: string } {
  const { context } = call;
  const id = idOf(input.Id, call);
  context.store.transaction(() => {
    requireWritable(context, object, id);
    deleteRecord(context, object, id);
  });
  return { Id: id };
}

function valuesOf(object: ObjectInfo, input: WriteInput, call: GraphQLCall): Record<string, unknown> {
  const values = (input[object.name] ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      object.field(name)?.kind === "id" ? resolved(value, call) : value,
    ]),
  );
}

function idOf(given: unknown, call: GraphQLCall): string {
  const id = toId18(String(resolved(given, call)));
  if (id === null) throw graphqlFault(`${String(given)} is no id.`);
  return id;
}

/** An id, or that of a record that an earlier part of the document created. */
function resolved(value: unknown, { created }: GraphQLCall): unknown {
  const name = typeof value === "string" ? /^@\{(\w+)\}$/.exec(value)?.[1] : undefined;
  if (name === undefined) return value;
  const id = created.get(name);
  if (id === undefined) throw graphqlFault(`Nothing was created before as ${name}.`);
  return id;
}
