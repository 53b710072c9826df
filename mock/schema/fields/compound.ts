import {
  type DefinedField,
  type FieldDefinition,
  type FieldOptions,
  type FieldPlace,
  field,
  nameOf,
} from "../field-definition.js";
import type { FieldDescribe } from "../field-describe.js";
import { isCustomName, labelOf } from "../names.js";
import { schemaError } from "../schema-error.js";
import { double } from "./number.js";
import { type PicklistValues, picklist } from "./picklist.js";
import { text, textarea } from "./text.js";

const geocodeAccuracies = [
  "Address",
  "NearAddress",
  "Block",
  "Street",
  "ExtendedZip",
  "Zip",
  "Neighborhood",
  "City",
  "County",
  "State",
  "Unknown",
];

export interface CompoundOptions {
  /** Default: made from the name. */
  readonly label?: string;
  readonly help?: string;
}

/** Parts of a compound field: from what stands after its common name to the field. */
type Parts = Readonly<Record<string, (label: string) => FieldDefinition>>;

const standardAddress: Parts = {
  Street: (label) => textarea(255, { label: `${label}Street` }),
  City: (label) => text(40, { label: `${label}City` }),
  State: (label) => text(80, { label: `${label}State/Province` }),
  PostalCode: (label) => text(20, { label: `${label}Zip/Postal Code` }),
  Country: (label) => text(80, { label: `${label}Country` }),
  Latitude: (label) => double(18, 15, { label: `${label}Latitude` }),
  Longitude: (label) => double(18, 15, { label: `${label}Longitude` }),
  GeocodeAccuracy: (label) =>
    picklist(geocodeAccuracies, { label: `${label}Geocode Accuracy`, restricted: true, length: 40 }),
};

const customAddress: Parts = {
  __Street__s: (label) => textarea(255, { label: `${label} (Street)` }),
  __City__s: (label) => text(40, { label: `${label} (City)` }),
  __PostalCode__s: (label) => text(20, { label: `${label} (Zip/Postal Code)` }),
  __StateCode__s: (label) => text(10, { label: `${label} (State/Province Code)` }),
  __CountryCode__s: (label) => text(10, { label: `${label} (Country Code)` }),
  __Latitude__s: (label) => double(18, 15, { label: `${label} (Latitude)` }),
  __Longitude__s: (label) => double(18, 15, { label: `${label} (Longitude)` }),
  __GeocodeAccuracy__s: (label) =>
    picklist(geocodeAccuracies, { label: `${label} (Geocode Accuracy)`, restricted: true, length: 40 }),
};

/**
 * A postal address with its parts, which are the fields to write: `BillingAddress` brings `BillingStreet`,
 * `BillingCity` and so on; `Site__c` brings `Site__Street__s` and so on.
 */
export function address(options: CompoundOptions = {}): FieldDefinition {
  return (place) => {
    const whole = field("address", options)(place);
    if (isCustomName(place.name)) {
      const label = options.label ?? labelOf(place.name);
      return [...partsOf(place, place.name.replace(/__c$/, ""), customAddress, label), ...whole];
    }
    if (!place.name.endsWith("Address")) {
      throw schemaError(nameOf(place), "the name of an address must end with Address.", "Or with __c.");
    }
    const prefix = place.name.slice(0, -"Address".length);
    return [...partsOf(place, prefix, standardAddress, prefix === "" ? "" : `${labelOf(prefix)} `), ...whole];
  };
}

export interface GeolocationOptions extends CompoundOptions {
  /** Digits after the point of latitude and longitude, up to 15. Default: 6. */
  readonly scale?: number;
  /** Whether it is shown in decimals rather than degrees, minutes and seconds. Default: true. */
  readonly decimal?: boolean;
}

/** A place on earth with its parts: `Location__c` brings `Location__Latitude__s` and `Location__Longitude__s`. */
export function geolocation(options: GeolocationOptions = {}): FieldDefinition {
  const { scale = 6, decimal = true, ...rest } = options;
  return (place) => {
    if (!place.name.endsWith("__c"))
      throw schemaError(nameOf(place), "a geolocation's name must end with __c.");
    const label = rest.label ?? labelOf(place.name);
    const parts = partsOf(
      place,
      place.name.replace(/__c$/, ""),
      {
        __Latitude__s: () => double(scale + 3, scale, { label: `${label} (Latitude)` }),
        __Longitude__s: () => double(scale + 3, scale, { label: `${label} (Longitude)` }),
      },
      label,
      { displayLocationInDecimal: decimal },
    );
    return [...field("location", rest, { displayLocationInDecimal: decimal })(place), ...parts];
  };
}

export interface PersonNameOptions extends FieldOptions {
  /** Values of `Salutation`; null for a person without one. Default: Mr., Ms., Mrs., Dr., Prof., Mx. */
  readonly salutations?: PicklistValues | null;
}

const usualSalutations = ["Mr.", "Ms.", "Mrs.", "Dr.", "Prof.", "Mx."];

/** The name of a person with its parts `LastName`, `FirstName` and `Salutation`, which are the fields to write. */
export function personName(options: PersonNameOptions = {}): FieldDefinition {
  const { salutations = usualSalutations, ...rest } = options;
  return (place) => {
    if (place.name !== "Name") throw schemaError(nameOf(place), "a person's name must be called Name.");
    const parts: Parts = {
      LastName: () => text(80, { required: true }),
      FirstName: () => text(40, { permissionable: false }),
      ...(salutations !== null && {
        Salutation: () => picklist(salutations, { length: 40, permissionable: false }),
      }),
    };
    const person = { extraTypeInfo: "personname" };
    const whole = field(
      "string",
      { label: "Full Name", readOnly: true, nillable: false, idLookup: false, ...rest },
      {
        ...person,
        length: 121,
        nameField: true,
      },
    );
    return [...partsOf(place, "", parts, "", person), ...whole(place)];
  };
}

function partsOf(
  place: FieldPlace,
  prefix: string,
  parts: Parts,
  label: string,
  attributes: Partial<FieldDescribe> = {},
): readonly DefinedField[] {
  return Object.entries(parts).flatMap(([suffix, part]) =>
    part(label)({ object: place.object, name: `${prefix}${suffix}` }).map((entry) => ({
      ...entry,
      describe: { ...entry.describe, ...attributes, compoundFieldName: place.name },
    })),
  );
}
