import type { ActionModel, ActionParameterModel } from "./model.js";
import { compareNames } from "./names.js";
import type { RawAction, RawActionParameter } from "./raw-action.js";

/** The describe of an action, under the name it is run by. */
export interface NamedAction {
  /** As `flow/Discount`. */
  readonly name: string;
  readonly describe: RawAction;
}

/** Makes actions values: sorted by name, and their inputs and outputs too, each name once. */
export function normaliseActions(actions: Iterable<NamedAction>): ActionModel[] {
  const byName = new Map<string, ActionModel>();
  for (const { name, describe } of actions) if (!byName.has(name)) byName.set(name, toModel(name, describe));
  return [...byName.values()].sort((a, b) => compareNames(a.name, b.name));
}

function toModel(name: string, { label, description, inputs, outputs }: RawAction): ActionModel {
  return {
    name,
    label: label ?? name,
    description: description ?? null,
    inputs: parametersOf(inputs),
    outputs: parametersOf(outputs),
  };
}

function parametersOf(raw: readonly RawActionParameter[]): ActionParameterModel[] {
  const byName = new Map<string, ActionParameterModel>();
  for (const parameter of raw) {
    if (!byName.has(parameter.name)) byName.set(parameter.name, toParameter(parameter));
  }
  return [...byName.values()].sort((a, b) => compareNames(a.name, b.name));
}

function toParameter(raw: RawActionParameter): ActionParameterModel {
  const values = (raw.picklistValues ?? []).filter(({ active }) => active !== false);
  return {
    name: raw.name,
    type: raw.type ?? null,
    label: raw.label ?? raw.name,
    description: raw.description ?? null,
    required: raw.required ?? false,
    isList: (raw.maxOccurs ?? 1) > 1,
    object: raw.sobjectType ?? null,
    picklist: [...new Set(values.flatMap(({ value }) => value ?? []))],
  };
}
