import { SettingsError } from "../../errors.js";
import type { WireUiPicklist } from "../../http/schemas.js";
import { kindOf } from "../../settings/kind-of.js";
import type { UiPicklistEntry } from "./ui-picklists.js";

/** The values of a picklist, in the org's order. */
export function uiPicklistEntries({
  controllerValues,
  defaultValue,
  values,
}: WireUiPicklist): UiPicklistEntry<string, string | boolean>[] {
  const controlling = controllingValues(controllerValues);
  return values.map(({ value, label, validFor }) => ({
    value,
    label: label ?? value,
    isDefault: value === defaultValue?.value,
    offeredFor:
      controlling.size === 0
        ? null
        : validFor.flatMap((place) => (controlling.has(place) ? [controlling.get(place) ?? ""] : [])),
  }));
}

/**
 * The values of a picklist that are offered for one of the controlling field.
 *
 * @param path as `Account.BillingStateCode`, for the error
 * @throws SettingsError where it depends on none, or not on one with this value
 */
export function entriesFor(
  picklist: WireUiPicklist,
  controlledBy: unknown,
  path: string,
): UiPicklistEntry<string, string | boolean>[] {
  const entries = uiPicklistEntries(picklist);
  if (controlledBy === undefined) return entries;
  const controlling = [...controllingValues(picklist.controllerValues).values()];
  if (controlling.length === 0) {
    throw wrong(path, "does not depend on another field.", "Leave `controlledBy` out.");
  }
  if (typeof controlledBy !== "string" && typeof controlledBy !== "boolean") {
    throw wrong(path, `cannot depend on ${kindOf(controlledBy)}.`, "Give a value of the controlling field.");
  }
  if (!controlling.some((value) => value === controlledBy)) {
    throw wrong(
      path,
      "depends on a field that does not have the value of `controlledBy`.",
      "Give one it has, for this record type.",
    );
  }
  return entries.filter(({ offeredFor }) => offeredFor?.some((value) => value === controlledBy));
}

/** The values of the controlling field by their places. A checkbox has two, which are written as text. */
function controllingValues(places: Readonly<Record<string, number>>): Map<number, string | boolean> {
  const names = Object.keys(places);
  const isCheckbox = names.length === 2 && names.includes("true") && names.includes("false");
  return new Map(Object.entries(places).map(([name, place]) => [place, isCheckbox ? name === "true" : name]));
}

function wrong(path: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.picklist", `${path} ${problem}`, { hint });
}
