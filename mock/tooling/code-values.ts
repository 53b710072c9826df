import type { DataContext } from "../data-context.js";
import type { JsonObject } from "../http/json-body.js";
import type { Value } from "../store/table.js";

/** A class that is sent without its name has the one in its code, as Salesforce finds it there. */
export function withCodeName(objectName: string, body: JsonObject): JsonObject {
  if (objectName !== "ApexClass" || typeof body.Body !== "string") return body;
  const name = /\b(?:class|interface|enum)\s+(\w+)/i.exec(withoutComments(body.Body))?.[1];
  return name === undefined ? body : { ...body, Name: name };
}

/** Writes what Salesforce finds out about the code of a class or trigger. */
export function describeCode(context: DataContext, objectName: string, id: string, version: string): void {
  if (objectName !== "ApexClass" && objectName !== "ApexTrigger") return;
  const record = context.store.table(objectName).get(id);
  if (record === undefined) return;
  const code = withoutComments(String(record.values.Body ?? ""));
  const values: Record<string, Value> = { LengthWithoutComments: code.length };
  if (record.values.ApiVersion === null) values.ApiVersion = Number(version);
  if (objectName === "ApexTrigger") Object.assign(values, usages(code));
  context.store.replace(objectName, record, values);
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
}

function usages(code: string): Record<string, boolean> {
  const events = /\btrigger\s+\w+\s+on\s+\w+\s*\(([^)]*)\)/i.exec(code)?.[1]?.toLowerCase() ?? "";
  const used = ["Insert", "Update", "Delete", "Undelete"].flatMap((event) =>
    ["Before", "After"].map((when): [string, boolean] => [
      `Usage${when}${event}`,
      new RegExp(`\\b${when}\\s+${event}\\b`, "i").test(events),
    ]),
  );
  const known = used.filter(([name]) => name !== "UsageBeforeUndelete");
  return { ...Object.fromEntries(known), UsageIsBulk: true };
}
