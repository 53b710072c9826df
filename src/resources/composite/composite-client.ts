import type { ApiError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import type { Id } from "../../schema/brand.js";
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

/** What can be planned for the records of one sObject. */
export interface CompositeObject<S, N extends keyof S & string> {
  /** Gives the new record's id. */
  create(record: CreateInput<S, N>): PlannedRecord<N, Id<N>>;
  update(id: Id<N>, changes: UpdateInput<S, N>): Planned<void>;
  upsert<K extends ExternalIdField<S, N>>(
    field: K,
    value: NonNullable<Fields<S, N>[K]>,
    record: UpsertInput<S, N, K>,
  ): PlannedRecord<N, { id: Id<N>; created: boolean }>;
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

export type Outcome<Result> =
  | { readonly success: true; readonly value: Result }
  | { readonly success: false; readonly error: ApiError };

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
