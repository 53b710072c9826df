import { isOrgtypeError } from "../../src/errors.js";
import type { JsonObject } from "../http/json-body.js";
import type { Store } from "../store/store.js";
import type { Action } from "./action.js";
import { type ActionError, errorOf, inputErrors } from "./check-inputs.js";

/** The first versions whose results say so much. */
const SORTED_SINCE = 61;
const OUTCOME_SINCE = 66;

/** What became of one input. */
export interface ActionResult {
  readonly actionName: string;
  readonly errors: readonly ActionError[] | null;
  readonly isSuccess: boolean;
  readonly outputValues: Readonly<Record<string, unknown>> | null;
}

/** Runs an action for one input; what it wrote is undone where it fails. */
export function runAction(action: Action, input: JsonObject, store: Store, version: string): ActionResult {
  const result = store.transaction(
    () => resultOf(action, input),
    ({ isSuccess }) => isSuccess,
  );
  const since = Number(version);
  return {
    ...result,
    ...(since >= SORTED_SINCE && { invocationId: null, sortOrder: -1, version: 1 }),
    ...(since >= OUTCOME_SINCE && { outcome: null }),
  };
}

function resultOf(action: Action, input: JsonObject): ActionResult {
  const { resultName: actionName, inputs, run } = action;
  const errors = inputs === undefined ? [] : inputErrors(input, inputs);
  if (errors.length > 0) return { actionName, errors, isSuccess: false, outputValues: null };
  try {
    if (run === undefined) throw new Error("The embedded org does not know what this action does.");
    return { actionName, errors: null, isSuccess: true, outputValues: outputsOf(action, run(input)) };
  } catch (error) {
    return { actionName, errors: [thrown(error)], isSuccess: false, outputValues: null };
  }
}

/** All outputs that the action is known to have. */
function outputsOf(
  { kind, outputs }: Action,
  given: Readonly<Record<string, unknown>> | null,
): Readonly<Record<string, unknown>> | null {
  if (kind !== "flow" && outputs.length === 0) return given;
  const empty = Object.fromEntries(outputs.map(({ name }) => [name, null]));
  return { ...empty, ...(kind === "flow" && interview()), ...given };
}

/** A run of a flow, which has come to its end. */
function interview(): Record<string, string> {
  const digits = crypto.randomUUID().replaceAll("-", "");
  return { Flow__InterviewGuid: `${digits}-${digits.slice(0, 4)}`, Flow__InterviewStatus: "Finished" };
}

function thrown(error: unknown): ActionError {
  const [first] = isOrgtypeError(error, "ApiError") ? error.errors : [];
  if (first !== undefined) return errorOf(first.errorCode, first.message, first.fields);
  return errorOf("UNKNOWN_EXCEPTION", error instanceof Error ? error.message : String(error));
}
