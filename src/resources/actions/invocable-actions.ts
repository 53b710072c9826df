import type { OrgtypeError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import type { ActionDescribe } from "../../http/schemas.js";
import type { ActionInputs, ActionName, ActionOutputs, NameOfAction } from "../../schema/actions.js";
import type { Outcome } from "../composite/composite-client.js";

/** The kinds of actions: those that Salesforce brings along, and types of the org's own. */
export type ActionKind = "standard" | "flow" | "apex" | "emailAlert" | "quickAction" | (string & {});

/** What a list says of one action. */
export interface ListedAction {
  /** As it is run: `"flow/Discount_Calculator"`. */
  readonly name: string;
  readonly label: string;
  /** Salesforce's own word for its kind, as `"FLOW"` or `"EMAILSIMPLE"`. */
  readonly type: string;
}

/**
 * The org's logic: autolaunched flows, Apex methods, email alerts, quick actions, and the actions that Salesforce
 * brings along. Names are kind and API name, `"flow/Discount_Calculator"`, `"apex/ns__Scorer"` (the class),
 * `"standard/emailSimple"`; of email alerts and quick actions of an object with the object between,
 * `"emailAlert/Account/Welcome"`.
 *
 * Actions that were pulled are typed. Others can be run by naming what they give:
 * `run<{ score: number }>("apex/Scorer", { … })`.
 */
export interface InvocableActions<S, A> {
  /**
   * Runs an action once, and gives its outputs: empty where it has none. An output that was not set is null.
   * It is never sent twice, since nobody knows what it does, unless Salesforce surely did nothing.
   * `POST /actions/{kind}/{name}`.
   *
   * @throws SettingsError where the name is none, or an input cannot be sent
   * @throws ApiError with the code and message of the action, where it failed; NotFoundError where there is none
   *
   * @example
   * const { net } = await sf.actions.run("flow/Discount_Calculator", { amount: 10 });
   */
  run<const T = string>(
    name: NameOfAction<A, T>,
    inputs: ActionInputs<S, A, T>,
    options?: CallOptions,
  ): Promise<ActionOutputs<S, A, T>>;
  /**
   * Runs an action once for each of the inputs, 200 to a request, one request after the other. Outcomes are in the
   * order of the inputs: each fails or succeeds by itself, as far as the action lets it. Where a later request fails
   * as a whole, that is the outcome of its inputs. `POST /actions/{kind}/{name}`.
   *
   * @throws SettingsError before anything is sent, and what the first request throws where it fails as a whole
   *
   * @example
   * for (const outcome of await sf.actions.runMany("apex/Scorer", leads.map(({ Id }) => ({ leadId: Id })))) {
   *   console.log(outcome.success ? outcome.value : outcome.error.message);
   * }
   */
  runMany<const T = string>(
    name: NameOfAction<A, T>,
    inputs: readonly ActionInputs<S, A, T>[],
    options?: CallOptions,
  ): Promise<Outcome<ActionOutputs<S, A, T>, OrgtypeError>[]>;
  /**
   * The actions of a kind that the user may run; without a kind those of all, a request for each.
   * `GET /actions/standard`, `GET /actions/custom/{type}`.
   *
   * @throws NotFoundError where the org has no such kind
   */
  list(kind?: ActionKind, options?: CallOptions): Promise<ListedAction[]>;
  /**
   * What an action takes and gives. `GET /actions/{kind}/{name}`.
   *
   * @throws NotFoundError where there is no such action, or the user may not run it
   */
  describe(name: ActionName<A> | (string & {}), options?: CallOptions): Promise<ActionDescribe>;
}
