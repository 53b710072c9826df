/**
 * What generated code says of one sObject. Relationships are names, never types: files do not import each
 * other and nothing recurses, so an org of 1,500 objects stays cheap.
 */
export interface ObjectDef {
  /** Every readable field with its wire type. */
  fields: object;
  /** Parent relationships with one target: `{ Owner: "User"; Parent: "Account" | null }`; null where the lookup may be empty. */
  parents: object;
  /** Parent relationships with several possible targets, also those not generated: `{ What: "Account" | "Opportunity" | null }`. */
  polymorphic: object;
  /** Child relationships: `{ Contacts: "Contact" }`. */
  children: object;
  // Of those that follow each is left out where there is none.
  /** Fields that must be given on create. */
  required?: string;
  notCreateable?: string;
  notUpdateable?: string;
  /** External-id and id-lookup fields: what an upsert may match on. */
  externalId?: string;
  notFilterable?: string;
  notSortable?: string;
  notGroupable?: string;
  notAggregatable?: string;
  /** Developer names of the record types. */
  recordTypes?: string;
  /**
   * Picklists whose values depend on another field: `{ State__c: { by: "Country__c"; values: { US: "NY" | "TX" } } }`.
   * Every value of the controlling field is there, `never` where nothing is offered for it; a checkbox has
   * `false` and `true`. Left out where the object has none.
   */
  dependent?: object;
  /** Compound fields with the names of what is written instead: `{ BillingAddress: "BillingCity, …" }`. Left out where there are none. */
  compound?: object;
}

export type ObjectName<S> = keyof S & string;

/** `T[K]` where it exists; `never` otherwise. */
export type Get<T, K> = K extends keyof T ? T[K] : never;

export type Fields<S, N extends keyof S> = Get<S[N], "fields">;
export type Parents<S, N extends keyof S> = Get<S[N], "parents">;
export type Polymorphic<S, N extends keyof S> = Get<S[N], "polymorphic">;
export type Children<S, N extends keyof S> = Get<S[N], "children">;

/** The object a relationship names, as a key of the schema. */
export type Target<S, T> = Extract<T, keyof S>;

/** Spreads an intersection out, so that hovers and errors show one plain object. */
export type Flat<T> = { [K in keyof T]: T[K] } & {};
