import type { Id } from "../src/schema/brand.js";
import type { Fields } from "../src/schema/schema.js";
import type { CreateInput } from "../src/schema/write.js";

/** Records to create, by object, in the order of the objects: parents before their children. */
export type SeedRecords<S = unknown> = unknown extends S
  ? Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  : { readonly [N in keyof S]?: readonly CreateInput<S, N>[] };

/** The ids of records by object, in the order they were given. */
export type SeedIds<S = unknown> = unknown extends S
  ? Record<string, string[]>
  : { [N in keyof S & string]?: Id<N>[] };

/** How many records to make, by object. */
export type FillCounts<S = unknown> = unknown extends S
  ? Readonly<Record<string, number>>
  : { readonly [N in keyof S]?: number };

/** A record with every field; of an org that is not typed, of any names. */
export type OrgRecord<S, N extends string> = unknown extends S
  ? Record<string, unknown>
  : N extends keyof S
    ? Fields<S, N>
    : never;

/** The names of an org's objects. */
export type OrgObject<S> = unknown extends S ? string : keyof S & string;
