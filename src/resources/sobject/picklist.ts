import { SettingsError } from "../../errors.js";
import type { DescribeField, DescribeSObject } from "../../http/schemas.js";

/** One value of a picklist, as the org has it now. */
export interface PicklistEntry<Value extends string = string> {
  readonly value: Value;
  /** As the user sees it, in the user's language. */
  readonly label: string;
  readonly isDefault: boolean;
}

export interface PicklistOptions<Controlling = string | boolean, Inactive extends boolean = boolean> {
  /** Only the values that are offered for this value of the controlling field. */
  readonly controlledBy?: Controlling;
  /** Also values that can no longer be chosen. Default: false. */
  readonly inactive?: Inactive;
}

/**
 * The values of a picklist, in the org's order.
 *
 * @throws SettingsError where the field is none, or does not depend on another as asked
 */
export function picklistEntries(
  describe: DescribeSObject,
  name: string,
  { controlledBy, inactive = false }: PicklistOptions,
): PicklistEntry[] {
  const field = describe.fields.find((candidate) => candidate.name === name);
  const values = field?.picklistValues ?? [];
  if (field === undefined || values.length === 0) {
    throw wrong(
      `${describe.name}.${name}`,
      "has no values to choose from.",
      "Name a picklist of the object.",
    );
  }
  const places = controlledBy === undefined ? undefined : controllingPlaces(describe, field, controlledBy);
  return values
    .filter((entry) => inactive || entry.active !== false)
    .filter((entry) => places?.some((place) => isValidFor(entry.validFor, place)) ?? true)
    .map(({ value, label, defaultValue }) => ({
      value,
      label: label ?? value,
      isDefault: defaultValue === true,
    }));
}

/** Where the value stands among all those of the controlling field, which may have it twice: what `validFor` counts by. */
function controllingPlaces(
  describe: DescribeSObject,
  field: DescribeField,
  value: string | boolean,
): number[] {
  const path = `${describe.name}.${field.name}`;
  const controller = describe.fields.find((candidate) => candidate.name === field.controllerName);
  if (controller === undefined) {
    throw wrong(path, "does not depend on another field.", "Leave `controlledBy` out.");
  }
  // A checkbox has no values of its own: false comes first.
  if (controller.type === "boolean") return [value === true || value === "true" ? 1 : 0];
  const places = (controller.picklistValues ?? []).flatMap((entry, place) =>
    entry.value === value ? [place] : [],
  );
  if (places.length > 0) return places;
  throw wrong(
    path,
    `depends on ${controller.name}, which does not have the value of \`controlledBy\`.`,
    "Give one it has.",
  );
}

/** `validFor` is a set of bits in base64, the first place being the highest bit of the first byte. */
function isValidFor(validFor: string | null | undefined, place: number): boolean {
  if (validFor === null || validFor === undefined) return false;
  const byte = atob(validFor).charCodeAt(place >> 3);
  return (byte & (0x80 >> (place & 7))) !== 0;
}

function wrong(path: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.picklist", `${path} ${problem}`, { hint });
}
