import type { ObjectInfo } from "../catalog/object-info.js";
import { ApiFault, type FaultEntry } from "../http/fault.js";

const MESSAGE = "An error occurred while trying to update the record. Please try again.";

/** One refusal of a record, as the UI API tells it. */
interface UiError {
  readonly constituentField: null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: string | null;
  readonly fieldLabel: string | null;
  readonly message: string;
}

interface UiFaultEntry extends FaultEntry {
  readonly enhancedErrorType: "RecordError";
  readonly output: {
    readonly errors: readonly UiError[];
    readonly fieldErrors: Readonly<Record<string, readonly UiError[]>>;
  };
  readonly statusCode: number;
}

/** Does a write whose refusals are told by field, as the UI API does. */
export function withUiFaults<T>(object: ObjectInfo, write: () => T): T {
  try {
    return write();
  } catch (error) {
    // Other refusals are of the request: they name no fields.
    if (error instanceof ApiFault && error.entries.every(({ fields }) => fields !== undefined)) {
      throw recordError(object, error.entries);
    }
    throw error;
  }
}

/** The refusal of a record for these reasons. */
export function recordError(object: ObjectInfo, entries: readonly FaultEntry[]): ApiFault {
  const fieldErrors: Record<string, UiError[]> = {};
  const errors: UiError[] = [];
  for (const { errorCode, message, fields = [] } of entries) {
    if (fields.length === 0) errors.push(uiError(object, errorCode, message, null));
    for (const name of fields) {
      const field = object.field(name)?.name ?? name;
      fieldErrors[field] = [...(fieldErrors[field] ?? []), uiError(object, errorCode, message, field)];
    }
  }
  const entry: UiFaultEntry = {
    enhancedErrorType: "RecordError",
    errorCode: entries[0]?.errorCode ?? "",
    message: MESSAGE,
    output: { errors, fieldErrors },
    statusCode: 400,
  };
  return new ApiFault(400, [entry]);
}

function uiError(object: ObjectInfo, errorCode: string, message: string, field: string | null): UiError {
  return {
    constituentField: null,
    duplicateRecordError: null,
    errorCode,
    field,
    fieldLabel: field === null ? null : (object.field(field)?.label ?? null),
    message,
  };
}
