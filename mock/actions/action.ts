import { SettingsError } from "../../src/errors.js";
import type {
  ActionDefinition,
  ActionHandlers,
  ActionParameterDefinition,
} from "../routes/action-handler.js";

/** An action of the org. */
export interface Action extends ActionDefinition {
  /** The end of its path, such as `custom/flow/Discount`. */
  readonly path: string;
  /** `standard`, or the type of one of the org's own, such as `flow`. */
  readonly kind: string;
  readonly name: string;
  /** How results name it: email alerts and quick actions with the object they are of. */
  readonly resultName: string;
  /** Undefined where nothing is said of them: they may be any, then. */
  readonly inputs?: readonly ActionParameterDefinition[];
  readonly outputs: readonly ActionParameterDefinition[];
}

/** @throws SettingsError for a key that is no end of the path of an action */
export function checkActionPaths(handlers: ActionHandlers): ActionHandlers {
  for (const path of Object.keys(handlers)) {
    if (/^(standard\/[^/]+|custom(\/[^/]+){2,3})$/.test(path)) continue;
    throw new SettingsError("settings.invalid", `actions: "${path}" is no path of an action.`, {
      hint: 'Write a key such as "standard/emailSimple" or "custom/flow/Discount".',
    });
  }
  return handlers;
}

/** The action at a path; undefined where there is none. */
export function actionAt(path: string, handlers: ActionHandlers): Action | undefined {
  const given = Object.hasOwn(handlers, path) ? handlers[path] : undefined;
  if (given === undefined) return undefined;
  const definition: ActionDefinition = typeof given === "function" ? { run: given } : given;
  const [first = "", ...rest] = path.split("/");
  const [kind = "", ...names] = first === "standard" ? [first, ...rest] : rest;
  const outputs = definition.outputs ?? [];
  return {
    ...definition,
    path,
    kind,
    name: names.at(-1) ?? "",
    resultName: names.join("."),
    outputs: kind === "flow" ? [...outputs, ...missingOf(outputs, INTERVIEW)] : outputs,
  };
}

const STATES = ["Created", "Started", "Finished", "Error", "Waiting"];

/** What every flow tells of its run. */
const INTERVIEW: readonly ActionParameterDefinition[] = [
  { name: "Flow__InterviewGuid", label: "Interview GUID", type: "STRING" },
  {
    name: "Flow__InterviewStatus",
    label: "Interview Status",
    type: "PICKLIST",
    picklistValues: STATES.map((value) => ({ value, label: value, active: true })),
  },
];

function missingOf(
  given: readonly ActionParameterDefinition[],
  wanted: readonly ActionParameterDefinition[],
): ActionParameterDefinition[] {
  return wanted.filter(({ name }) => !given.some((parameter) => parameter.name === name));
}
