import { type Operation, operation } from "../../http/operation.js";
import type {
  QuickActionDescribe,
  WireQuickAction,
  WireQuickActionResult,
  WireRecord,
} from "../../http/schemas.js";
import type { RecordInput } from "../sobject/record-body.js";
import type { ListedQuickAction } from "./quick-actions.js";

/** `GET /quickActions`, `GET /sobjects/{sObject}/quickActions`. */
export function listQuickActions(sobject: string | undefined): Operation<ListedQuickAction[]> {
  if (sobject === undefined) return operation("get", "/quickActions", {}, toListed);
  return operation("get", "/sobjects/{sobject}/quickActions", { path: { sobject } }, toListed);
}

function toListed(actions: WireQuickAction[]): ListedQuickAction[] {
  return actions.map(({ name, label, type }) => ({ name, label, type }));
}

/** `GET /quickActions/{name}/describe`, `GET /sobjects/{sObject}/quickActions/{name}/describe`. */
export function describeQuickAction(
  sobject: string | undefined,
  name: string,
): Operation<QuickActionDescribe> {
  if (sobject === undefined) return operation("get", "/quickActions/{name}/describe", { path: { name } });
  return operation("get", "/sobjects/{sobject}/quickActions/{name}/describe", { path: { sobject, name } });
}

/** `GET …/quickActions/{name}/defaultValues`, and `/{contextId}` where the action is run at a record. */
export function quickActionDefaults(
  sobject: string | undefined,
  name: string,
  id: string | undefined,
): Operation<WireRecord> {
  if (sobject === undefined) {
    if (id === undefined) return operation("get", "/quickActions/{name}/defaultValues", { path: { name } });
    return operation("get", "/quickActions/{name}/defaultValues/{id}", { path: { name, id } });
  }
  const path = { sobject, name };
  if (id === undefined) {
    return operation("get", "/sobjects/{sobject}/quickActions/{name}/defaultValues", { path });
  }
  return operation("get", "/sobjects/{sobject}/quickActions/{name}/defaultValues/{id}", {
    path: { ...path, id },
  });
}

/** `POST …/quickActions/{name}`. Doing it twice would create two records. */
export function runQuickAction(
  sobject: string | undefined,
  name: string,
  body: { record: RecordInput; contextId?: string },
): Operation<WireQuickActionResult> {
  if (sobject === undefined) return operation("post", "/quickActions/{name}", { path: { name }, body });
  return operation("post", "/sobjects/{sobject}/quickActions/{name}", { path: { sobject, name }, body });
}
