import type { Fields, Flat, Get } from "./schema.js";

// `as` keeps these mapped types homomorphic: labels and help stay in the editor's hovers.
type Needed<F, Required> = { [K in keyof F as K extends Required ? K : never]: F[K] };
type Optional<F, Excluded> = { [K in keyof F as K extends Excluded ? never : K]?: F[K] };

/** A new record: required fields required, read-only fields refused. */
export type CreateInput<S, N extends keyof S> = CreateFields<
  Fields<S, N>,
  Get<S[N], "required">,
  Get<S[N], "notCreateable">
>;
type CreateFields<F, Required, Excluded> = Needed<F, Required> & Optional<F, Required | Excluded>;

/** Changes to a record: updateable fields only; `null` empties a field that may be empty. */
export type UpdateInput<S, N extends keyof S> = Optional<Fields<S, N>, Get<S[N], "notUpdateable">>;

/** A field an upsert may match on. */
export type ExternalIdField<S, N extends keyof S> = Get<S[N], "externalId"> & keyof Fields<S, N> & string;

/**
 * The record of an upsert. It may be created, so what a new record needs is asked for, but for the
 * matching field itself, whose value is given apart.
 */
export type UpsertInput<S, N extends keyof S, K> = CreateFields<
  Fields<S, N>,
  Exclude<Get<S[N], "required">, K>,
  Get<S[N], "notCreateable"> | K
>;

/** A record of an upsert collection: as {@link UpsertInput}, with the matching field in it. */
export type UpsertRecord<S, N extends keyof S, K extends keyof Fields<S, N>> = Flat<
  { [P in K]: NonNullable<Fields<S, N>[P]> } & UpsertInput<S, N, K>
>;
