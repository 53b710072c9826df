import type { NameFields } from "./compound.js";
import type { OrderBy } from "./order-by.js";
import type { Children, Fields, Get, Parents, Polymorphic, Target } from "./schema.js";
import type { Condition, Where } from "./where.js";

/** What to read of an object: its fields, its parents to any depth, its children with their own filter. */
export type Select<S, N extends keyof S> = { [F in keyof Fields<S, N>]?: true } & {
  [P in keyof Parents<S, N>]?: ParentSelect<S, Target<S, Parents<S, N>[P]>>;
} & {
  [P in keyof Polymorphic<S, N>]?: PolymorphicSelect | TypeofSelect<S, Target<S, Polymorphic<S, N>[P]>>;
} & {
  [C in keyof Children<S, N>]?: ChildSelect<S, Target<S, Children<S, N>[C]>>;
};

export interface ParentSelect<S, N extends keyof S> {
  select: Select<S, N>;
}

/** Fields that every target of a polymorphic relationship has. */
export interface PolymorphicSelect {
  select: { [F in keyof NameFields]?: true };
}

/** Fields by the object that a polymorphic parent turns out to be; the row's `$type` says which. */
export interface TypeofSelect<S, Targets extends keyof S> {
  on: { [T in Targets]?: { select: { [F in keyof Fields<S, T>]?: true } } };
  /** Of objects that are not listed. Left out: their `$type` only. */
  else?: PolymorphicSelect;
}

export interface ChildSelect<S, N extends keyof S> {
  select: Select<S, N>;
  where?: Where<S, N>;
  orderBy?: OrderBy<S, N> | readonly OrderBy<S, N>[];
  /** At most this many children of each parent. */
  limit?: number;
}

/** The type of a key that does not exist, so that the error names it and its neighbours stay valid. */
export interface SelectError<Message extends string> {
  readonly error: Message;
}

/**
 * Refuses keys that are no field or relationship. `Sel` stays unconstrained where this is used
 * (`Select & NoExtra & Sel`): the only form that both completes and refuses at every depth.
 */
export type NoExtra<S, N extends keyof S, Sel> = {
  [K in keyof Sel]: K extends keyof Fields<S, N>
    ? true
    : K extends keyof Parents<S, N> | keyof Polymorphic<S, N> | keyof Children<S, N>
      ? Sel[K] extends object
        ? NoExtraRelated<S, N, K, Sel[K]>
        : SelectError<`'${K & string}' is a relationship: say what to select of it`>
      : SelectError<`'${K & string}' is not a field or relationship of ${N & string}`>;
} & NoText<Sel>;

/** Refuses what is no set of fields: a mapped type leaves text as it is. */
type NoText<Sel> = Sel extends string | readonly unknown[]
  ? SelectError<"'select' takes fields as { Name: true }">
  : unknown;

type NoExtraRelated<S, N extends keyof S, K, Args> = K extends keyof Parents<S, N>
  ? { select: NoExtra<S, Target<S, Parents<S, N>[K]>, Get<Args, "select">> } & Only<"select", Args>
  : K extends keyof Polymorphic<S, N>
    ? NoExtraPolymorphic<S, Target<S, Polymorphic<S, N>[K]>, Args>
    : NoExtraChildren<S, Target<S, Get<Children<S, N>, K>>, Args>;

/** Refuses keys that are no field of every target. */
export type NoExtraName<Sel, Value = true> = {
  [K in keyof Sel]: K extends keyof NameFields
    ? Value
    : SelectError<`'${K & string}' is not a field every target of a polymorphic relationship has`>;
};

/** The `select` of functions that pass theirs on to `find<Sel>`: it completes, and refuses what is no field. */
export type CheckedSelect<S, N extends keyof S, Sel> = Select<S, N> & NoExtra<S, N, Sel> & Sel;

type NoExtraChildren<S, N extends keyof S, Args> = NoExtraClauses<S, N, Args> & Only<ChildClause, Args>;

/** Refuses what is nothing of the object, in what a search is to give of it. */
export type NoExtraSearched<S, N extends keyof S, Args> = NoExtraClauses<S, N, Args> & {
  select: NoChildren<S, N, Get<Args, "select">>;
} & Only<ChildClause | "offset", Args>;

type NoChildren<S, N extends keyof S, Sel> = {
  [K in keyof Sel]: K extends keyof Children<S, N>
    ? SelectError<`'${K & string}' are children: a search gives fields and parents`>
    : unknown;
};

/** Values of an argument whose type is inferred are not looked at for unknown keys, but by this. */
type NoExtraClauses<S, N extends keyof S, Args> = {
  [A in keyof Args]: A extends "select"
    ? NoExtra<S, N, Args[A]>
    : A extends "where"
      ? NoExtraWhere<S, N, Args[A]>
      : A extends "orderBy"
        ? Args[A] extends readonly unknown[]
          ? NoExtraOrders<S, N, Args[A]>
          : NoExtraOrder<S, N, Args[A]>
        : unknown;
};

type NoExtraWhere<S, N extends keyof S, W> = {
  [K in keyof W]: K extends keyof Fields<S, N>
    ? K extends Get<S[N], "notFilterable">
      ? SelectError<`'${K & string}' of ${N & string} cannot be filtered by`>
      : NoExtraValue<K, Condition<Fields<S, N>[K]>, W[K]>
    : K extends keyof Parents<S, N>
      ? W[K] extends object
        ? NoExtraWhere<S, Target<S, Parents<S, N>[K]>, W[K]>
        : SelectError<`'${K & string}' takes conditions on its fields`>
      : K extends keyof Polymorphic<S, N>
        ? NoExtraName<W[K], unknown>
        : K extends "AND" | "OR"
          ? NoExtraWheres<S, N, W[K]>
          : K extends "NOT"
            ? NoExtraWhere<S, N, W[K]>
            : SelectError<`'${K & string}' is not a field or relationship of ${N & string}`>;
};

type NoExtraWheres<S, N extends keyof S, List> = { [I in keyof List]: NoExtraWhere<S, N, List[I]> };

/** Next to a type whose keys are all optional, the compiler takes any text or number for it. */
type NoExtraValue<K, C, Value> = [Value] extends [C]
  ? NoExtraOperator<KeyOf<C>, Value>
  : [Value] extends [object]
    ? NoExtraOperator<KeyOf<C>, Value>
    : SelectError<`'${K & string}' holds no such value`>;

type NoExtraOperator<Known, Value> = Value extends Date
  ? unknown
  : {
      [O in keyof Value]: O extends Known
        ? unknown
        : SelectError<`'${O & string}' is no operator of this field`>;
    };

/** The keys of each of the types of a union. */
type KeyOf<T> = T extends unknown ? keyof T : never;

type NoExtraOrder<S, N extends keyof S, O> = {
  [K in keyof O]: K extends keyof Fields<S, N>
    ? unknown
    : K extends keyof Parents<S, N>
      ? NoExtraOrder<S, Target<S, Parents<S, N>[K]>, O[K]>
      : SelectError<`'${K & string}' is not a field or relationship of ${N & string}`>;
};

type NoExtraOrders<S, N extends keyof S, List> = { [I in keyof List]: NoExtraOrder<S, N, List[I]> };

type ChildClause = "select" | "where" | "orderBy" | "limit";

/** Refuses keys next to `select` that are no clause. */
type Only<Clause, Args> = keyof Args extends Clause
  ? unknown
  : { [A in Exclude<keyof Args, Clause>]: SelectError<`'${A & string}' is not known here`> };

type NoExtraPolymorphic<S, Targets, Sel> = Sel extends { on: infer On }
  ? {
      on: {
        [T in keyof On]: T extends Targets & keyof S
          ? { select: NoExtraField<S, T, Get<On[T], "select">> }
          : SelectError<`'${T & string}' is not a target of this relationship`>;
      };
    }
  : { select: NoExtraName<Get<Sel, "select">> } & Only<"select", Sel>;

type NoExtraField<S, N extends keyof S, Sel> = {
  [K in keyof Sel]: K extends keyof Fields<S, N>
    ? true
    : SelectError<`'${K & string}' is not a field of ${N & string}`>;
};

/** Whose records a query sees: `USING SCOPE`. Which ones an object has stands in its describe. */
export type Scope =
  | "everything"
  | "mine"
  | "mine_and_my_groups"
  | "my_territory"
  | "my_team_territory"
  | "team"
  | "delegated"
  | "queue_owned"
  | "user_owned"
  | "scopingRule"
  | (string & {});

/** What `find` takes. */
export interface FindArgs<S, N extends keyof S, Sel> {
  select: Sel;
  /** Conditions that must all hold. Left out: every record. */
  where?: Where<S, N>;
  /** One key, or several in order of weight. */
  orderBy?: OrderBy<S, N> | readonly OrderBy<S, N>[];
  /** At most this many records. */
  limit?: number;
  /** Skip this many records (Salesforce allows at most 2,000). */
  offset?: number;
  /** Whose records: `"mine"` are those the user owns. Default: every record the user may see. */
  scope?: Scope;
  /** Also deleted, merged and archived records: `GET /queryAll`. Default: false. */
  allRows?: boolean;
}
