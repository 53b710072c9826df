import type { NameFields } from "./compound.js";
import type { OrderBy } from "./order-by.js";
import type { Children, Fields, Get, Parents, Polymorphic, Target } from "./schema.js";
import type { Where } from "./where.js";

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
    : K extends keyof Parents<S, N>
      ? { select: NoExtra<S, Target<S, Parents<S, N>[K]>, Get<Sel[K], "select">> } & Only<"select", Sel[K]>
      : K extends keyof Polymorphic<S, N>
        ? NoExtraPolymorphic<S, Target<S, Polymorphic<S, N>[K]>, Sel[K]>
        : K extends keyof Children<S, N>
          ? { select: NoExtra<S, Target<S, Children<S, N>[K]>, Get<Sel[K], "select">> } & Only<
              ChildClause,
              Sel[K]
            >
          : SelectError<`'${K & string}' is not a field or relationship of ${N & string}`>;
};

/** Refuses keys that are no field of every target. */
export type NoExtraName<Sel> = {
  [K in keyof Sel]: K extends keyof NameFields
    ? true
    : SelectError<`'${K & string}' is not a field every target of a polymorphic relationship has`>;
};

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
