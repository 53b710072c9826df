import type { FieldType, FieldTypeOf } from "@jetstreamapp/soql-parser-js";
import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { attributesOf, type RecordAnswer, readField } from "../records/read-record.js";
import type { StoredRecord } from "../store/table.js";
import type { CompileChildren } from "./child-query.js";
import { type ParentStep, parentStep, splitPath, type Target } from "./field-path.js";
import { expandFields } from "./fields-function.js";
import { type FunctionCall, onlyField } from "./function-call.js";
import { nameEntityField, readNameEntity } from "./name-entity.js";
import { locate } from "./positions.js";
import type { QueryScope } from "./query-scope.js";
import { selectedPath } from "./selected-path.js";
import { shownExpression } from "./shown-expression.js";
import { malformed, noSuchColumnInQuery, noSuchRelationship, type Place, soqlFault } from "./soql-fault.js";

type ReadTarget = (target: Target) => unknown;

/** What is selected of one object: keys of the answer in the order they were first named. */
interface Selection {
  /** Null for a parent that may be of several objects. */
  readonly object: ObjectInfo | null;
  readonly entries: Map<string, ReadTarget>;
  readonly parents: Map<string, Selection>;
}

/** Compiles a SELECT list to a function that makes a record's row. */
export function compileSelect(
  scope: QueryScope,
  fields: readonly FieldType[],
  compileChildren: CompileChildren,
): (record: StoredRecord) => RecordAnswer {
  const root: Selection = { object: scope.object, entries: new Map(), parents: new Map() };
  for (const field of fields) select(scope, root, field, compileChildren);
  return (record) => project(scope, root, { object: scope.object, record });
}

function project(scope: QueryScope, selection: Selection, target: Target): RecordAnswer {
  const attributes = attributesOf(target.object, target.record.id, scope.dataPath);
  // The entity behind a relationship with several targets calls itself Name, but links to the real record.
  const row: RecordAnswer = {
    attributes: selection.object === null ? { ...attributes, type: "Name" } : attributes,
  };
  for (const [key, read] of selection.entries) row[key] = read(target);
  return row;
}

function select(
  scope: QueryScope,
  root: Selection,
  selected: FieldType,
  compileChildren: CompileChildren,
): void {
  if (selected.type === "FieldFunctionExpression") selectFunction(scope, root, selected, selected.alias);
  else if (selected.type === "FieldTypeof") selectTypeOf(scope, root, selected);
  else if (selected.type === "FieldSubquery") {
    const { relationshipName, read } = compileChildren(scope, selected.subquery);
    addEntry(root, relationshipName, ({ record }) => read(record), relationshipName);
  } else {
    refuseAlias(selected);
    selectPath(scope, root, selectedPath(selected));
  }
}

function refuseAlias(selected: FieldType): void {
  if ("alias" in selected && selected.alias !== undefined)
    throw malformed("only aggregate expressions use field aliasing");
}

function placeOf(scope: QueryScope, text: string): Place {
  return { soql: scope.soql, offset: locate(scope.soql, text) };
}

function selectPath(scope: QueryScope, root: Selection, text: string): void {
  const place = placeOf(scope, text);
  const segments = splitPath(scope, text, place);
  let selection = root;
  for (const name of segments.slice(0, -1)) selection = parentSelection(scope, selection, name, place);
  selectField(scope, selection, segments.at(-1) ?? text, text, place);
}

function parentSelection(scope: QueryScope, selection: Selection, name: string, place: Place): Selection {
  if (selection.object === null) throw noSuchRelationship(name, place);
  const step = parentStep(scope, selection.object, name, place);
  const known = selection.parents.get(step.relationshipName);
  if (known !== undefined) return known;
  const parent: Selection = { object: step.object, entries: new Map(), parents: new Map() };
  selection.parents.set(step.relationshipName, parent);
  addEntry(
    selection,
    step.relationshipName,
    followed(step, (target) => project(scope, parent, target)),
    name,
  );
  return parent;
}

function followed(step: ParentStep, read: ReadTarget): ReadTarget {
  return ({ record }) => {
    const parent = step.follow(record);
    return parent === undefined ? null : read(parent);
  };
}

function selectField(
  scope: QueryScope,
  selection: Selection,
  column: string,
  text: string,
  place: Place,
): void {
  const { object } = selection;
  const field = object === null ? nameEntityField(column) : object.field(column);
  if (field === undefined) throw noSuchColumnInQuery(column, object?.name ?? "Name", place);
  if (object !== null) addField(scope, selection, object, field, text);
  else addEntry(selection, field.name, (target) => readNameEntity(target.object, target.record, field), text);
}

function addField(
  scope: QueryScope,
  selection: Selection,
  object: ObjectInfo,
  field: FieldInfo,
  text: string,
): void {
  addEntry(selection, field.name, ({ record }) => readField(object, field, record, scope.dataPath), text);
}

function addEntry(selection: Selection, key: string, read: ReadTarget, text: string): void {
  if (selection.entries.has(key)) throw soqlFault("INVALID_FIELD", `duplicate field selected: ${text}`);
  selection.entries.set(key, read);
}

function selectFunction(
  scope: QueryScope,
  root: Selection,
  call: FunctionCall,
  alias: string | undefined,
): void {
  const name = call.functionName ?? "";
  const place = placeOf(scope, name);
  if (name.toUpperCase() === "FIELDS") {
    for (const field of expandFields(scope, onlyField(call, place))) {
      addField(scope, root, scope.object, field, field.name);
    }
    return;
  }
  const { field, read } = shownExpression(scope, call, place);
  addEntry(root, alias ?? field.name, ({ record }) => read(record), field.name);
}

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END`: each target has fields of its own. */
function selectTypeOf(scope: QueryScope, root: Selection, { field: name, conditions }: FieldTypeOf): void {
  const place = placeOf(scope, name);
  const step = parentStep(scope, scope.object, name, place);
  const branches = new Map<string, Selection>();
  let otherwise: Selection | undefined;
  for (const { type, objectType, fieldList } of conditions) {
    const object = type === "WHEN" ? scope.context.catalog.find(objectType ?? "") : null;
    if (object === undefined)
      throw soqlFault("INVALID_TYPE", `sObject type '${objectType}' is not supported.`, place);
    const branch: Selection = { object, entries: new Map(), parents: new Map() };
    for (const column of fieldList) selectField(scope, branch, column, column, place);
    if (object === null) otherwise = branch;
    else branches.set(object.name, branch);
  }
  const read = followed(step, (target) => {
    const branch = branches.get(target.object.name) ?? otherwise;
    // Even ELSE answers with the real type.
    return branch === undefined ? null : project(scope, { ...branch, object: target.object }, target);
  });
  addEntry(root, step.relationshipName, read, name);
}
