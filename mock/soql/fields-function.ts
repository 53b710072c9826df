import type { FieldInfo } from "../catalog/field-info.js";
import type { QueryScope } from "./query-scope.js";
import { malformed } from "./soql-fault.js";

const GROUPS: Readonly<Record<string, (field: FieldInfo) => boolean>> = {
  ALL: () => true,
  STANDARD: (field) => !field.custom,
  CUSTOM: (field) => field.custom,
};

/** The fields that `FIELDS(ALL)`, `FIELDS(STANDARD)` or `FIELDS(CUSTOM)` stands for. */
export function expandFields(scope: QueryScope, group: string): FieldInfo[] {
  const key = group.toUpperCase();
  const belongs = Object.hasOwn(GROUPS, key) ? GROUPS[key] : undefined;
  if (belongs === undefined) throw malformed(`Invalid argument '${group}' of FIELDS()`);
  const fields = scope.object.fields.filter(belongs);
  if (fields.length > 0) return fields;
  throw malformed("'FIELDS(...)' expansion function must result in at least one field being selected.");
}

const MAX_ROWS = 200;

/** `FIELDS(ALL)` and `FIELDS(CUSTOM)` are only for few rows. */
export function checkFieldsLimit(group: string, limit: number | undefined): void {
  if (group.toUpperCase() === "STANDARD" || (limit !== undefined && limit <= MAX_ROWS)) return;
  throw malformed(`The SOQL FIELDS function must have a LIMIT of at most ${MAX_ROWS}`);
}
