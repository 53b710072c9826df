import type { Id } from "../../schema/brand.js";
import type { Controlling, PicklistValue } from "../../schema/picklist.js";
import type { Fields, Get } from "../../schema/schema.js";
import type { PicklistKey } from "../../schema/ui-record.js";
import type { PicklistEntry } from "../sobject/picklist.js";

/** A record type of an object, by its developer name or id. */
export type RecordTypeKey<Definition> = Get<Definition, "recordTypes"> | Id<"RecordType">;

/** One value of a picklist, as a record type offers it. */
export interface UiPicklistEntry<Value extends string, ControllingValue> extends PicklistEntry<Value> {
  /** For which values of the controlling field it is offered; null where the picklist depends on none. */
  readonly offeredFor: readonly ControllingValue[] | null;
}

export interface UiPicklistOptions<Definition, ControllingValue = string | boolean> {
  /** The record type, by its developer name or id. Default: the user's default record type. */
  readonly recordType?: RecordTypeKey<Definition> | undefined;
  /** Only the values that are offered for this value of the controlling field. */
  readonly controlledBy?: ControllingValue | undefined;
}

/** The entries of a field's picklist. */
export type UiPicklistEntries<
  S,
  N extends keyof S,
  K extends keyof Fields<S, N>,
  C = never,
> = UiPicklistEntry<PicklistValue<S, N, K, C, false>, Extract<Controlling<S, N, K>, string | boolean>>[];

/** The picklists of an object by field: those that the user may see. */
export type UiPicklists<S, N extends keyof S> = {
  readonly [K in keyof Fields<S, N> as PicklistKey<Fields<S, N>, K>]?: UiPicklistEntries<S, N, K>;
};
