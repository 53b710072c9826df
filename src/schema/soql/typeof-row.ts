import type { Get, Parents, Polymorphic } from "../schema.js";
import type { NullOf, PathFinding, RelationshipFinding } from "./field-path.js";
import type { NameIn, UnknownName } from "./names.js";
import type { Trim } from "./plain-text.js";
import type { NameRow, PathsRow, WireRow } from "./record.js";
import type { NotUnderstood } from "./select-list.js";

/** The body of a TYPEOF taken apart: fields by the object they are of, `""` for ELSE. */
interface Branches {
  relationship: string;
  fields: object;
}

type BranchesOf<Body extends string> = Body extends `${infer Relationship} WHEN ${infer Rest}`
  ? Whens<Rest> extends infer Fields extends object
    ? { relationship: Relationship; fields: Fields }
    : NotUnderstood
  : NotUnderstood;

type Whens<T extends string, Done = unknown> = T extends `${infer Type} THEN ${infer Rest}`
  ? Rest extends `${infer Paths} WHEN ${infer More}`
    ? Whens<More, Done & { [K in Type]: Listed<Paths> }>
    : Rest extends `${infer Paths} ELSE ${infer Others}`
      ? Done & { [K in Type]: Listed<Paths> } & { "": Listed<Others> }
      : Done & { [K in Type]: Listed<Rest> }
  : null;

type Listed<T extends string, Done = never> = T extends `${infer Item},${infer Rest}`
  ? Listed<Rest, Done | Trim<Item>>
  : Done | Trim<T>;

/** What is wrong with a TYPEOF. */
export type TypeofFinding<S, N extends keyof S, Body extends string> =
  BranchesOf<Body> extends infer Found
    ? Found extends Branches
      ? [NameIn<Polymorphic<S, N>, Found["relationship"]>] extends [never]
        ? NoTypeof<S, N, Found["relationship"]>
        : BranchFinding<
            S,
            Found["relationship"],
            Get<Polymorphic<S, N>, NameIn<Polymorphic<S, N>, Found["relationship"]>> & string,
            Found["fields"]
          >
      : NotUnderstood
    : never;

/** A parent with one target is not told apart. */
type NoTypeof<S, N extends keyof S, Relationship extends string> = [
  NameIn<Parents<S, N>, Relationship>,
] extends [never]
  ? RelationshipFinding<S, N, Relationship>
  : NotUnderstood;

type BranchFinding<S, Relationship extends string, Targets extends string, Branch> = {
  [Type in keyof Branch & string]: Type extends ""
    ? never
    : [NameIn<Record<Targets, 0>, Type>] extends [infer Name]
      ? [Name] extends [never]
        ? UnknownName<Type, `'${Relationship}' never is a '${Type}'`>
        : [Name] extends [keyof S]
          ? PathFinding<S, Name, Branch[Type]>
          : NotUnderstood
      : never;
}[keyof Branch & string];

/** The part of a row a TYPEOF stands for: a union told apart by `attributes.type`. */
export type TypeofRow<S, N extends keyof S, Body extends string> =
  BranchesOf<Body> extends infer Found
    ? Found extends Branches
      ? {
          [K in NameIn<Polymorphic<S, N>, Found["relationship"]> & string]:
            | Branch<S, Get<Polymorphic<S, N>, K> & string, Found["fields"]>
            | NullOf<Get<Polymorphic<S, N>, K>>;
        }
      : never
    : never;

type Branch<S, Targets extends string, Paths> =
  | WhenRow<S, NameIn<Record<Targets, 0>, Exclude<keyof Paths, "">>, Paths>
  | OtherRow<Exclude<Targets, NameIn<Record<Targets, 0>, Exclude<keyof Paths, "">>>, Paths>;

type WhenRow<S, Type, Paths> = Type extends keyof S
  ? WireRow<Type, PathsRow<S, Type, PathsFor<Type, Paths>>>
  : never;

/** The objects that no WHEN names: null, or what ELSE asks of them. */
type OtherRow<Type, Paths> = [Type] extends [never]
  ? never
  : Paths extends { "": infer Others }
    ? WireRow<Type, NameRow<Others>>
    : null;

type PathsFor<Type, Paths> = {
  [K in keyof Paths & string]: Lowercase<K> extends Lowercase<Type & string> ? Paths[K] : never;
}[keyof Paths & string];
