import type { ObjectInfo } from "../catalog/object-info.js";
import { isRequiredOnCreate } from "../dml/check-record.js";
import { itemMaker } from "../layouts/layout-items.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import type { Value } from "../store/table.js";
import type { QuickAction } from "./quick-action.js";

/** A quick action in short. */
export function quickActionSummary(action: QuickAction, dataPath: string): Record<string, unknown> {
  const base = action.object === undefined ? dataPath : `${dataPath}/sobjects/${action.object}`;
  const url = `${base}/quickActions/${action.name}`;
  return {
    // As recorded, in 15 characters.
    actionEnumOrId: action.id.slice(0, 15),
    label: action.label,
    name: action.name,
    type: action.type,
    urls: {
      defaultValues: `${url}/defaultValues`,
      quickAction: url,
      describe: `${url}/describe`,
      defaultValuesTemplate: `${url}/defaultValues/{ID}`,
    },
  };
}

/** What it writes, its predefined values and its form. */
export function quickActionDescribe(
  context: OrgContext,
  action: QuickAction,
  dataPath: string,
): Record<string, unknown> {
  const target = requireObject(context, action.targetObject);
  return {
    ...quickActionSummary(action, dataPath),
    contextSobjectType: action.object ?? null,
    defaultValues: Object.entries(action.fieldOverrides).map(([field, value]) => ({
      defaultValue: value === null ? null : String(value),
      field,
    })),
    layout: formOf(target, action),
    targetParentField: action.targetParentField,
    targetRecordTypeId: null,
    targetSobjectType: target.name,
  };
}

/** The fields of its form: those it names, or those that must be given. */
function formFields(target: ObjectInfo, { fields }: QuickAction) {
  if (fields.length > 0) return fields.flatMap((name) => target.field(name) ?? []);
  return target.fields.filter(isRequiredOnCreate);
}

function formOf(target: ObjectInfo, action: QuickAction): Record<string, unknown> {
  const item = itemMaker(target);
  const rows = formFields(target, action).map((field) => ({ layoutItems: [item([field])], numItems: 1 }));
  return {
    collapsed: false,
    columns: 1,
    heading: null,
    layoutRows: rows,
    layoutSectionId: null,
    parentLayoutId: null,
    rows: rows.length,
    tabOrder: "LeftToRight",
    useCollapsibleSection: false,
    useHeading: false,
  };
}

/**
 * What the record begins with: the fields of the form as a new record has them, or as the record it is run at has
 * them where that is changed; and the predefined values.
 */
export function quickActionDefaults(
  context: OrgContext,
  action: QuickAction,
  contextId: string | undefined,
): Record<string, unknown> {
  const target = requireObject(context, action.targetObject);
  const current =
    contextId === undefined ? undefined : context.store.table(target.name).get(contextId)?.values;
  const start: Readonly<Record<string, Value>> =
    action.type === "Update" && current !== undefined
      ? current
      : { ...target.template, ...ownerOf(context, target) };
  const shown = formFields(target, action).map(({ name }) => [name, start[name] ?? null] as const);
  return {
    attributes: { type: target.name },
    ...Object.fromEntries(shown),
    ...predefinedValues(action, contextId),
  };
}

function ownerOf({ userId }: OrgContext, target: ObjectInfo): Record<string, Value> {
  return target.field("OwnerId") === undefined ? {} : { OwnerId: userId };
}

/** The values that the action itself gives, the record it is run at among them. */
export function predefinedValues(
  { targetParentField, fieldOverrides }: QuickAction,
  contextId: string | undefined,
): Record<string, Value> {
  const parent =
    targetParentField === null || contextId === undefined ? {} : { [targetParentField]: contextId };
  return { ...fieldOverrides, ...parent };
}
