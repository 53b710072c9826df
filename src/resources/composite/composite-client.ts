import type { ApiError, OrgtypeError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import type { Id } from "../../schema/brand.js";
import type { DependentValues, HasDependents } from "../../schema/dependent-values.js";
import type { Fields, ObjectName } from "../../schema/schema.js";
import type { CreateInput, ExternalIdField, UpdateInput, UpsertInput } from "../../schema/write.js";

/** Never present at run time: carries what a planned request will give. */
declare const result: unique symbol;

/** A request that is planned, not sent: what it gives is known when the whole was answered. */
export interface Planned<Result> {
  readonly [result]?: Result;
}

/** A planned write whose record later requests of the same call can name. */
export interface PlannedRecord<N extends string, Result> extends Planned<Result> {
  /** Stands for the id the record will have: for other requests of this call, and nowhere else. */
  readonly id: Id<N>;
}

type PlanCreate<S, N extends keyof S, Plan> = S[N] extends HasDependents
  ? <const R>(record: CreateInput<S, N> & DependentValues<S[N], R>) => Plan
  : (record: CreateInput<S, N>) => Plan;

type PlanUpdate<S, N extends keyof S & string> = S[N] extends HasDependents
  ? <const R>(id: Id<N>, changes: UpdateInput<S, N> & DependentValues<S[N], R>) => Planned<void>
  : (id: Id<N>, changes: UpdateInput<S, N>) => Planned<void>;

type PlanUpsert<S, N extends keyof S, Plan> = S[N] extends HasDependents
  ? <K extends ExternalIdField<S, N>, const R>(
      field: K,
      value: NonNullable<Fields<S, N>[K]>,
      record: UpsertInput<S, N, K> & DependentValues<S[N], R>,
    ) => Plan
  : <K extends ExternalIdField<S, N>>(
      field: K,
      value: NonNullable<Fields<S, N>[K]>,
      record: UpsertInput<S, N, K>,
    ) => Plan;

/** What can be planned for the records of one sObject. */
export interface CompositeObject<S, N extends keyof S & string> {
  /** Gives the new record's id. */
  create: PlanCreate<S, N, PlannedRecord<N, Id<N>>>;
  update: PlanUpdate<S, N>;
  upsert: PlanUpsert<S, N, PlannedRecord<N, { id: Id<N>; created: boolean }>>;
  delete(id: Id<N>): Planned<void>;
  /** Reads a record as it is after the requests before. */
  retrieve<const F extends keyof Fields<S, N>>(
    id: Id<N>,
    options: { fields: readonly F[] },
  ): Planned<Pick<Fields<S, N>, F>>;
}

/** The objects of the org, as planned requests see them. */
export type CompositePlan<S> = {
  sobject<const N extends string>(
    name: N extends ObjectName<S> ? N : ObjectName<S>,
  ): CompositeObject<S, N & ObjectName<S>>;
  /** For functions over any object, whose name is a type parameter. */
  sobject<N extends ObjectName<S>>(name: N): CompositeObject<S, N>;
} & { readonly [N in ObjectName<S>]: CompositeObject<S, N> };

/** What the planned requests gave, in the shape in which they were returned. */
export type CompositeResult<Plan> =
  Plan extends Planned<infer Result> ? Result : { -readonly [K in keyof Plan]: PlannedResult<Plan[K]> };
type PlannedResult<P> = P extends Planned<infer Result> ? Result : never;

/** As {@link CompositeResult}, each with whether it succeeded. */
export type CompositeOutcome<Plan> =
  Plan extends Planned<infer Result>
    ? Outcome<Result>
    : { -readonly [K in keyof Plan]: Outcome<PlannedResult<Plan[K]>> };

export type Outcome<Result, Failure = ApiError> =
  | { readonly success: true; readonly value: Result }
  | { readonly success: false; readonly error: Failure };

/** What a plan returns: one planned request, a list of them, or an object of them. */
export type CompositeReturn =
  | Planned<unknown>
  | readonly Planned<unknown>[]
  | Readonly<Record<string, Planned<unknown>>>;

/**
 * Sends several requests as one, which may use each other's ids. `POST /composite`; more than 25 of them as
 * `POST /composite/graph`, which takes up to 500.
 */
export interface RunComposite<S> {
  /**
   * All of them happen, or none.
   *
   * @throws ApiError the refusal of the first request that failed
   *
   * @example
   * const { account } = await sf.composite((c) => {
   *   const account = c.Account.create({ Name: "Acme" });
   *   c.Contact.create({ LastName: "Coyote", AccountId: account.id });
   *   return { account };
   * });
   */
  <const Plan extends CompositeReturn>(
    plan: (c: CompositePlan<S>) => Plan,
    options?: CallOptions & { allOrNone?: true },
  ): Promise<CompositeResult<Plan>>;
  /** Each happens or not by itself; at most 25. */
  <const Plan extends CompositeReturn>(
    plan: (c: CompositePlan<S>) => Plan,
    options: CallOptions & { allOrNone: false },
  ): Promise<CompositeOutcome<Plan>>;
}

/** What can be batched for the records of one sObject: nothing waits for another, so there are no ids to name. */
export interface BatchObject<S, N extends keyof S & string> {
  /** Gives the new record's id. */
  create: PlanCreate<S, N, Planned<Id<N>>>;
  update: PlanUpdate<S, N>;
  upsert: PlanUpsert<S, N, Planned<{ id: Id<N>; created: boolean }>>;
  delete(id: Id<N>): Planned<void>;
  retrieve<const F extends keyof Fields<S, N>>(
    id: Id<N>,
    options: { fields: readonly F[] },
  ): Planned<Pick<Fields<S, N>, F>>;
}

/** The objects of the org, as requests of a batch see them. */
export type BatchPlan<S> = {
  sobject<const N extends string>(
    name: N extends ObjectName<S> ? N : ObjectName<S>,
  ): BatchObject<S, N & ObjectName<S>>;
  /** For functions over any object, whose name is a type parameter. */
  sobject<N extends ObjectName<S>>(name: N): BatchObject<S, N>;
} & { readonly [N in ObjectName<S>]: BatchObject<S, N> };

/** What became of a request of a batch: its own refusal, or why there was no answer. */
export type BatchOutcome<Plan> =
  Plan extends Planned<infer Result>
    ? Outcome<Result, OrgtypeError>
    : { -readonly [K in keyof Plan]: Outcome<PlannedResult<Plan[K]>, OrgtypeError> };

/**
 * Sends any number of independent requests, 25 to a request. Each happens or not by itself, in order, and each
 * counts as an API request of its own. `POST /composite/batch`.
 *
 * With `haltOnError` those after the first that failed are not done; their error is BATCH_PROCESSING_HALTED.
 *
 * @throws SettingsError where a record cannot be sent, and `signal.reason`
 *
 * @example
 * const [made, read] = await sf.batch((b) => [
 *   b.Account.create({ Name: "Acme" }),
 *   b.Contact.retrieve(contactId, { fields: ["Email"] }),
 * ]);
 * if (made.success) console.log(made.value);
 */
export type RunBatch<S> = <const Plan extends CompositeReturn>(
  plan: (b: BatchPlan<S>) => Plan,
  options?: CallOptions & { haltOnError?: boolean },
) => Promise<BatchOutcome<Plan>>;

/**
 * Makes a transaction of each item: all requests of its plan happen, or none. Many of them share a request, 75
 * at most with 500 requests together. Outcomes are in the order of the items. `POST /composite/graph`.
 *
 * @throws SettingsError where a record cannot be sent, ApiError and ConnectionError where a request fails as a
 * whole: what was written before stays written
 *
 * @example
 * const outcomes = await sf.graphs(orders, (c, order) => {
 *   const account = c.Account.create({ Name: order.customer });
 *   c.Contact.create({ LastName: order.contact, AccountId: account.id });
 *   return { account };
 * });
 */
export type RunGraphs<S> = <Item, const Plan extends CompositeReturn>(
  items: Iterable<Item>,
  plan: (c: CompositePlan<S>, item: Item, index: number) => Plan,
  options?: CallOptions,
) => Promise<Outcome<CompositeResult<Plan>>[]>;
