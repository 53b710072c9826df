import { recordOf } from "../approvals/approval-records.js";
import { updateTarget } from "../approvals/process-steps.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { recordFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { toId18 } from "../store/record-id.js";

/**
 * Evaluates every rule of records, which are of one object, in the order of the rules: each sees what those before it
 * did. Throws the refusal Salesforce would answer.
 */
export function triggerRules(context: OrgContext, contextIds: readonly unknown[]): void {
  const records = contextIds.map((id) => requireTarget(context, id));
  const [first] = records;
  if (records.some(({ object }) => object !== first?.object))
    throw recordFault("INVALID_CROSS_REFERENCE_KEY", "All records must be of the same object.");
  for (const { object, id } of records) {
    for (const rule of context.workflowRules.filter((each) => each.object === object.name)) {
      const values = recordOf(context, object.name, id)?.values;
      if (values !== undefined && rule.criteria(values)) updateTarget(context, id, rule.fieldUpdates);
    }
  }
}

function requireTarget(context: OrgContext, given: unknown): { object: ObjectInfo; id: string } {
  const id = toId18(String(given));
  if (id === null) throw recordFault("MALFORMED_ID", `malformed id ${String(given)}`);
  const object = context.catalog.ofId(id);
  if (object !== undefined && recordOf(context, object.name, id) !== undefined) return { object, id };
  throw recordFault("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
}
