import type { FieldInfo } from "./field-info.js";

/** One component of an address or location: its key in the answer and the field that holds it. */
export interface CompoundPart {
  readonly key: string;
  readonly field: string;
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  address: [
    "City",
    "Country",
    "CountryCode",
    "GeocodeAccuracy",
    "Latitude",
    "Longitude",
    "PostalCode",
    "State",
    "StateCode",
    "Street",
  ],
  location: ["Latitude", "Longitude"],
};

/** The components of each address and location field, in the order Salesforce answers them. */
export function compoundParts(fields: readonly FieldInfo[]): Map<string, CompoundPart[]> {
  const compounds = new Map<string, CompoundPart[]>();
  for (const compound of fields) {
    const names = PARTS[compound.type];
    if (names === undefined) continue;
    const members = fields.filter((field) => field.compoundFieldName === compound.name && field !== compound);
    compounds.set(compound.name, partsOf(names, members));
  }
  return compounds;
}

function partsOf(names: readonly string[], members: readonly FieldInfo[]): CompoundPart[] {
  const parts: CompoundPart[] = [];
  for (const name of names) {
    const member = members.find((field) => field.name.replace(/__s$/, "").endsWith(name));
    if (member !== undefined)
      parts.push({ key: name.charAt(0).toLowerCase() + name.slice(1), field: member.name });
  }
  return parts;
}
