import type { NameFields } from "./compound.js";
import type { OrderBy } from "./order-by.js";
import type { Children, Fields, Get, Parents, Polymorphic, Target } from "./schema.js";
import type { Where } from "./where.js";

/** What to read of an object: its fields, its parents to any depth, its children with their own filter. */
export type Select<S, N extends keyof S> = { [F in keyof Fields<S, N>]?: true } & {
  [P in keyof Parents<S, N>]?: ParentSelect<S, Target<S, Parents<S, N>[P]>>;
} & { [P in keyof Polymorphic<S, N>]?: PolymorphicSelect } & {
  [C in keyof Children<S, N>]?: ChildSelect<S, Target<S, Children<S, N>[C]>>;
};

export interface ParentSelect<S, N extends keyof S> {
  select: Select<S, N>;
}

export interface PolymorphicSelect {
  select: { [F in keyof NameFields]?: true };
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
      ? { select: NoExtra<S, Target<S, Parents<S, N>[K]>, Get<Sel[K], "select">> }
      : K extends keyof Polymorphic<S, N>
        ? { select: NoExtraName<Get<Sel[K], "select">> }
        : K extends keyof Children<S, N>
          ? { select: NoExtra<S, Target<S, Children<S, N>[K]>, Get<Sel[K], "select">> }
          : SelectError<`'${K & string}' is not a field or relationship of ${N & string}`>;
};

type NoExtraName<Sel> = {
  [K in keyof Sel]: K extends keyof NameFields
    ? true
    : SelectError<`'${K & string}' is not a field every target of a polymorphic relationship has`>;
};

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
}
