import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { StoredRecord, Value } from "../store/table.js";
import { nameEntityField, readNameEntity } from "./name-entity.js";
import type { QueryScope } from "./query-scope.js";
import { malformed, noSuchColumnInQuery, noSuchRelationship, type Place } from "./soql-fault.js";

const MAX_LEVELS = 5;
const MAX_PARENTS = 55;

/** A record and its object, found by following a relationship. */
export interface Target {
  readonly object: ObjectInfo;
  readonly record: StoredRecord;
}

/** A parent relationship: which object it leads to, or several, and how to follow it. */
export interface ParentStep {
  readonly reference: FieldInfo;
  readonly relationshipName: string;
  /** The only target; null where there may be several, which have the fields of Name. */
  readonly object: ObjectInfo | null;
  follow(record: StoredRecord): Target | undefined;
}

/** A field a query names, perhaps of a parent. */
export interface FieldPath {
  readonly field: FieldInfo;
  readonly steps: readonly ParentStep[];
  /** The path with the names as the schema spells them. */
  readonly text: string;
  read(record: StoredRecord): Value;
}

/** Finds a parent relationship of an object. */
export function parentStep(scope: QueryScope, object: ObjectInfo, name: string, place: Place): ParentStep {
  const reference = object.parent(name);
  if (reference?.relationshipName == null) throw noSuchRelationship(name, place);
  const { catalog, store } = scope.context;
  const [only, ...others] = reference.referenceTo;
  const several = others.length > 0;
  const target = several || only === undefined ? undefined : catalog.find(only);
  if (!several && target === undefined) throw noSuchRelationship(name, place);
  return {
    reference,
    relationshipName: reference.relationshipName,
    object: target ?? null,
    follow(record) {
      const id = record.values[reference.name];
      if (typeof id !== "string") return undefined;
      const found = target ?? catalog.ofId(id);
      const parent = found === undefined ? undefined : store.table(found.name).get(id);
      return found === undefined || parent === undefined ? undefined : { object: found, record: parent };
    },
  };
}

/**
 * Splits a path and drops the object's own name or alias before it. Throws where it leads too far, or to more
 * parents than one query may name.
 */
export function splitPath(scope: QueryScope, text: string, place: Place): string[] {
  const written = text.split(".");
  const first = written[0]?.toLowerCase() ?? "";
  const own = [scope.alias?.toLowerCase(), scope.object.name.toLowerCase()];
  const isOwn = written.length > 1 && own.includes(first) && scope.object.parent(first) === undefined;
  const segments = isOwn ? written.slice(1) : written;
  checkLevels(segments.length - 1, place);
  countParents(scope, segments, place);
  return segments;
}

function checkLevels(levels: number, place: Place): void {
  if (levels <= MAX_LEVELS) return;
  const message = `SOQL statements cannot query foreign key relationships more than ${MAX_LEVELS} levels away from the root entity object.`;
  throw malformed(message, place);
}

/** Every relationship on the way counts, each once in a query. */
function countParents({ parents }: QueryScope, segments: readonly string[], place: Place): void {
  for (let length = 1; length < segments.length; length++) {
    parents.add(segments.slice(0, length).join(".").toLowerCase());
  }
  if (parents.size <= MAX_PARENTS) return;
  throw malformed(
    `SOQL statements cannot query more than ${MAX_PARENTS} child-to-parent relationships.`,
    place,
  );
}

/** Resolves a path such as `Account.Owner.Name` from the query's object. */
export function resolvePath(scope: QueryScope, text: string, place: Place): FieldPath {
  const segments = splitPath(scope, text, place);
  const column = segments.at(-1) ?? text;
  const steps: ParentStep[] = [];
  let object: ObjectInfo | null = scope.object;
  for (const name of segments.slice(0, -1)) {
    if (object === null) throw noSuchRelationship(name, place);
    const step: ParentStep = parentStep(scope, object, name, place);
    steps.push(step);
    object = step.object;
  }
  const field = object === null ? nameEntityField(column) : object.field(column);
  if (field === undefined) throw noSuchColumnInQuery(column, object?.name ?? "Name", place);
  return { field, steps, text: canonical(steps, field), read: reader(steps, field, object === null) };
}

function canonical(steps: readonly ParentStep[], field: FieldInfo): string {
  return [...steps.map((step) => step.relationshipName), field.name].join(".");
}

function reader(steps: readonly ParentStep[], field: FieldInfo, nameEntity: boolean): FieldPath["read"] {
  const { name } = field;
  if (steps.length === 0) return (record) => record.values[name] ?? null;
  return (record) => {
    let target: Target | undefined;
    for (const step of steps) {
      target = step.follow(target?.record ?? record);
      if (target === undefined) return null;
    }
    if (target === undefined) return null;
    return nameEntity
      ? readNameEntity(target.object, target.record, field)
      : (target.record.values[name] ?? null);
  };
}
