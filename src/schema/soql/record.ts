import type { NameFields } from "../compound.js";
import type { Fields, Flat, Get, Parents, Polymorphic, Target } from "../schema.js";
import type { NameValue, NullOf } from "./field-path.js";
import type { NameIn } from "./names.js";

/** What Salesforce says of each record itself. */
export interface RecordAttributes<Type extends string = string> {
  /** API name of the object the record is. */
  type: Type;
  /** Path of the record in the REST API. */
  url: string;
}

/** A record in the form it has on the wire. */
export type WireRow<Type, Row> = Flat<{ attributes: RecordAttributes<Type & string> } & Row>;

/** The part of a row that `Paths` stand for, a union of fields and of paths through parents. */
export type PathsRow<S, N extends keyof S, Paths> = [Paths] extends [keyof Fields<S, N>]
  ? Pick<Fields<S, N>, Paths>
  : SpelledRow<S, N, Spelled<S, N, Paths>>;

/** Paths whose first name is spelled as the schema spells it. */
type Spelled<S, N extends keyof S, Path> = Path extends keyof Fields<S, N>
  ? Path
  : Path extends `${infer Head}.${infer Rest}`
    ? `${(NameIn<Parents<S, N>, Head> | NameIn<Polymorphic<S, N>, Head>) & string}.${Rest}`
    : NameIn<Fields<S, N>, Path>;

type SpelledRow<S, N extends keyof S, Paths> = Pick<Fields<S, N>, Paths & keyof Fields<S, N>> & {
  [Head in HeadOf<Paths>]: Head extends keyof Parents<S, N>
    ? ParentRow<S, Target<S, Parents<S, N>[Head]>, RestOf<Paths, Head>> | NullOf<Parents<S, N>[Head]>
    : PolymorphicRow<RestOf<Paths, Head>> | NullOf<Get<Polymorphic<S, N>, Head>>;
};

type HeadOf<Path> = Path extends `${infer Head}.${string}` ? Head : never;
type RestOf<Path, Head extends string> = Path extends `${Head}.${infer Rest}` ? Rest : never;

type ParentRow<S, N extends keyof S, Paths> = WireRow<N, PathsRow<S, N, Paths>>;

/** Without TYPEOF a parent of several targets answers as the object Name, whichever it is. */
type PolymorphicRow<Path> = WireRow<"Name", NameRow<Path>>;

/** Fields that every target of a relationship has. */
export type NameRow<Path> = {
  [P in Path as P extends `${infer Head}.${string}` ? Head : NameKey<P, NameIn<NameFields, P>>]: NameValue<
    NameIn<NameFields, P>
  >;
};

type NameKey<Written, Known> = ([Known] extends [never] ? Written : Known) & string;
