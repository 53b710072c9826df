import type { DataContext } from "../data-context.js";
import { modificationFields } from "../dml/defaults.js";
import { insertSystemRecord } from "../dml/system-record.js";
import { isDeleted, type StoredRecord, type Value } from "../store/table.js";

/** The objects that hold what there is of approvals, with the prefixes of their ids. */
const PREFIXES = {
  ProcessDefinition: "04a",
  ProcessNode: "04b",
  ProcessInstance: "04g",
  ProcessInstanceNode: "0OO",
  ProcessInstanceStep: "04h",
  ProcessInstanceWorkitem: "04i",
} as const;

export type ApprovalObject = keyof typeof PREFIXES;
type Values = Readonly<Record<string, Value>>;

/** Puts in a record of approvals. */
export function insertRecord(context: DataContext, name: ApprovalObject, values: Values): string {
  return insertSystemRecord(context, name, PREFIXES[name], values);
}

export function changeRecord(
  context: DataContext,
  name: ApprovalObject,
  record: StoredRecord,
  values: Values,
): void {
  context.store.replace(name, record, { ...modificationFields(context), ...values });
}

/** The records that have this value in a field, without deleted ones. */
export function recordsWith(
  { store }: DataContext,
  name: string,
  field: string,
  value: Value,
): StoredRecord[] {
  return store
    .table(name)
    .lookup({ name: field, matchesCase: true }, value)
    .filter((record) => !isDeleted(record));
}

/** A record by its id, unless it is deleted. */
export function recordOf(
  { store }: DataContext,
  name: string,
  id: Value | undefined,
): StoredRecord | undefined {
  const record = typeof id === "string" ? store.table(name).get(id) : undefined;
  return record === undefined || isDeleted(record) ? undefined : record;
}

/** How long something took, in the units Salesforce tells it in. */
export function elapsedSince({ values }: StoredRecord, now: Date): Record<string, Value> {
  const minutes = (now.getTime() - Date.parse(String(values.CreatedDate).replace("+0000", "Z"))) / 60_000;
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    ElapsedTimeInMinutes: rounded(minutes),
    ElapsedTimeInHours: rounded(minutes / 60),
    ElapsedTimeInDays: rounded(minutes / 1_440),
  };
}
