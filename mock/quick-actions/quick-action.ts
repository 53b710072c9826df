import type { DataContext } from "../data-context.js";
import type { Value } from "../store/table.js";

/** A quick action. Names are those of the Metadata API. */
export interface QuickActionDefinition {
  /** What users see. Default: its name, with spaces for underscores. */
  readonly label?: string;
  /** Whether it creates a record, changes the one it is run at, or creates a task that is done. Default: `"Create"`. */
  readonly type?: "Create" | "Update" | "LogACall";
  /** API name of the object it writes. Default: of `Update` its own object, of `LogACall` Task. */
  readonly targetObject?: string;
  /** The lookup of a new record that gets the record the action is run at, as `AccountId`. */
  readonly targetParentField?: string;
  /** Values the record begins with, such as `{ Status: "New" }`. */
  readonly fieldOverrides?: Readonly<Record<string, Value>>;
  /** The fields of its form. Default: those that must be given. */
  readonly fields?: readonly string[];
  readonly successMessage?: string;
}

/** Quick actions: global ones by their names, those of an object with its name before: `Account.New_Contact`. */
export type QuickActionDefinitions = Readonly<Record<string, QuickActionDefinition>>;

/** A quick action with all that is said of it. */
export interface QuickAction {
  readonly id: string;
  /** As `New_Contact`. */
  readonly name: string;
  /** As `Account.New_Contact`. */
  readonly fullName: string;
  /** The object it is of; undefined where it is of none. */
  readonly object: string | undefined;
  readonly label: string;
  readonly type: "Create" | "Update" | "LogACall";
  readonly targetObject: string;
  readonly targetParentField: string | null;
  readonly fieldOverrides: Readonly<Record<string, Value>>;
  readonly fields: readonly string[];
  readonly successMessage: string | null;
}

const KEY_PREFIX = "09D";

/** @throws TypeError where an action names what is not there */
export function defineQuickActions(context: DataContext, definitions: QuickActionDefinitions): QuickAction[] {
  return Object.entries(definitions).map(([fullName, definition]) => {
    const [name = "", object] = fullName.split(".").reverse();
    const { type = "Create", fieldOverrides = {}, targetParentField = null } = definition;
    const usual = type === "LogACall" ? "Task" : type === "Update" ? object : undefined;
    const { targetObject = usual ?? "", fields, label, successMessage = null } = definition;
    const place = `quickActions["${fullName}"]`;
    const target = context.catalog.find(targetObject);
    if (target === undefined)
      throw new TypeError(`${place}.targetObject: the org has no object "${targetObject}".`);
    if (object !== undefined && context.catalog.find(object) === undefined) {
      throw new TypeError(`${place}: the org has no object "${object}".`);
    }
    const named = [...Object.keys(fieldOverrides), ...(fields ?? []), ...[targetParentField ?? []].flat()];
    const unknown = named.find((field) => target.field(field) === undefined);
    if (unknown !== undefined) throw new TypeError(`${place}: ${target.name} has no field \`${unknown}\`.`);
    return {
      id: context.ids.next(KEY_PREFIX),
      name,
      fullName,
      object,
      label: label ?? name.replaceAll("_", " "),
      type,
      targetObject: target.name,
      targetParentField,
      fieldOverrides,
      fields: fields ?? [],
      successMessage,
    };
  });
}

/** The quick actions of an object, those of none after them; without an object the latter. */
export function quickActionsFor(
  { quickActions }: { readonly quickActions: readonly QuickAction[] },
  object: string | undefined,
): QuickAction[] {
  const own = quickActions.filter((action) => object !== undefined && action.object === object);
  return [...own, ...quickActions.filter((action) => action.object === undefined)];
}
