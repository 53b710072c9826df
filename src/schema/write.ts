import type { BrandOf, DetailOf, Id } from "./brand.js";
import type { Refused } from "./refused.js";
import type { Children, Fields, Get, Parents, Target } from "./schema.js";

// `as` keeps these mapped types homomorphic: labels and help stay in the editor's hovers.
type Needed<F, Required> = { [K in keyof F as K extends Required ? K : never]: F[K] };
type Optional<F, Excluded> = { [K in keyof F as K extends Excluded ? never : K]?: F[K] };

/**
 * A new record: required fields required, read-only fields refused. A parent can be given by its id, or by
 * an external id of it: `{ Account: { Key__c: "A-1" } }`.
 */
export type CreateInput<S, N extends keyof S> = NewRecord<
  S,
  N,
  Get<S[N], "required">,
  Get<S[N], "notCreateable">
>;

/** Some fields of a new record, as forms and quick actions take: none is required. */
export type DraftInput<S, N extends keyof S> = NewRecord<S, N, never, Get<S[N], "notCreateable">>;

/** Changes to a record: updateable fields only; `null` empties a field that may be empty. */
export type UpdateInput<S, N extends keyof S> = UpdateBeside<S, N, never>;

/** Changes to a record beside some of its fields, which are given apart. */
export type UpdateBeside<S, N extends keyof S, K> = Optional<Fields<S, N>, Get<S[N], "notUpdateable"> | K> &
  CompoundFields<S[N]> &
  ParentKeys<S, N, Get<S[N], "notUpdateable"> | K>;

/** Compound fields stand in records only to say what is written instead. */
type CompoundFields<O> = O extends { compound: infer C }
  ? { [F in keyof C]?: Refused<`'${F & string}' is compound: set ${C[F] & string}`> }
  : unknown;

/** A field an upsert may match on. */
export type ExternalIdField<S, N extends keyof S> = Get<S[N], "externalId"> & keyof Fields<S, N> & string;

/**
 * The record of an upsert. It may be created, so what a new record needs is asked for, but for the
 * matching field itself, whose value is given apart.
 */
export type UpsertInput<S, N extends keyof S, K> = NewRecord<
  S,
  N,
  Exclude<Get<S[N], "required">, K>,
  Get<S[N], "notCreateable"> | K
>;

/** A record of an upsert collection: as {@link UpsertInput}, with the matching field in it. */
export type UpsertRecord<S, N extends keyof S, K extends keyof Fields<S, N>> = {
  [P in K]: NonNullable<Fields<S, N>[P]>;
} & UpsertInput<S, N, K>;

type NewRecord<S, N extends keyof S, Required, Excluded> = Needed<
  Fields<S, N>,
  Exclude<Required, ParentField<keyof Parents<S, N>>>
> &
  Optional<Fields<S, N>, Required | Excluded> &
  CompoundFields<S[N]> &
  ParentKeys<S, N, Required | Excluded> &
  RequiredParents<S, N, keyof Parents<S, N> & RelationshipOf<Required>>;

/**
 * A new record with its children, and theirs, five levels deep at most. A child's lookup to its parent is set by
 * Salesforce, so that it need not be given.
 */
export type TreeInput<S, N extends keyof S> = CreateInput<S, N> & ChildTrees<S, N>;

type ChildTrees<S, N extends keyof S> = {
  [C in keyof Children<S, N>]?: readonly TreeChild<S, Target<S, Children<S, N>[C]>, N>[];
};

type TreeChild<S, N extends keyof S, Parent> = NewRecord<
  S,
  N,
  Exclude<Get<S[N], "required">, LookupTo<Parent, Fields<S, N>, Get<S[N], "required">>>,
  Get<S[N], "notCreateable">
> &
  ChildTrees<S, N>;

/** Those of the fields that hold ids of an object. */
type LookupTo<Target, F, K> = K extends keyof F
  ? [BrandOf<NonNullable<F[K]>>] extends [never]
    ? never
    : Target extends DetailOf<NonNullable<F[K]>, "id">
      ? K
      : never
  : never;

/** The ids of a tree, in its shape. */
export type CreatedTree<S, N extends keyof S> = { readonly id: Id<N & string> } & {
  readonly [C in keyof Children<S, N>]?: readonly CreatedTree<S, Target<S, Children<S, N>[C]>>[];
};

/** The field of a relationship: `AccountId` of `Account`, `Invoice__c` of `Invoice__r`. */
type ParentField<P> = P extends `${infer Base}__r` ? `${Base}__c` : P extends string ? `${P}Id` : never;
type RelationshipOf<Field> = Field extends `${infer Base}__c`
  ? `${Base}__r`
  : Field extends `${infer Base}Id`
    ? Base
    : never;

/** Parents by an external id of theirs. */
type ParentKeys<S, N extends keyof S, Excluded> = {
  [P in keyof Parents<S, N> as ParentField<P> extends Excluded ? never : P]?: ParentKey<
    S,
    Target<S, Parents<S, N>[P]>
  >;
};

/** Exactly one external id and its value. */
type ParentKey<S, N extends keyof S> = {
  [K in ExternalIdField<S, N>]: { [P in K]: NonNullable<Fields<S, N>[P]> } & {
    [O in Exclude<ExternalIdField<S, N>, K>]?: never;
  };
}[ExternalIdField<S, N>];

/** Parents a new record must have: each by its id, or by an external id of it. */
type RequiredParents<S, N extends keyof S, P extends keyof Parents<S, N>> = [P] extends [never]
  ? unknown
  : // A union of functions takes what all of them take: this makes "each" of "any".
    { [K in P]: (input: RequiredParent<S, N, K>) => void }[P] extends (input: infer All) => void
    ? All
    : never;

type RequiredParent<S, N extends keyof S, P extends keyof Parents<S, N>> =
  | ({ [F in ParentField<P> & keyof Fields<S, N>]: Fields<S, N>[F] } & { [K in P]?: never })
  | ({ [K in P]: ParentKey<S, Target<S, Parents<S, N>[P]>> } & { [F in ParentField<P>]?: never });
