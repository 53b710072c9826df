/** Never present at run time: it only carries what a string on the wire stands for. */
declare const brand: unique symbol;

/**
 * A string with a meaning. The brand is optional, so a plain string literal is accepted wherever a
 * branded string is asked for, while two different brands refuse each other.
 */
export type Branded<Kind extends string, Detail = unknown, Base = string> = Base & {
  readonly [brand]?: readonly [Kind, Detail];
};

/** The kind a branded string carries; `never` for a plain string or a picklist value. */
export type BrandOf<T> = T extends { readonly [brand]?: readonly [infer Kind, unknown] }
  ? unknown extends Kind
    ? never
    : Kind
  : never;

/** What a brand of this kind says beside the kind: the values of a multi-select picklist. */
export type DetailOf<T, Kind extends string> = T extends { readonly [brand]?: readonly [Kind, infer Detail] }
  ? Detail
  : never;

/**
 * A record id, 15 or 18 characters (Salesforce always answers with 18). `Id<"Contact">` does not fit
 * where `Id<"Account">` is asked for; a literal or any other plain string does.
 */
export type Id<N extends string = string> = Branded<"id", N>;

/** A calendar day on the wire, `2024-02-29`: no time, no zone. */
export type DateString = Branded<"date">;

/** A moment on the wire. Salesforce answers in UTC with milliseconds: `2024-02-29T13:45:00.000+0000`. */
export type DateTimeString = Branded<"datetime">;

/** A time of day on the wire, in UTC: `13:45:00.000Z`. */
export type TimeString = Branded<"time">;

/**
 * A blob field. On reads it is the URL path the bytes can be fetched from, never the bytes; on writes it
 * is the content in base64.
 */
export type Base64 = Branded<"base64">;

/** A multi-select picklist on the wire: the chosen values in one string, `Red;Blue`. */
export type MultiPicklist<Value extends string = string> = Branded<"multipicklist", Value>;

/** A picklist that accepts values outside its list: the known ones are still offered by the editor. */
export type OpenPicklist<Value extends string> = Value | (string & {});
