import type { BrandOf } from "./brand.js";
import type { Refused } from "./refused.js";
import type { Fields, Get } from "./schema.js";

type IsBlob<T> = [BrandOf<T>] extends [never] ? false : [BrandOf<T>] extends ["base64"] ? true : false;

/** The fields of an object that hold bytes. */
type Blobs<F> = { [K in keyof F]-?: IsBlob<NonNullable<F[K]>> extends true ? K : never }[keyof F] & string;

type IsText<T> = [BrandOf<T>] extends [never] ? (string extends T ? true : false) : false;

/** The fields of an object that hold any text: of rich text, the types know no more. */
type Texts<F> = { [K in keyof F]-?: IsText<NonNullable<F[K]>> extends true ? K : never }[keyof F] & string;

type OrRefused<K, Message extends string> = [K] extends [never] ? Refused<Message> : K;

/** A field that holds bytes, as `Body` of `Attachment`. */
export type BlobField<S, N extends keyof S> = OrRefused<
  Blobs<Fields<S, N>>,
  `no field of ${N & string} holds a file`
>;

/** A field that holds bytes, and that a new record can have. */
export type NewBlobField<S, N extends keyof S> = OrRefused<
  Exclude<Blobs<Fields<S, N>>, Get<S[N], "notCreateable">>,
  `no new record of ${N & string} takes a file`
>;

/** A field that holds bytes, which can be changed. */
export type ChangedBlobField<S, N extends keyof S> = OrRefused<
  Exclude<Blobs<Fields<S, N>>, Get<S[N], "notUpdateable">>,
  `no record of ${N & string} takes another file`
>;

/** A field that holds text, which may be rich. */
export type TextField<S, N extends keyof S> = OrRefused<
  Texts<Fields<S, N>>,
  `no field of ${N & string} holds text`
>;
