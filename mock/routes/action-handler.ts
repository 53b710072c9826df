import type { RawActionParameter } from "../../codegen/model/raw-action.js";

/**
 * What an invocable action does with one input: returns its output values, or throws an error whose message the
 * caller is told. What it wrote before is undone then. An ApiError, as `org.seed` throws, is told with its code.
 */
export type ActionHandler = (
  input: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>> | null;

/** An input or output of an action, as its describe says: `{ name: "amount", type: "DOUBLE", required: true }`. */
export type ActionParameterDefinition = RawActionParameter;

/** An action with what its describe says. The answer of `GET /actions/{kind}/{name}` is one, too. */
export interface ActionDefinition {
  readonly label?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** Inputs that are missing, of another type, or not among them, are refused. */
  readonly inputs?: readonly ActionParameterDefinition[];
  /** Those that `run` does not return are null. */
  readonly outputs?: readonly ActionParameterDefinition[];
  /** What it does. Left out: every run fails, and says that nothing is known of what it does. */
  readonly run?: ActionHandler;
}

/** Actions by the end of their path: `standard/emailSimple`, `custom/flow/Discount`, `custom/apex/Greeter`. */
export type ActionHandlers = Readonly<Record<string, ActionHandler | ActionDefinition>>;
