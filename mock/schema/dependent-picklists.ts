import { type DefinedField, nameOf } from "./field-definition.js";
import type { PicklistValueDescribe } from "./field-describe.js";
import { schemaError } from "./schema-error.js";

/** Fills in `validFor` of the dependent picklists of an object, now that their controlling fields are known. */
export function linkDependentPicklists(
  object: string,
  fields: readonly DefinedField[],
): readonly DefinedField[] {
  return fields.map((entry) =>
    entry.describe.controllerName === null ? entry : linkPicklist(object, entry, fields),
  );
}

function linkPicklist(object: string, entry: DefinedField, fields: readonly DefinedField[]): DefinedField {
  const { controllerName, name, picklistValues } = entry.describe;
  const controlling = controllingValues(fields.find((other) => other.describe.name === controllerName));
  if (controlling === undefined) {
    throw schemaError(
      nameOf({ object, name }),
      `its controller ${controllerName} is no picklist or boolean of the object.`,
    );
  }
  const link = (value: PicklistValueDescribe) => ({
    ...value,
    validFor: bitSet(controlling.length, places(object, entry, value.value, controlling)),
  });
  return { ...entry, describe: { ...entry.describe, picklistValues: picklistValues.map(link) } };
}

function controllingValues(controller: DefinedField | undefined): readonly string[] | undefined {
  if (controller?.describe.type === "boolean") return ["false", "true"];
  if (controller === undefined || controller.describe.picklistValues.length === 0) return undefined;
  return controller.describe.picklistValues.map(({ value }) => value);
}

function places(
  object: string,
  entry: DefinedField,
  value: string,
  controlling: readonly string[],
): readonly number[] {
  return (entry.offeredFor.get(value) ?? []).map((wanted) => {
    const place = controlling.indexOf(String(wanted));
    if (place >= 0) return place;
    throw schemaError(
      nameOf({ object, name: entry.describe.name }),
      `${JSON.stringify(value)} is offered for ${JSON.stringify(wanted)}, which ${entry.describe.controllerName} does not have.`,
    );
  });
}

/** Base64 of a bit for each place, the first being the highest bit of the first byte. */
function bitSet(size: number, set: readonly number[]): string {
  // Salesforce pads to whole groups of three bytes, so that no `=` follows.
  const bytes = new Uint8Array(Math.ceil(size / 24) * 3);
  for (const place of set) bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (0x80 >> (place % 8));
  return btoa(String.fromCharCode(...bytes));
}
