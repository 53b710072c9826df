import { type StoredRecord, Table, type Value } from "./table.js";

/** One change of a record. */
export interface StoreChange {
  readonly object: string;
  readonly before: StoredRecord | undefined;
  /** Undefined where it was taken out for good. */
  readonly after: StoredRecord | undefined;
}

/** A point in the life of a store. */
export interface StoreMark {
  readonly changes: number;
  readonly sequence: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** All records of the org. Every change goes through `insert`, `replace` and `erase`, so that it can be undone. */
export class Store {
  readonly #tables = new Map<string, Table>();
  readonly #counts = new Map<string, number>();
  #sequence = 0;
  #changes = 0;
  #journal: (() => void)[] | null = null;
  #observer: ((change: StoreChange) => () => void) | undefined;
  /** How to undo what was done since the first mark; nothing is kept before there is one. */
  #history: (() => void)[] | null = null;
  /** Those that can be gone back to, the oldest first. */
  readonly #marks: StoreMark[] = [];

  /**
   * Has every change told of from now on.
   *
   * @param observer gives a function that is called where the change is undone
   */
  observe(observer: (change: StoreChange) => () => void): void {
    this.#observer = observer;
  }

  /** Has something undone with the transaction that is under way. */
  undoWith(undo: () => void): void {
    this.#done(undo);
  }

  table(objectName: string): Table {
    const known = this.#tables.get(objectName);
    if (known !== undefined) return known;
    const table = new Table();
    this.#tables.set(objectName, table);
    return table;
  }

  insert(objectName: string, id: string, values: Record<string, Value>): void {
    this.#sequence += 1;
    this.#put(objectName, { id, sequence: this.#sequence, values });
  }

  /** The next number of an auto-number field. Like an org's, it is not given back by a rollback. */
  count(fieldName: string): number {
    const count = (this.#counts.get(fieldName) ?? 0) + 1;
    this.#counts.set(fieldName, count);
    return count;
  }

  /** Puts changed values over a record's own; null empties a field. */
  replace(objectName: string, record: StoredRecord, changes: Readonly<Record<string, Value>>): void {
    this.#put(objectName, { ...record, values: { ...record.values, ...changes } });
  }

  /** A point to go back to. What is undone by `restore` costs what was changed since, not what there is. */
  mark(): StoreMark {
    this.#history ??= [];
    const mark = { changes: this.#history.length, sequence: this.#sequence, counts: new Map(this.#counts) };
    this.#marks.push(mark);
    return mark;
  }

  /** Undoes every change since a mark. Throws where an earlier mark was gone back to before. */
  restore(mark: StoreMark): void {
    const place = this.#marks.indexOf(mark);
    if (place < 0) throw new Error("The mark is from a time that was undone.");
    this.#marks.length = place + 1;
    const history = this.#history ?? [];
    while (history.length > mark.changes) history.pop()?.();
    this.#changes += 1;
    this.#sequence = mark.sequence;
    this.#counts.clear();
    for (const [name, count] of mark.counts) this.#counts.set(name, count);
  }

  /** How often anything was changed. */
  get changes(): number {
    return this.#changes;
  }

  /** How far each auto-number field has been counted. */
  counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  /** Takes records as they were, in place of those there are. */
  load(
    records: Readonly<Record<string, readonly StoredRecord[]>>,
    counts: Readonly<Record<string, number>>,
  ): void {
    this.#tables.clear();
    this.#marks.length = 0;
    this.#history = null;
    for (const [objectName, all] of Object.entries(records)) {
      for (const record of all) {
        this.table(objectName).put(record);
        this.#sequence = Math.max(this.#sequence, record.sequence);
      }
    }
    for (const [name, count] of Object.entries(counts)) this.#counts.set(name, count);
  }

  /** Takes a record out for good. */
  erase(objectName: string, id: string): void {
    const table = this.table(objectName);
    const record = table.get(id);
    table.erase(id);
    if (record === undefined) return;
    const untell = this.#observer?.({ object: objectName, before: record, after: undefined });
    this.#done(() => {
      untell?.();
      table.putBack(record);
    });
  }

  /**
   * Runs `work`. Where it throws, or `keep` refuses its result, every change it made is undone.
   * Transactions may be nested.
   */
  transaction<T>(work: () => T, keep: (result: T) => boolean = () => true): T {
    const outer = this.#journal;
    const journal: (() => void)[] = [];
    this.#journal = journal;
    let kept = false;
    try {
      const result = work();
      kept = keep(result);
      return result;
    } finally {
      this.#journal = outer;
      if (kept) for (const undo of journal) this.#done(undo);
      else for (const undo of journal.reverse()) undo();
    }
  }

  #put(objectName: string, record: StoredRecord): void {
    const table = this.table(objectName);
    const before = table.put(record);
    const untell = this.#observer?.({ object: objectName, before, after: record });
    this.#done(() => {
      untell?.();
      if (before === undefined) table.erase(record.id);
      else table.put(before);
    });
  }

  #done(undo: () => void): void {
    this.#changes += 1;
    (this.#journal ?? this.#history)?.push(undo);
  }
}
