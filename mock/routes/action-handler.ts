/**
 * What an invocable action does with one input: returns its output values, or throws an error whose message the
 * caller is told.
 */
export type ActionHandler = (
  input: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>> | null;

/** Actions by the end of their path: `standard/emailSimple`, `custom/flow/Discount`, `custom/apex/Greeter`. */
export type ActionHandlers = Readonly<Record<string, ActionHandler>>;
