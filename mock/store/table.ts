/** A field's value as it is kept: ids in 18 characters, dates and times in their canonical text form. */
export type Value = string | number | boolean | null;

/** One version of a record. It is never changed: an update puts a new version in its place. */
export interface StoredRecord {
  readonly id: string;
  /** Grows with each record created in the org: the order of unordered results. */
  readonly sequence: number;
  /** By field name; null where it is empty. */
  readonly values: Readonly<Record<string, Value>>;
}

/** What an index needs to know of its field. */
export interface IndexedField {
  readonly name: string;
  /** Whether `"a"` and `"A"` are different values. */
  readonly matchesCase: boolean;
}

type Key = string | number | boolean;

export function indexKey(field: IndexedField, value: Value | undefined): Key | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" && !field.matchesCase ? value.toLowerCase() : value;
}

/** The ids of one field's values. */
class FieldIndex {
  readonly field: IndexedField;
  readonly #ids = new Map<Key, Set<string>>();

  constructor(field: IndexedField) {
    this.field = field;
  }

  add(record: StoredRecord): void {
    const key = this.#keyOf(record);
    if (key === null) return;
    const ids = this.#ids.get(key);
    if (ids === undefined) this.#ids.set(key, new Set([record.id]));
    else ids.add(record.id);
  }

  remove(record: StoredRecord): void {
    const key = this.#keyOf(record);
    if (key === null) return;
    const ids = this.#ids.get(key);
    ids?.delete(record.id);
    if (ids?.size === 0) this.#ids.delete(key);
  }

  move(before: StoredRecord, after: StoredRecord): void {
    if (this.#keyOf(before) === this.#keyOf(after)) return;
    this.remove(before);
    this.add(after);
  }

  ids(value: Value): Iterable<string> {
    const key = indexKey(this.field, value);
    return (key === null ? undefined : this.#ids.get(key)) ?? [];
  }

  #keyOf(record: StoredRecord): Key | null {
    return indexKey(this.field, record.values[this.field.name]);
  }
}

/** The records of one sObject, the recycle bin included. */
export class Table {
  readonly #records = new Map<string, StoredRecord>();
  readonly #indexes = new Map<string, FieldIndex>();

  get(id: string): StoredRecord | undefined {
    return this.#records.get(id);
  }

  /** Every record in the order of creation, deleted ones included. */
  all(): Iterable<StoredRecord> {
    return this.#records.values();
  }

  get size(): number {
    return this.#records.size;
  }

  /** Puts a record in and returns the version it replaces. */
  put(record: StoredRecord): StoredRecord | undefined {
    const before = this.#records.get(record.id);
    this.#records.set(record.id, record);
    for (const index of this.#indexes.values()) {
      if (before === undefined) index.add(record);
      else index.move(before, record);
    }
    return before;
  }

  /** Takes a record out as if it had never been there. */
  erase(id: string): void {
    const record = this.#records.get(id);
    if (record === undefined) return;
    this.#records.delete(id);
    for (const index of this.#indexes.values()) index.remove(record);
  }

  /** Puts a record in again that was taken out, at its place in the order of creation. */
  putBack(record: StoredRecord): void {
    this.put(record);
    const ordered = [...this.#records.values()].sort((a, b) => a.sequence - b.sequence);
    this.#records.clear();
    for (const each of ordered) this.#records.set(each.id, each);
  }

  /** The records whose field has this value. The index is made when it is first asked for. */
  lookup(field: IndexedField, value: Value): StoredRecord[] {
    const found: StoredRecord[] = [];
    for (const id of this.#index(field).ids(value)) {
      const record = this.#records.get(id);
      if (record !== undefined) found.push(record);
    }
    return found;
  }

  #index(field: IndexedField): FieldIndex {
    const known = this.#indexes.get(field.name);
    if (known !== undefined) return known;
    const index = new FieldIndex(field);
    for (const record of this.#records.values()) index.add(record);
    this.#indexes.set(field.name, index);
    return index;
  }
}

export function isDeleted(record: StoredRecord): boolean {
  return record.values.IsDeleted === true;
}
