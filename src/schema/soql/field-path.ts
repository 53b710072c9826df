import type { NameFields } from "../compound.js";
import type { Fields, Get, Parents, Polymorphic, Target } from "../schema.js";
import type { NameIn, UnknownName } from "./names.js";
import type { NotUnderstood } from "./select-list.js";

/** Fields that may be read of a parent of several targets, although not every target has them. */
type FurtherNameFields<S, Targets extends keyof S> =
  | "NameOrAlias"
  | (Targets extends unknown ? keyof Fields<S, Targets> : never);

export type NullOf<T> = null extends T ? null : never;

/** What is wrong with a path, as a message that names it; `never` for one that leads to a field. */
export type PathFinding<S, N extends keyof S, Path> = Path extends keyof Fields<S, N>
  ? never
  : Path extends `${infer Head}.${infer Rest}`
    ? [NameIn<Parents<S, N>, Head>] extends [infer Parent extends keyof Parents<S, N>]
      ? [Parent] extends [never]
        ? PolymorphicFinding<S, N, Head, Rest>
        : PathFinding<S, Target<S, Parents<S, N>[Parent]>, Rest>
      : never
    : [NameIn<Fields<S, N>, Path>] extends [never]
      ? UnknownName<Path, `${N & string} has no field '${Path & string}'`>
      : never;

type PolymorphicFinding<S, N extends keyof S, Head extends string, Rest extends string> = [
  NameIn<Polymorphic<S, N>, Head>,
] extends [never]
  ? RelationshipFinding<S, N, Head>
  : Rest extends `${string}.${string}`
    ? never
    : [
          NameIn<
            Record<keyof NameFields | FurtherNameFields<S, Target<S, PolymorphicTarget<S, N, Head>>>, 0>,
            Rest
          >,
        ] extends [never]
      ? UnknownName<
          Rest,
          `'${Rest}' is not a field that every target of '${Head}' has; use TYPEOF ${Head} WHEN … THEN ${Rest} END`
        >
      : never;

type PolymorphicTarget<S, N extends keyof S, Head> = Get<Polymorphic<S, N>, NameIn<Polymorphic<S, N>, Head>>;

/**
 * A lookup whose target was not generated leads somewhere, though not where these types know; so does
 * UserRecordAccess, which every object has and no describe names.
 */
export type RelationshipFinding<S, N extends keyof S, Head extends string> = [
  NameIn<Fields<S, N> & Record<"UserRecordAccessId", 0>, LookupOf<Head>>,
] extends [never]
  ? UnknownName<Head, `${N & string} has no relationship '${Head}'`>
  : NotUnderstood;

type LookupOf<Head extends string> = Lowercase<Head> extends `${infer Name}__r` ? `${Name}__c` : `${Head}Id`;

/** The value at the end of a path, null included where a parent may be; `never` where it leads nowhere. */
export type PathValue<S, N extends keyof S, Path, Null = never> = Path extends keyof Fields<S, N>
  ? Fields<S, N>[Path] | Null
  : Path extends `${infer Head}.${infer Rest}`
    ? [NameIn<Parents<S, N>, Head>] extends [infer Parent extends keyof Parents<S, N>]
      ? [Parent] extends [never]
        ? PolymorphicValue<S, N, Head, Rest>
        : PathValue<S, Target<S, Parents<S, N>[Parent]>, Rest, Null | NullOf<Parents<S, N>[Parent]>>
      : never
    : [NameIn<Fields<S, N>, Path>] extends [never]
      ? never
      : Get<Fields<S, N>, NameIn<Fields<S, N>, Path>> | Null;

type PolymorphicValue<S, N extends keyof S, Head, Rest> = [NameIn<Polymorphic<S, N>, Head>] extends [never]
  ? never
  : NameValue<NameIn<NameFields, Rest>> | null;

/** What is read of a parent of several targets; `unknown` where it is none of the fields all of them have. */
export type NameValue<K> = [K] extends [never] ? unknown : Get<NameFields, K>;

/** The name of the field at the end of a path, as the schema spells it. */
export type PathEnd<S, N extends keyof S, Path> = Path extends keyof Fields<S, N>
  ? Path
  : Path extends `${infer Head}.${infer Rest}`
    ? [NameIn<Parents<S, N>, Head>] extends [infer Parent extends keyof Parents<S, N>]
      ? [Parent] extends [never]
        ? NameIn<NameFields, Rest>
        : PathEnd<S, Target<S, Parents<S, N>[Parent]>, Rest>
      : never
    : NameIn<Fields<S, N>, Path>;
