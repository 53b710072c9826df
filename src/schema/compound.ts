/** A compound address. Read only: write its component fields (`BillingStreet`, `BillingCity`, …). */
export interface Address {
  street: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
  country: string | null;
  /** Present when the org has state and country picklists. */
  stateCode?: string | null;
  /** Present when the org has state and country picklists. */
  countryCode?: string | null;
  latitude: number | null;
  longitude: number | null;
  geocodeAccuracy: string | null;
}

/** A compound geolocation. Read only: write `X__Latitude__s` and `X__Longitude__s`. */
export interface Location {
  latitude: number | null;
  longitude: number | null;
}

/**
 * What a polymorphic parent (`Task.What`, `Case.Owner`) answers without TYPEOF: the fields of the `Name`
 * sObject, whichever object the record points to.
 */
export interface NameFields {
  Id: string;
  Name: string | null;
  /** API name of the object the record is, for example `"Account"`. */
  Type: string;
  FirstName: string | null;
  LastName: string | null;
  Alias: string | null;
  Email: string | null;
  Phone: string | null;
  Title: string | null;
  Username: string | null;
  IsActive: boolean;
}
