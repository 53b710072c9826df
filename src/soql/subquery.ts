import { SettingsError } from "../errors.js";
import type { OrgMetadata } from "../schema/metadata.js";
import type { Subquery } from "../schema/subquery.js";
import { checkDefined } from "./defined.js";
import { checkName, entriesOf, metadataOf } from "./names.js";

/** Known by identity: a filter that came in as JSON cannot pass for one. */
const subqueries = new WeakSet<object>();

/**
 * The values of a field, to look for others among.
 *
 * @throws SettingsError where an argument is not known
 */
export function createSubquery(
  object: string,
  field: string,
  args: unknown,
  metadata: OrgMetadata,
): Subquery<unknown> {
  metadataOf(object, metadata, "subquery");
  checkName(field, "subquery.field");
  const { where, ...rest } = Object.fromEntries(entriesOf(args, "subquery"));
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) {
    throw new SettingsError("settings.find", `\`subquery.${unknown}\` is not known.`, {
      hint: "A subquery takes { where } only: SOQL neither sorts nor limits it.",
    });
  }
  if (Object.hasOwn(args as object, "where")) checkDefined(where, "subquery.where");
  const subquery = Object.freeze({ object, field, where });
  subqueries.add(subquery);
  return subquery;
}

export function isSubquery(value: unknown): value is Subquery<unknown> {
  return typeof value === "object" && value !== null && subqueries.has(value);
}
