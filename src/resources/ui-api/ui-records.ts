import type { CallOptions } from "../../http/call-options.js";
import type { UiFieldInfo, UiRecordTypeInfo, WireUiObjectInfo } from "../../http/schemas.js";
import type { Id } from "../../schema/brand.js";
import type { Fields } from "../../schema/schema.js";
import type { NoExtraUi, UiLayoutFields, UiSelect } from "../../schema/ui-record.js";
import type { DraftInput } from "../../schema/write.js";
import type { RecordTypeKey } from "./ui-picklists.js";

/** A record as users see it. */
export interface UiRecord<N extends string, F> {
  readonly id: Id<N>;
  /** API name of its object. */
  readonly apiName: N;
  readonly fields: F;
  /** Null where the object has no record types. */
  readonly recordTypeId: Id<"RecordType"> | null;
  readonly recordTypeInfo: UiRecordTypeInfo | null;
  readonly lastModifiedById: Id<"User"> | null;
  /** As Salesforce writes it, whatever the decoders: `ifUnmodifiedSince` of `update` takes it. */
  readonly lastModifiedDate: string | null;
  readonly systemModstamp: string | null;
  /** The same as long as nothing of what was read changes. */
  readonly eTag: string;
  /** Grows with each change of the record. */
  readonly weakEtag: number;
}

/** What to read of a record. */
export interface UiRecordArgs<S, N extends keyof S, Sel, Opt> {
  /** What the user must be able to see: fields, and parents with theirs. */
  select: UiSelect<S, N> & NoExtraUi<S, N, Sel> & Sel;
  /** What is left out where the user may not see it. */
  optional?: (UiSelect<S, N> & NoExtraUi<S, N, Opt> & Opt) | undefined;
}

/** Whose fields to read. */
export interface UiLayoutArgs {
  /** Default: `["Full"]`. */
  layoutTypes?: readonly ("Full" | "Compact")[] | undefined;
  /** What the layouts are for. Default: `["View"]`. */
  modes?: readonly ("View" | "Edit" | "Create")[] | undefined;
}

export interface UiSaveOptions extends CallOptions {
  /** Save although a duplicate rule warns; one that blocks still does. Default: false. */
  allowDuplicates?: boolean;
}

export interface UiUpdateOptions extends UiSaveOptions {
  /** Refuse the changes where the record was changed after this: the `lastModifiedDate` of what was read, or a Date. */
  ifUnmodifiedSince?: string | Date;
}

/** The record of a form before the user fills it in. */
export interface UiDraft<S, N extends keyof S & string> {
  readonly apiName: N;
  /** As users see it. */
  readonly fields: UiLayoutFields<S, N>;
  /** The values that `create` takes, those that are empty left out. */
  readonly record: DraftInput<S, N>;
  readonly recordTypeId: Id<"RecordType"> | null;
  readonly recordTypeInfo: UiRecordTypeInfo | null;
}

export interface UiDraftArgs<Definition> {
  /** The record type, by its developer name or id. Default: the user's default record type, or that of the original. */
  recordType?: RecordTypeKey<Definition> | undefined;
}

/** What the user may know of an object: labels and rights included. */
export interface UiObjectInfo<S, N extends keyof S & string>
  extends Omit<WireUiObjectInfo, "apiName" | "defaultRecordTypeId" | "fields"> {
  readonly apiName: N;
  readonly defaultRecordTypeId: Id<"RecordType"> | null;
  /** By API name; those that the user may not see are left out. */
  readonly fields: { readonly [K in keyof Fields<S, N>]?: UiFieldInfo };
}
