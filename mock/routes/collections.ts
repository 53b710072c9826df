import { deleteRecord } from "../dml/delete-record.js";
import { type Changes, readInput } from "../dml/record-input.js";
import { updateRecord } from "../dml/update-record.js";
import { type Answer, json } from "../http/call.js";
import { recordFault, requestFault } from "../http/fault.js";
import type { JsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { toId18 } from "../store/record-id.js";
import {
  MAX_RECORDS,
  type RecordTask,
  readRecords,
  refuseTooMany,
  requireType,
  runCollection,
} from "./collection-results.js";
import { create } from "./create.js";
import type { Route, RoutedCall } from "./route.js";

function createTask(context: OrgContext, record: JsonObject): RecordTask {
  return {
    run: () => {
      const object = requireType(context, record);
      const changes = readInput(context, object, record);
      if (takeId(changes) !== undefined) {
        const message = "cannot specify Id in an insert call";
        throw recordFault("INVALID_FIELD_FOR_INSERT_UPDATE", message, ["Id"]);
      }
      const { id, errors } = create(context, object, changes);
      return { id, success: true, errors };
    },
  };
}

function updateTask(context: OrgContext, record: JsonObject): RecordTask {
  const given = Object.entries(record).find(([key]) => key.toLowerCase() === "id")?.[1];
  const id = typeof given === "string" ? toId18(given) : null;
  return {
    id: id ?? undefined,
    run: () => {
      const object = requireType(context, record);
      if (given === undefined || given === null) {
        throw recordFault("MISSING_ARGUMENT", "Id not specified in an update call");
      }
      if (id === null) throw recordFault("MALFORMED_ID", `malformed id ${String(given)}`);
      const changes = readInput(context, object, record);
      takeId(changes);
      updateRecord(context, object, id, changes);
      return { id, success: true, errors: [] };
    },
  };
}

function takeId(changes: Changes): unknown {
  for (const [field, value] of changes) {
    if (field.type !== "id") continue;
    changes.delete(field);
    return value ?? undefined;
  }
  return undefined;
}

function deleteTask(context: OrgContext, text: string): RecordTask {
  const id = toId18(text);
  return {
    id: id ?? undefined,
    run: () => {
      const object = id === null ? undefined : context.catalog.ofId(id);
      if (id === null || object === undefined) throw recordFault("MALFORMED_ID", `malformed id ${text}`);
      deleteRecord(context, object, id);
      return { id, success: true, errors: [] };
    },
  };
}

function write(task: (context: OrgContext, record: JsonObject) => RecordTask) {
  return (call: RoutedCall, context: OrgContext): Answer => {
    const { records, allOrNone } = readRecords(call);
    return json(
      runCollection(
        context,
        records.map((record) => task(context, record)),
        { allOrNone },
      ),
    );
  };
}

function remove(call: RoutedCall, context: OrgContext): Answer {
  const ids = call.query.get("ids")?.split(",") ?? [];
  if (ids.length === 0) throw requestFault(400, "MISSING_ARGUMENT", "ids must be specified");
  refuseTooMany(ids.length, MAX_RECORDS);
  const tasks = ids.map((id) => deleteTask(context, id.trim()));
  return json(runCollection(context, tasks, { allOrNone: call.query.get("allOrNone") === "true" }));
}

/** Creating, changing and deleting up to 200 records at once. */
export const collections: Route = {
  path: "/services/data/{version}/composite/sobjects",
  methods: { POST: write(createTask), PATCH: write(updateTask), DELETE: remove },
};
