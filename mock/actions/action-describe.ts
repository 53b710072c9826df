import type { ActionParameterDefinition } from "../routes/action-handler.js";
import type { Action } from "./action.js";

/** What Salesforce calls the actions it brings along, where that is not made of their names. */
const STANDARD: Readonly<Record<string, { label: string; type: string }>> = {
  chatterPost: { label: "Post to Chatter", type: "CHATTERPOST" },
  contentWorkspaceEnableFolders: {
    label: "Enable Folder Support for a Content Workspace (Library)",
    type: "CONTENTWORKSPACE_ENABLE_FOLDERS",
  },
  emailSimple: { label: "Send Email", type: "EMAILSIMPLE" },
  submit: { label: "Submit for Approval", type: "SUBMITAPPROVAL" },
};

/** What a list says of an action. */
export function actionSummary(action: Action, dataPath: string) {
  return { ...named(action), url: `${dataPath}/actions/${action.path}` };
}

/** What an action takes and gives. */
export function actionDescribe(action: Action) {
  return {
    description: action.description ?? null,
    inputs: (action.inputs ?? []).map((input) => ({
      byteLength: 0,
      ...parameterOf(input),
      required: input.required ?? false,
    })),
    ...named(action),
    outputs: action.outputs.map(parameterOf),
    standard: action.kind === "standard",
    targetEntityName: null,
  };
}

function named({ kind, name, label }: Action) {
  const known = kind === "standard" && Object.hasOwn(STANDARD, name) ? STANDARD[name] : undefined;
  const described = kind === "standard" ? name : kind;
  return {
    label: label ?? known?.label ?? name,
    name,
    type: known?.type ?? described.replaceAll(/([a-z])([A-Z])/g, "$1_$2").toUpperCase(),
  };
}

function parameterOf(parameter: ActionParameterDefinition) {
  return {
    description: parameter.description ?? null,
    label: parameter.label ?? parameter.name,
    maxOccurs: parameter.maxOccurs ?? 1,
    name: parameter.name,
    picklistValues: parameter.picklistValues ?? null,
    sobjectType: parameter.sobjectType ?? null,
    ...(parameter.apexClass != null && { apexClass: parameter.apexClass }),
    type: parameter.type ?? null,
  };
}
