import { type ApiError, isOrgtypeError, PartialFailureError, SettingsError } from "../../errors.js";
import { type Operation, operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import { type EncodeField, type RecordInput, recordBody } from "./record-body.js";
import { type SaveOptions, toCallOptions } from "./save-options.js";

/** What Salesforce takes in one request. */
const LARGEST = { records: 200, levels: 5, objects: 5 } as const;

/** Tells of an object; throws where the generated client does not hold it. */
export type TreeObjectOf = (name: string) => {
  readonly encode: EncodeField;
  /** Child relationship → its object. */
  readonly children: Readonly<Record<string, string>>;
};

interface Node {
  readonly object: string;
  /** As `records[0].Contacts[1]`. */
  readonly path: string;
  readonly level: number;
  readonly fields: RecordInput;
  readonly children: readonly (readonly [relationship: string, nodes: readonly Node[]])[];
}

export type Ids = { id: string; [relationship: string]: string | Ids[] };

/** Creates trees, as many to a request as Salesforce takes. */
export async function createTrees(
  send: Send,
  object: string,
  records: readonly unknown[],
  objectOf: TreeObjectOf,
  saving: SaveOptions,
): Promise<Ids[]> {
  const trees = records.map((record, index) => readNode(record, object, `records[${index}]`, 1, objectOf));
  for (const tree of trees) checkSize(tree);
  const options = toCallOptions(saving);
  const made: Ids[] = [];
  const batches = [...batchesOf(trees)];
  for (const batch of batches) {
    const names = new Map<Node, string>();
    const body = batch.map((tree) => toWire(tree, names));
    try {
      const ids = await send(treeRequest(object, body), options);
      const idOf = (node: Node) => ids.get(names.get(node) ?? "") ?? "";
      made.push(...batch.map((tree) => inShape(tree, idOf)));
    } catch (error) {
      const cause = isOrgtypeError(error, "ApiError") ? await placed(error, names) : error;
      if (made.length === 0 || options.signal?.aborted) throw cause;
      throw cutShort(records, made, cause);
    }
  }
  return made;
}

function readNode(
  record: unknown,
  object: string,
  path: string,
  level: number,
  objectOf: TreeObjectOf,
): Node {
  const { encode, children } = objectOf(object);
  const own: Record<string, unknown> = {};
  const below: [string, Node[]][] = [];
  const entries = typeof record === "object" && record !== null ? Object.entries(record) : [];
  for (const [name, value] of entries) {
    const child = Object.hasOwn(children, name) ? children[name] : undefined;
    if (child === undefined) own[name] = value;
    else if (value !== undefined)
      below.push([name, childNodes(value, child, `${path}.${name}`, level, objectOf)]);
  }
  return {
    object,
    path,
    level,
    fields: recordBody(entries.length > 0 ? own : record, path, encode),
    children: below,
  };
}

function childNodes(
  value: unknown,
  object: string,
  path: string,
  level: number,
  objectOf: TreeObjectOf,
): Node[] {
  if (!Array.isArray(value)) throw wrong(path, "is no list", "Give the children in an array.");
  return value.map((child, index) => readNode(child, object, `${path}[${index}]`, level + 1, objectOf));
}

function nodesOf(node: Node): Node[] {
  return [node, ...node.children.flatMap(([, nodes]) => nodes.flatMap(nodesOf))];
}

function checkSize(tree: Node): void {
  const nodes = nodesOf(tree);
  const sizes = {
    records: nodes.length,
    levels: Math.max(...nodes.map(({ level }) => level)),
    objects: new Set(nodes.map(({ object }) => object)).size,
  };
  for (const [what, most] of Object.entries(LARGEST)) {
    const size = sizes[what as keyof typeof sizes];
    if (size > most) {
      throw wrong(
        tree.path,
        `has ${size} ${what}`,
        `Salesforce takes ${most} in one tree: create it in parts.`,
      );
    }
  }
}

function* batchesOf(trees: readonly Node[]): Generator<Node[], void, undefined> {
  let batch: Node[] = [];
  let count = 0;
  for (const tree of trees) {
    const size = nodesOf(tree).length;
    const objects = new Set([...batch, tree].flatMap(nodesOf).map(({ object }) => object));
    if (batch.length > 0 && (count + size > LARGEST.records || objects.size > LARGEST.objects)) {
      yield batch;
      batch = [];
      count = 0;
    }
    batch.push(tree);
    count += size;
  }
  if (batch.length > 0) yield batch;
}

/** A node as it is sent, under a name of its own. */
function toWire(node: Node, names: Map<Node, string>): Record<string, unknown> {
  const referenceId = `r${names.size}`;
  names.set(node, referenceId);
  const children = node.children
    .filter(([, nodes]) => nodes.length > 0)
    .map(([relationship, nodes]) => [relationship, { records: nodes.map((child) => toWire(child, names)) }]);
  return { attributes: { type: node.object, referenceId }, ...node.fields, ...Object.fromEntries(children) };
}

/** `POST /composite/tree/{sObject}`. */
function treeRequest(
  sobject: string,
  records: readonly Record<string, unknown>[],
): Operation<ReadonlyMap<string, string>> {
  const parts = { path: { sobject }, body: { records: [...records] } };
  return operation(
    "post",
    "/composite/tree/{sobject}",
    parts,
    ({ results }) => new Map(results.map(({ referenceId, id }) => [referenceId, id])),
  );
}

function inShape(node: Node, idOf: (node: Node) => string): Ids {
  const children = node.children.map(([relationship, nodes]) => [
    relationship,
    nodes.map((child) => inShape(child, idOf)),
  ]);
  return { id: idOf(node), ...Object.fromEntries(children) };
}

/** The error with the places of the records it is about. */
async function placed(error: ApiError, names: ReadonlyMap<Node, string>): Promise<ApiError> {
  const { apiError } = await import("../../http/api-error.js");
  const byName = new Map([...names].map(([node, name]) => [name, node]));
  const errors = error.errors.map((entry) => {
    const node = entry.referenceId === undefined ? undefined : byName.get(entry.referenceId);
    return node === undefined ? entry : { ...entry, message: `\`${node.path}\`: ${entry.message}` };
  });
  return apiError(errors, { status: error.status, request: error.request });
}

function cutShort(records: readonly unknown[], made: readonly Ids[], cause: unknown): PartialFailureError {
  const message = `${made.length} of ${records.length} records were created with their children; then a request failed.`;
  const succeeded = made.map(({ id }, index) => ({ index, id }));
  const unanswered = records
    .slice(made.length)
    .map((input, offset) => ({ index: made.length + offset, input }));
  const outcome = { succeeded, failed: [], unanswered };
  return new PartialFailureError(message, outcome, {
    cause,
    hint: "See `cause`, then create those in `unanswered`.",
  });
}

function wrong(path: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.tree", `\`${path}\` ${problem}.`, { hint });
}
