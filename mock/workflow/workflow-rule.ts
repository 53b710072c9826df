import type { FieldUpdates } from "../approvals/approval-process.js";
import type { DataContext } from "../data-context.js";
import type { Value } from "../store/table.js";

/** A workflow rule that is active. */
export interface WorkflowRuleDefinition {
  readonly description?: string;
  /** Whether it does something, by the values of a record's fields. Default: for every record. */
  readonly criteria?: (record: Readonly<Record<string, Value>>) => boolean;
  /** Values that fields of the record get, such as `{ Rating: "Hot" }`. */
  readonly fieldUpdates?: FieldUpdates;
}

/** Workflow rules by object and name, such as `Account.Hot`. */
export type WorkflowRuleDefinitions = Readonly<Record<string, WorkflowRuleDefinition>>;

interface WorkflowAction {
  readonly id: string;
  readonly name: string;
  readonly type: "FieldUpdate";
}

/** A rule as the org holds it. */
export interface WorkflowRule {
  readonly id: string;
  readonly name: string;
  readonly object: string;
  readonly description: string | null;
  readonly criteria: (record: Readonly<Record<string, Value>>) => boolean;
  readonly fieldUpdates: FieldUpdates;
  readonly actions: readonly WorkflowAction[];
}

const RULE_PREFIX = "01Q";
const FIELD_UPDATE_PREFIX = "04Y";

/** @throws TypeError where a rule names what is not there */
export function defineWorkflowRules(
  { catalog, ids }: DataContext,
  definitions: WorkflowRuleDefinitions,
): WorkflowRule[] {
  return Object.entries(definitions).map(([key, definition]) => {
    const place = `workflowRules["${key}"]`;
    const [objectName = "", ...words] = key.split(".");
    const object = catalog.find(objectName);
    if (object === undefined) throw new TypeError(`${place}: the org has no object "${objectName}".`);
    if (words.length === 0) throw new TypeError(`${place}: give object and name, as "Account.Hot".`);
    const { description = null, criteria = () => true, fieldUpdates = {} } = definition;
    const fields = Object.keys(fieldUpdates);
    const unknown = fields.find((name) => object.field(name)?.name !== name);
    if (unknown !== undefined)
      throw new TypeError(`${place}.fieldUpdates: ${object.name} has no field \`${unknown}\`.`);
    const actions = fields.map((field) => ({
      id: ids.next(FIELD_UPDATE_PREFIX),
      name: `Set ${field}`,
      type: "FieldUpdate" as const,
    }));
    return {
      id: ids.next(RULE_PREFIX),
      name: words.join("."),
      object: object.name,
      description,
      criteria,
      fieldUpdates,
      actions,
    };
  });
}
