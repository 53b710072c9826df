/**
 * The field kinds whose values need more than a quoted string: in SOQL text, in Bulk CSV and in decoding.
 * A field without an entry is text.
 */
export type CodedKind = "boolean" | "number" | "date" | "datetime" | "time" | "multipicklist" | "base64";

/** What the run time must know of one object; everything else lives in types only. */
export interface ObjectMetadata {
  readonly fields: Readonly<Record<string, CodedKind>>;
  /** Parent relationship → its object; an empty string for a polymorphic one (the `Name` sObject answers). */
  readonly parents: Readonly<Record<string, string>>;
  /** Child relationship → its object. */
  readonly children: Readonly<Record<string, string>>;
}

/** Metadata of every generated object, by API name. */
export type OrgMetadata = Readonly<Record<string, ObjectMetadata>>;
