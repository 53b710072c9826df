import type { NameFields } from "./compound.js";
import type { Children, Fields, Flat, Get, Parents, Polymorphic, Target } from "./schema.js";

/** Exactly what was selected: nothing else can be read from the row. */
export type Row<S, N extends keyof S, Sel> = Flat<
  Pick<Fields<S, N>, keyof Sel & keyof Fields<S, N>> & {
    [K in keyof Sel & (keyof Parents<S, N> | keyof Polymorphic<S, N> | keyof Children<S, N>)]: Related<
      S,
      N,
      K,
      Get<Sel[K], "select">
    >;
  }
>;

type Related<S, N extends keyof S, K, Sel> = K extends keyof Parents<S, N>
  ? ParentRow<S, Parents<S, N>[K], Sel>
  : K extends keyof Polymorphic<S, N>
    ? Flat<Pick<NameFields, keyof Sel & keyof NameFields>> | NullOf<Polymorphic<S, N>[K]>
    : Row<S, Target<S, Get<Children<S, N>, K>>, Sel>[];

type ParentRow<S, T, Sel> = (T extends keyof S ? Row<S, T, Sel> : never) | NullOf<T>;

type NullOf<T> = null extends T ? null : never;
