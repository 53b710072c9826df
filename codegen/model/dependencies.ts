import type { DependencyModel } from "./model.js";
import { nameKey } from "./names.js";
import type { Notice } from "./notice.js";
import type { RawField, RawPicklistValue } from "./raw-describe.js";

type Tell = (kind: Notice["kind"], detail: string) => void;

/**
 * Which values of a picklist are offered for which of its controlling field. Null where it does not depend, or
 * the describe does not say how.
 *
 * @param fields all those of the object
 */
export function dependencyOf(
  field: RawField,
  fields: readonly RawField[],
  tell: Tell,
): DependencyModel | null {
  const dependents = (field.picklistValues ?? []).filter(({ validFor }) => typeof validFor === "string");
  const controller = fields.find(({ name }) => nameKey(name) === nameKey(field.controllerName ?? ""));
  const controlling = controller === undefined ? [] : controllingValues(controller);
  if (controller === undefined || controlling.length === 0 || dependents.length === 0) return null;
  try {
    return { controller: controller.name, offered: offeredFor(controlling, dependents) };
  } catch {
    tell("unreadable-dependency", `${field.name} depends on ${controller.name}`);
    return null;
  }
}

interface ControllingValue {
  readonly value: string;
  readonly active: boolean;
}

/** In the order that `validFor` counts by: inactive ones have a place, too. */
function controllingValues({ type, picklistValues }: RawField): ControllingValue[] {
  if (type === "boolean") return ["false", "true"].map((value) => ({ value, active: true }));
  return (picklistValues ?? []).map(({ value, active }) => ({
    value: value ?? "",
    active: value !== null && active !== false,
  }));
}

function offeredFor(
  controlling: readonly ControllingValue[],
  dependents: readonly RawPicklistValue[],
): DependencyModel["offered"] {
  const offered = new Map<string, Set<string>>();
  for (const { value, active } of controlling) if (active) offered.set(value, new Set());
  for (const { value, active, validFor } of dependents) {
    if (value === null || active === false) continue;
    const bytes = atob(validFor ?? "");
    controlling.forEach((entry, place) => {
      if (isSet(bytes, place)) offered.get(entry.value)?.add(value);
    });
  }
  return [...offered].map(([value, values]) => [value, [...values]]);
}

/** Whether the bit of a place is set, the first being the highest of the first byte. Bits at the end may be left out. */
function isSet(bytes: string, place: number): boolean {
  return (bytes.charCodeAt(place >> 3) & (0x80 >> (place & 7))) !== 0;
}
