import type { Calendar } from "../soql/calendar.js";
import type { StoredRecord, Value } from "../store/table.js";
import { badRequest } from "./analytics-fault.js";
import { dateGroups } from "./date-granularity.js";
import type { Aggregate } from "./report-aggregates.js";
import type { Cell, Column, FindColumn } from "./report-column.js";
import type { Grouping } from "./report-metadata.js";

/** A value that rows are grouped by, as answers have it. */
export interface GroupAnswer extends Cell {
  readonly key: string;
  readonly groupings: readonly GroupAnswer[];
}

/** One axis of a report: its groups, and in which of them each record is. */
export interface Axis {
  readonly groupings: readonly GroupAnswer[];
  /** The keys of all groups and of all of them together, as `T`, `0`, `0_0`. */
  readonly keys: readonly string[];
  /** The keys of the groups that a record is in, the outermost first. */
  keysOf(record: StoredRecord): readonly string[];
}

/** How one level is grouped. */
export interface Level {
  readonly column: Column;
  readonly descending: boolean;
  readonly sortAggregate: Aggregate | undefined;
  /** What is equal in one group. */
  key(record: StoredRecord): Value;
  /** What groups are sorted by. */
  rank(record: StoredRecord): Value;
  cell(record: StoredRecord): Cell;
}

export function levelOf(
  { name, sortOrder, dateGranularity, sortAggregate }: Grouping,
  find: { readonly column: FindColumn; readonly aggregate: (name: string) => Aggregate },
  calendar: Calendar,
): Level {
  const column = find.column(name);
  const { kind } = column.field;
  if (!/^(asc|desc)$/i.test(sortOrder)) throw badRequest(`The sort order ${sortOrder} is invalid.`);
  const shared = {
    column,
    descending: /^desc$/i.test(sortOrder),
    sortAggregate: sortAggregate === null ? undefined : find.aggregate(sortAggregate),
  };
  if (kind !== "date" && kind !== "datetime") {
    if (dateGranularity !== "None") throw badRequest(`The column ${name} has no date granularity.`);
    return { ...shared, key: column.keyOf, rank: (record) => rankOf(column, record), cell: column.cell };
  }
  const group = dateGroups(dateGranularity, calendar);
  const key = (record: StoredRecord) => {
    const value = column.read(record);
    return value === null ? null : group(value).value;
  };
  return {
    ...shared,
    key,
    rank: key,
    cell(record) {
      const value = column.read(record);
      return value === null ? { label: "-", value: null } : group(value);
    },
  };
}

/** Picklists sort in the order of their values, other texts without regard to case. */
function rankOf({ field, read }: Column, record: StoredRecord): Value {
  const value = read(record);
  if (typeof value !== "string") return value;
  const place = field.picklistOrder.get(value);
  return place === undefined ? value.toLowerCase() : String(place).padStart(6, "0");
}

export function makeAxis(records: readonly StoredRecord[], levels: readonly Level[]): Axis {
  const keys = ["T"];
  const keysOf = new Map<StoredRecord, string[]>();

  function group(members: readonly StoredRecord[], depth: number, prefix: string): GroupAnswer[] {
    const level = levels[depth];
    if (level === undefined) return [];
    return sortedGroups(members, level).map((inGroup, place) => {
      const key = `${prefix}${place}`;
      keys.push(key);
      for (const record of inGroup) keysOf.set(record, [...(keysOf.get(record) ?? []), key]);
      const first = inGroup[0] as StoredRecord;
      return { groupings: group(inGroup, depth + 1, `${key}_`), key, ...level.cell(first) };
    });
  }

  const groupings = group(records, 0, "");
  return { groupings, keys, keysOf: (record) => keysOf.get(record) ?? [] };
}

function sortedGroups(records: readonly StoredRecord[], level: Level): StoredRecord[][] {
  const groups = new Map<Value, StoredRecord[]>();
  for (const record of records) {
    const key = level.key(record);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [record]);
    else known.push(record);
  }
  const ranked = [...groups.values()].map((members) => ({
    members,
    rank: level.sortAggregate?.measure(members) ?? level.rank(members[0] as StoredRecord),
  }));
  ranked.sort((a, b) => compareRanks(a.rank, b.rank) * (level.descending ? -1 : 1));
  return ranked.map(({ members }) => members);
}

/** What is empty comes first. */
export function compareRanks(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
