import { kindOf } from "../../settings/kind-of.js";
import { checkArgs, wrong } from "./check-args.js";

/** What a path may be made of: it goes into a list with commas. */
const NAME = /^\w+$/;

/**
 * The fields of `select` as the UI API names them, `Account.Owner.Name`.
 *
 * @param place of the argument, for the error
 * @throws SettingsError that names what is no field
 */
export function fieldPaths(object: string, select: unknown, place: string): string[] {
  if (typeof select !== "object" || select === null || Array.isArray(select)) {
    throw wrong(`\`${place}\` is ${Array.isArray(select) ? "a list" : kindOf(select)}.`, EXAMPLE);
  }
  return Object.entries(select).flatMap(([name, value]: [string, unknown]) => {
    if (!NAME.test(name)) throw wrong(`\`${place}\` holds what is no API name.`, EXAMPLE);
    if (value === true) return [`${object}.${name}`];
    if (value === undefined) return [];
    const nested = value as { select?: unknown } | null;
    if (typeof nested === "object" && nested?.select !== undefined) {
      return fieldPaths(`${object}.${name}`, nested.select, `${place}.${name}.select`);
    }
    throw wrong(`\`${place}.${name}\` is ${kindOf(value)}.`, "Give true, or { select: { … } } for a parent.");
  });
}

const EXAMPLE = "Give fields, as { Name: true, Owner: { select: { Name: true } } }.";

/** @throws SettingsError where nothing is asked for */
export function selectedPaths(object: string, args: unknown): { fields: string[]; optionalFields: string[] } {
  const { select, optional = {} } = checkArgs(args, ["select", "optional"]);
  const fields = fieldPaths(object, select, "select");
  const optionalFields = fieldPaths(object, optional, "optional");
  if (fields.length + optionalFields.length > 0) return { fields, optionalFields };
  throw wrong("`select` names no field.", EXAMPLE);
}
