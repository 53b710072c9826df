import type { ObjectInfo } from "../catalog/object-info.js";
import type { Value } from "../store/table.js";

const PARTS = ["FirstName", "MiddleName", "LastName", "Suffix"];

/**
 * The full name of a person made of its parts; undefined where the object is no person, or the record has no
 * last name (a business account in an org with person accounts).
 */
export function personName(
  object: ObjectInfo,
  values: Readonly<Record<string, Value | undefined>>,
): string | undefined {
  const lastName = object.field("LastName");
  const name = object.field("Name");
  if (lastName === undefined || name === undefined || !values.LastName) return undefined;
  if (name.createable && lastName.compoundFieldName !== name.name) return undefined;
  return PARTS.map((part) => values[part])
    .filter((part) => typeof part === "string" && part !== "")
    .join(" ");
}
