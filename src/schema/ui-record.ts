import type { BrandOf } from "./brand.js";
import type { Address, Location, NameFields } from "./compound.js";
import type { Children, Fields, Flat, Get, Parents, Polymorphic, Target } from "./schema.js";
import type { NoExtraName, PolymorphicSelect, SelectError } from "./select.js";
import type { NullOf } from "./soql/field-path.js";

/** A field as users see it. */
export interface UiValue<T> {
  readonly value: T;
  /**
   * What Salesforce's pages show: labels of picklists, numbers, amounts and dates as the user's language and locale
   * write them. Null where the value is shown as it is, as text and ids are.
   */
  readonly displayValue: string | null;
}

/** Addresses and locations are read by their parts. */
type Compound = Address | Location;

/** What the UI API is to read of an object: its fields and its parents, to any depth. */
export type UiSelect<S, N extends keyof S> = {
  [F in keyof Fields<S, N> as NonNullable<Fields<S, N>[F]> extends Compound ? never : F]?: true;
} & {
  [P in keyof Parents<S, N>]?: UiParentSelect<S, Target<S, Parents<S, N>[P]>>;
} & {
  [P in keyof Polymorphic<S, N>]?: PolymorphicSelect;
};

export interface UiParentSelect<S, N extends keyof S> {
  select: UiSelect<S, N>;
}

/** Refuses what the UI API cannot read, as `NoExtra` does for queries. */
export type NoExtraUi<S, N extends keyof S, Sel> = {
  [K in keyof Sel]: K extends keyof Fields<S, N>
    ? NonNullable<Fields<S, N>[K]> extends Compound
      ? SelectError<`'${K & string}' is compound: select its parts`>
      : true
    : K extends keyof Parents<S, N>
      ? { select: NoExtraUi<S, Target<S, Parents<S, N>[K]>, Get<Sel[K], "select">> }
      : K extends keyof Polymorphic<S, N>
        ? { select: NoExtraName<Get<Sel[K], "select">> }
        : K extends keyof Children<S, N>
          ? SelectError<`'${K & string}' are children: the UI API reads fields and parents`>
          : SelectError<`'${K & string}' is not a field or relationship of ${N & string}`>;
} & (Sel extends string | readonly unknown[]
  ? SelectError<"'select' takes fields as { Name: true }">
  : unknown);

/** Exactly what was selected. */
export type UiFields<S, N extends keyof S, Sel> = Flat<
  {
    readonly [K in keyof Sel & keyof Fields<S, N>]: UiValue<Fields<S, N>[K]>;
  } & {
    readonly [K in keyof Sel & keyof Parents<S, N>]: UiParent<S, Parents<S, N>[K], Get<Sel[K], "select">>;
  } & {
    readonly [K in keyof Sel & keyof Polymorphic<S, N>]:
      | UiNameFields<Get<Sel[K], "select">>
      | NullOf<Polymorphic<S, N>[K]>;
  }
>;

type UiParent<S, T, Sel> = (T extends keyof S ? UiFields<S, T, Sel> : never) | NullOf<T>;

type UiNameFields<Sel> = {
  readonly [K in keyof Sel & keyof NameFields]: UiValue<NameFields[K]>;
};

/** What was selected, as far as the user may see it. */
export type UiOptionalFields<S, N extends keyof S, Sel> = {
  readonly [K in keyof Sel & keyof Fields<S, N>]?: UiValue<Fields<S, N>[K]>;
} & {
  readonly [K in keyof Sel & keyof Parents<S, N>]?: UiOptionalParent<
    S,
    Target<S, Parents<S, N>[K]>,
    Get<Sel[K], "select">
  > | null;
} & {
  readonly [K in keyof Sel & keyof Polymorphic<S, N>]?: Partial<UiNameFields<Get<Sel[K], "select">>> | null;
};

type UiOptionalParent<S, T, Sel> = T extends keyof S ? UiOptionalFields<S, T, Sel> : never;

/** What layouts show, which no one knows before: any field, and some of the parents. */
export type UiLayoutFields<S, N extends keyof S> = UiFieldsIfThere<Fields<S, N>> & {
  readonly [P in keyof Parents<S, N>]?: UiFieldsIfThere<Fields<S, Target<S, Parents<S, N>[P]>>> | null;
} & {
  readonly [P in keyof Polymorphic<S, N>]?: UiFieldsIfThere<NameFields> | null;
};

type UiFieldsIfThere<F> = { readonly [K in keyof F]?: UiValue<F[K]> };

/** Names the picklists among fields: text that has values of its own, and multi-select picklists. */
// `NonNullable` would make any text of a picklist that is open to it.
export type PicklistKey<F, K extends keyof F> =
  BrandOf<Exclude<F[K], null>> extends infer Kind
    ? [Kind] extends [never]
      ? Chosen<Exclude<F[K], null>, K>
      : Kind extends "multipicklist"
        ? K
        : never
    : never;

/** Any text at all is no picklist. */
type Chosen<T, K> = T extends string ? (IsText<T> extends true ? never : K) : never;

type IsText<T> = (<X>() => X extends T ? 1 : 2) extends <X>() => X extends string ? 1 : 2 ? true : false;
