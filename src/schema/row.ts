import type { NameFields } from "./compound.js";
import type { Children, Fields, Flat, Get, Parents, Polymorphic, Target } from "./schema.js";

/** Exactly what was selected: nothing else can be read from the row. */
export type Row<S, N extends keyof S, Sel> = Flat<
  Pick<Fields<S, N>, keyof Sel & keyof Fields<S, N>> & {
    [K in keyof Sel & (keyof Parents<S, N> | keyof Polymorphic<S, N> | keyof Children<S, N>)]: Related<
      S,
      N,
      K,
      Sel[K]
    >;
  }
>;

type Related<S, N extends keyof S, K, Value> = K extends keyof Parents<S, N>
  ? ParentRow<S, Parents<S, N>[K], Get<Value, "select">>
  : K extends keyof Polymorphic<S, N>
    ? PolymorphicRow<S, NonNullable<Polymorphic<S, N>[K]>, Value> | NullOf<Polymorphic<S, N>[K]>
    : Row<S, Target<S, Get<Children<S, N>, K>>, Get<Value, "select">>[];

type PolymorphicRow<S, Targets, Value> = Value extends { on: infer On }
  ? TypedRow<S, Targets & keyof On, On> | OtherRow<Exclude<Targets, keyof On>, Value>
  : NameRow<Get<Value, "select">>;

/** One row type a target, told apart by `$type`. */
type TypedRow<S, T, On> = T extends keyof S & keyof On
  ? Flat<{ $type: T } & Pick<Fields<S, T>, keyof Get<On[T], "select"> & keyof Fields<S, T>>>
  : never;

/** The targets that are not listed. */
type OtherRow<T, Value> = [T] extends [never]
  ? never
  : Value extends { else: { select: infer Else } }
    ? Flat<{ $type: T } & NameRow<Else>>
    : { $type: T };

type NameRow<Sel> = Flat<Pick<NameFields, keyof Sel & keyof NameFields>>;

type ParentRow<S, T, Sel> = (T extends keyof S ? Row<S, T, Sel> : never) | NullOf<T>;

type NullOf<T> = null extends T ? null : never;
