import { datetimeText } from "../dml/date-text.js";
import type { OrgContext } from "../org-context.js";
import { insertToolingRecord } from "../tooling/insert-record.js";

/** What was logged of one piece of work. */
interface Logged {
  readonly operation: string;
  readonly text: string;
  /** `Success`, or what went wrong. */
  readonly status: string;
}

/** Keeps a debug log, where a trace flag says so of the user. */
export function keepLog(context: OrgContext, { operation, text, status }: Logged): void {
  if (!isTraced(context)) return;
  insertToolingRecord(context, "ApexLog", {
    LogUserId: context.userId,
    LogLength: new TextEncoder().encode(text).length,
    Request: "Api",
    Operation: operation,
    Application: "Unknown",
    Status: status,
    DurationMilliseconds: 1,
    StartTime: datetimeText(context.now()),
    Location: "Monitoring",
    // The describe has no such field: its text is a resource of its own.
    Body: text,
  });
}

function isTraced({ store, userId, now }: OrgContext): boolean {
  const moment = datetimeText(now());
  return [...store.table("TraceFlag").all()].some(({ values }) => {
    const { TracedEntityId, StartDate, ExpirationDate, IsDeleted } = values;
    const hasBegun = typeof StartDate !== "string" || StartDate <= moment;
    const hasEnded = typeof ExpirationDate === "string" && ExpirationDate <= moment;
    return TracedEntityId === userId && IsDeleted !== true && hasBegun && !hasEnded;
  });
}
