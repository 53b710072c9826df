import type { ObjectInfo } from "../catalog/object-info.js";
import { readInput } from "../dml/record-input.js";
import { type Answer, json } from "../http/call.js";
import { ApiFault, jsonParserError, recordFault } from "../http/fault.js";
import { expectObject, isJsonObject, type JsonObject, jsonObjectType } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { type RecordError, recordError, refuseTooMany, requireType } from "./collection-results.js";
import { create } from "./create.js";
import { param, type Route, type RoutedCall } from "./route.js";

const MAX_RECORDS = 200;
const MAX_LEVELS = 5;
const MAX_TYPES = 5;

/** A record of the tree before it is made. */
interface TreeNode {
  readonly referenceId: string;
  readonly type: string | undefined;
  /** Its own fields, without its children. */
  readonly record: JsonObject;
  readonly level: number;
  /** Where it hangs: its parent, and the name of the relationship. */
  readonly parent: { readonly node: TreeNode; readonly relationship: string } | undefined;
}

type Result =
  | { readonly referenceId: string; readonly id: string }
  | { readonly referenceId: string; readonly errors: readonly RecordError[] };

function answerTree(call: RoutedCall, context: OrgContext): Answer {
  const object = requireObject(context, param(call, "object"));
  const nodes = readNodes(expectObject(call.body(), "SObjectTree").records);
  const results = checkTree(object, nodes) ?? createAll(context, nodes);
  const failed = results.filter((result) => "errors" in result);
  return failed.length > 0
    ? json({ hasErrors: true, results: failed }, 400)
    : json({ hasErrors: false, results }, 201);
}

/** The nodes of a tree level by level, as the answer lists them. */
function readNodes(records: unknown): TreeNode[] {
  if (!Array.isArray(records)) throw jsonParserError("The request body must hold an array called records.");
  const nodes = records.map((record) => readNode(record, 1, undefined));
  const children = new Map(nodes.map((node, place) => [node, expectObject(records[place])]));
  for (const node of nodes) {
    for (const [relationship, value] of Object.entries(children.get(node) ?? {})) {
      for (const raw of childRecords(value) ?? []) {
        const child = readNode(raw, node.level + 1, { node, relationship });
        children.set(child, expectObject(raw));
        nodes.push(child);
      }
    }
  }
  return nodes;
}

function readNode(raw: unknown, level: number, parent: TreeNode["parent"]): TreeNode {
  const given = expectObject(raw);
  const { attributes } = given;
  const own = Object.entries(given).filter(([, value]) => childRecords(value) === undefined);
  const referenceId = isJsonObject(attributes) ? attributes.referenceId : undefined;
  return {
    referenceId: typeof referenceId === "string" ? referenceId : "",
    type: jsonObjectType(given),
    record: Object.fromEntries(own),
    level,
    parent,
  };
}

function childRecords(value: unknown): unknown[] | undefined {
  return isJsonObject(value) && Array.isArray(value.records) ? value.records : undefined;
}

/** What is wrong with the form of the tree; undefined where nothing is. */
function checkTree(object: ObjectInfo, nodes: readonly TreeNode[]): Result[] | undefined {
  refuseTooMany(nodes.length, MAX_RECORDS);
  const seen = new Set<string>();
  for (const { referenceId, type, level, parent } of nodes) {
    const wrong = (message: string): Result[] => [invalidInput(referenceId, message)];
    if (referenceId === "") return wrong("Include a reference ID for each record in the request.");
    if (seen.has(referenceId)) return wrong("Duplicate ReferenceId provided in the request.");
    if (level > MAX_LEVELS) return wrong(`A tree may have at most ${MAX_LEVELS} levels.`);
    if (parent === undefined && type?.toLowerCase() !== object.name.toLowerCase()) {
      return wrong(`The type of each root record must be ${object.name}.`);
    }
    seen.add(referenceId);
  }
  if (new Set(nodes.map((node) => node.type?.toLowerCase())).size > MAX_TYPES) {
    return [invalidInput(nodes[0]?.referenceId ?? "", `A tree may have at most ${MAX_TYPES} types.`)];
  }
  return undefined;
}

function invalidInput(referenceId: string, message: string): Result {
  return { referenceId, errors: [{ statusCode: "INVALID_INPUT", message, fields: [] }] };
}

/** Creates every record, or none where one is refused. Children of a refused record are not tried. */
function createAll(context: OrgContext, nodes: readonly TreeNode[]): Result[] {
  const ids = new Map<TreeNode, string>();
  const attempt = (): Result[] => {
    const results: Result[] = [];
    for (const node of nodes) {
      if (node.parent !== undefined && !ids.has(node.parent.node)) continue;
      results.push(createNode(context, node, ids));
    }
    return results;
  };
  return context.store.transaction(attempt, (results) => results.every((result) => "id" in result));
}

function createNode(context: OrgContext, node: TreeNode, ids: Map<TreeNode, string>): Result {
  const { referenceId } = node;
  try {
    const object = requireType(context, node.record);
    const changes = readInput(context, object, { ...node.record, ...parentReference(context, node, ids) });
    const { id } = create(context, object, changes);
    ids.set(node, id);
    return { referenceId, id };
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    return { referenceId, errors: error.entries.map(recordError) };
  }
}

/** The field that points at the parent, with its id. */
function parentReference(context: OrgContext, node: TreeNode, ids: Map<TreeNode, string>): JsonObject {
  if (node.parent === undefined) return {};
  const parent = context.catalog.find(node.parent.node.type ?? "");
  const relationship = parent?.child(node.parent.relationship);
  if (relationship === undefined || relationship.object.toLowerCase() !== node.type?.toLowerCase()) {
    const message = `${node.parent.relationship} is no child relationship of ${parent?.name ?? ""} to ${node.type ?? ""}`;
    throw recordFault("INVALID_FIELD", message);
  }
  return { [relationship.field]: ids.get(node.parent.node) };
}

/** Up to 200 records with their children in one request, all or none. */
export const tree: Route = {
  path: "/services/data/{version}/composite/tree/{object}",
  alone: true,
  methods: { POST: answerTree },
};
