/** A record that says what object it is: of `find` in `$type`, of SOQL text in `attributes`. */
type Typed = { readonly $type: string } | { readonly attributes: { readonly type: string } };

/** What a record may be. */
type TypeOf<R> = R extends { readonly $type: infer T } | { readonly attributes: { readonly type: infer T } }
  ? T
  : never;

/** Those of the records that may be of a type. */
type OfType<R, T> = R extends Typed ? (T extends TypeOf<R> ? R : never) : never;

/**
 * Whether a parent that may be one of several objects is there and of this type.
 *
 * @example
 * if (isType(task.What, "Opportunity")) console.log(task.What.Amount);
 */
export function isType<R extends Typed | null | undefined, const T extends TypeOf<R> & string>(
  record: R,
  type: T,
): record is OfType<R, T> {
  if (record === null || record === undefined) return false;
  return ("$type" in record ? record.$type : record.attributes.type) === type;
}
