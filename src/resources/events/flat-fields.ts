type JsonObject = Readonly<Record<string, unknown>>;

/** Change events hold names and addresses as one, and name their parts by themselves; rows have a field for each. */
export function flatFields(values: JsonObject): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) fields[name] = value;
    else for (const [part, partValue] of Object.entries(value)) fields[partName(name, part)] = partValue;
  }
  return fields;
}

/** `BillingCity` of `BillingAddress`, `LastName` of `Name`, `Place__Latitude__s` of `Place__c`. */
function partName(compound: string, part: string): string {
  if (compound.endsWith("__c")) return `${compound.slice(0, -1)}${part}__s`;
  return compound.replace(/(Name|Address)$/, "") + part;
}
