import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { isRequiredOnCreate } from "../dml/check-record.js";
import { createRecord } from "../dml/create-record.js";
import type { Changes } from "../dml/record-input.js";
import { ApiFault } from "../http/fault.js";
import { isDeleted, type Value } from "../store/table.js";
import type { FillCounts, SeedIds } from "../typed-records.js";
import { fieldValue, type Making } from "./field-value.js";
import { fillOrder } from "./fill-order.js";
import { createRandom, type Random } from "./random.js";

const MOST_ATTEMPTS = 50;
const DEFAULT_SEED = 1;
/** How many of the fields that may be empty are filled. */
const FILLED = 0.7;
/** Written by the org itself, or better left to its defaults. */
const LEFT_OUT = /^(OwnerId|CurrencyIsoCode|IsPrivate|IsDeleted)$/;

export interface FillOptions {
  /** The same seed gives the same records in the same org. Default: 1. */
  seed?: number;
}

/** Makes likely records under the rules of the API, all or none, and returns their ids. */
export function fillRecords(
  context: DataContext,
  counts: FillCounts,
  { seed = DEFAULT_SEED }: FillOptions = {},
): SeedIds {
  const objects = Object.entries(counts).map(([name, count]) => checkedObject(context, name, count));
  const random = createRandom(seed);
  const pool = createPool(context);
  return context.store.transaction(() => {
    const made = new Map<string, string[]>();
    for (const object of fillOrder(objects)) {
      const count = Object.entries(counts).find(([name]) => context.catalog.find(name) === object)?.[1] ?? 0;
      made.set(object.name, fillObject(context, object, count, { random, pool }));
    }
    return Object.fromEntries(objects.map(({ name }) => [name, made.get(name) ?? []]));
  });
}

function checkedObject(context: DataContext, name: string, count: number): ObjectInfo {
  if (!Number.isInteger(count) || count < 0) {
    throw new TypeError(`fill: \`${name}\` is no number of records. Give a whole number, 0 or more.`);
  }
  const object = context.catalog.find(name);
  if (object === undefined) throw new TypeError(`fill: the org has no object \`${name}\`.`);
  if (object.createable && object.keyPrefix !== null) return object;
  throw new TypeError(`fill: records of \`${name}\` cannot be created.`);
}

interface Tools {
  readonly random: Random;
  readonly pool: Pool;
}

function fillObject(
  context: DataContext,
  object: ObjectInfo,
  count: number,
  { random, pool }: Tools,
): string[] {
  const fields = object.fields.filter(
    (field) => field.createable && field.autoNumber === null && field.kind !== "compound",
  );
  const first = context.store.table(object.name).size + 1;
  const ids: string[] = [];
  for (let place = 0; place < count; place++) {
    const making: Making = { object, random, now: context.now(), number: first + place };
    const id = createDistinct(context, object, () => {
      const changes: Changes = new Map();
      for (const field of fields) {
        const value = filledValue(field, making, pool);
        if (value !== null) changes.set(field, value);
      }
      return changes;
    });
    pool.add(object.name, id);
    ids.push(id);
  }
  return ids;
}

/** Links and likes there is one of at most for the same two records: others are drawn then. */
function createDistinct(context: DataContext, object: ObjectInfo, draw: () => Changes): string {
  for (let attempts = 1; ; attempts++) {
    try {
      return createRecord(context, object, draw());
    } catch (error) {
      const isTaken = error instanceof ApiFault && error.entries[0]?.errorCode === "DUPLICATE_VALUE";
      if (!isTaken || attempts === MOST_ATTEMPTS) throw error;
    }
  }
}

function filledValue(field: FieldInfo, making: Making, pool: Pool): Value {
  const { random, object } = making;
  // Its describe does not say that a version of a file needs it.
  const required = isRequiredOnCreate(field) || field.name === "PathOnClient";
  if (!required && (LEFT_OUT.test(field.name) || field.kind === "binary" || !random.chance(FILLED)))
    return null;
  if (field.name === "RecordTypeId") return recordType(object, random);
  return field.type === "reference" ? reference(field, required, making, pool) : fieldValue(field, making);
}

function recordType(object: ObjectInfo, random: Random): Value {
  const types = object.recordTypes.filter(({ master }) => !master);
  return types.length === 0 ? null : random.pick(types).id;
}

/** One of the records there are, those of this filling included. */
function reference(field: FieldInfo, required: boolean, { random, object }: Making, pool: Pool): Value {
  const targets = field.referenceTo.filter((name) => pool.ids(name).length > 0);
  if (targets.length > 0) return random.pick(pool.ids(random.pick(targets)));
  if (!required) return null;
  throw new TypeError(
    `fill: \`${object.name}.${field.name}\` needs a record of ${field.referenceTo.join(" or ") || "an object the org does not have"}. Fill that, too, or seed it before.`,
  );
}

/** The ids of the records there are, by object. */
interface Pool {
  ids(object: string): readonly string[];
  add(object: string, id: string): void;
}

function createPool(context: DataContext): Pool {
  const known = new Map<string, string[]>();
  const ids = (object: string): string[] => {
    const found = known.get(object) ?? idsIn(context, object);
    known.set(object, found);
    return found;
  };
  return {
    ids,
    add: (object, id) => {
      // Those that were not asked for yet will be read with all the others.
      known.get(object)?.push(id);
      // Versions of files bring documents, which cannot be created by themselves.
      if (object === "ContentVersion") known.delete("ContentDocument");
    },
  };
}

function idsIn({ store }: DataContext, object: string): string[] {
  const ids: string[] = [];
  for (const record of store.table(object).all()) if (!isDeleted(record)) ids.push(record.id);
  return ids;
}
