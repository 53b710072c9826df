import type { Fields } from "../schema.js";
import type { NameIn } from "./names.js";
import type { Parts } from "./select-list.js";

/** The words that may follow the object: any other is another name for it. */
type ClauseWord =
  | ""
  | "USING"
  | "WHERE"
  | "WITH"
  | "GROUP"
  | "HAVING"
  | "ORDER"
  | "LIMIT"
  | "OFFSET"
  | "FOR"
  | "UPDATE"
  | "ALL";

/** The other name a query gives its object, `FROM Account a`; `never` where it gives none. */
export type AliasIn<Tail extends string> = Tail extends `${infer Word} ${string}`
  ? NotClause<Word>
  : NotClause<Tail>;

type NotClause<Word extends string> = Uppercase<Word> extends ClauseWord ? never : Word;

/** The names of the queried object itself, in small letters: paths may begin with them. */
export type OwnNames<N, P extends Parts> = Lowercase<(N & string) | AliasIn<P["tail"]>>;

/**
 * Items of a select list as paths: one an item, without white space and without the object's own name. Fields
 * are spelled as the schema spells them.
 */
export type PathsIn<S, N extends keyof S, Item, P extends Parts> = [Item] extends [keyof Fields<S, N>]
  ? Item
  : Tidied<Fields<S, N>, Item, OwnNames<N, P>>;

type Tidied<F, Item, Own> = Item extends keyof F
  ? Item
  : Item extends `${string}${"." | " " | ","}${string}`
    ? Untidy<F, Item, Own>
    : NameIn<F, Item> extends infer Name
      ? [Name] extends [never]
        ? Untidy<F, Item, Own>
        : Name
      : never;

type Untidy<F, Item, Own> = Item extends `${infer First},${infer Rest}`
  ? Tidied<F, First, Own> | Tidied<F, Rest, Own>
  : Item extends ` ${infer Rest}` | `${infer Rest} `
    ? Tidied<F, Rest, Own>
    : Item extends `${infer Head}.${infer Rest}`
      ? Lowercase<Head> extends Own
        ? Tidied<F, Rest, Own>
        : Item
      : Item;
