/**
 * The values of one field of an object, to look for others among: `sf.Contact.subquery("AccountId")`. Made by
 * an object's `subquery`, used as `in` or `notIn` of an id.
 */
export interface Subquery<V> {
  /** API name of the object that is searched. */
  readonly object: string;
  /** The field whose values are looked for. */
  readonly field: string & { readonly [value]?: V };
  /** The conditions on it, as in `find`. */
  readonly where: unknown;
}

/** Never present at run time: carries what the field holds. */
declare const value: unique symbol;
