import type { AnswerFormName, AnswerForms } from "../../http/request-call.js";
import type { ApexRestCall, ValidatedCall } from "./apex-rest-call.js";
import type { ApexRestRoutes, RoutedApexRest } from "./routes.js";
import type { SchemaOutput, StandardSchema } from "./standard-schema.js";

/** Calls a path by one method. */
export interface CallApexRest {
  /**
   * Checks the answer by a schema.
   *
   * @throws DecodeError with `decode.schema` where it does not fit: the first thing that is wrong, and where
   */
  <const Schema extends StandardSchema>(
    path: string,
    options: ValidatedCall<Schema>,
  ): Promise<SchemaOutput<Schema>>;
  /** Gives the answer as it is on the wire. */
  <T = unknown, As extends AnswerFormName = "json">(
    path: string,
    options?: ApexRestCall<As>,
  ): Promise<AnswerForms<T>[As]>;
}

/**
 * The org's own REST methods, in Apex classes with `@RestResource`. Paths are what follows `/services/apexrest`:
 * `"/orders/{id}"`, with the values of `{names}` as `params`. Session, renewal, limits, timeouts and errors are those
 * of all other calls. A GET is repeated where no answer came; for others say so with `repeatable: true`.
 *
 * A refusal is an ApiError as everywhere, whose `body` has what the class answered: JSON, or else text.
 *
 * @throws SettingsError where the path or a value in it cannot be sent
 */
export interface ApexRest {
  /**
   * `GET /services/apexrest/{path}`.
   *
   * @example
   * const order = await sf.apexRest.get<Order>("/orders/{id}", { params: { id: "A/17" } });
   */
  readonly get: CallApexRest;
  /** `POST /services/apexrest/{path}`; what is sent is the option `body`. */
  readonly post: CallApexRest;
  /** `PUT /services/apexrest/{path}`; what is sent is the option `body`. */
  readonly put: CallApexRest;
  /** `PATCH /services/apexrest/{path}`; what is sent is the option `body`. */
  readonly patch: CallApexRest;
  /** `DELETE /services/apexrest/{path}`. */
  readonly delete: CallApexRest;
  /**
   * The same methods, typed by an interface of your own. Nothing is sent.
   *
   * @example
   * interface Orders {
   *   "GET /orders/{id}": { answer: Order };
   *   "POST /orders": { body: NewOrder; answer: { id: string } };
   * }
   * const orders = sf.apexRest.routes<Orders>();
   * const order = await orders.get("/orders/{id}", { params: { id: "A/17" } });
   */
  routes<I extends ApexRestRoutes<I>>(options?: { namespace?: string }): RoutedApexRest<I>;
}
