import type { CallOptions } from "../../http/call-options.js";
import type { DateTimeString, Id } from "../../schema/brand.js";
import type { IsoValue } from "../../schema/soql/bind-value.js";

/** The time that changes are asked of, in whole minutes: Salesforce does not look at seconds. */
export interface ChangeWindow {
  /** From when on: `latestDateCovered` of the answer before, a `Date`, or another moment with its zone. */
  since: DateTimeString | IsoValue;
  /** Until when; at least a minute later. Default: the minute that has just begun. */
  until?: DateTimeString | IsoValue | undefined;
}

/** What was created or changed in a time. */
export interface UpdatedRecords<N extends string = string> {
  /** Each once, however often it was changed. Those that were deleted since are not among them. */
  readonly ids: Id<N>[];
  /** Where the next call goes on: its `since`. */
  readonly latestDateCovered: DateTimeString;
}

/** What was deleted in a time. */
export interface DeletedRecords<N extends string = string> {
  readonly deletedRecords: { readonly id: Id<N>; readonly deletedDate: DateTimeString }[];
  /** Of what was deleted before, nothing is known any more: records read before are to be read anew. */
  readonly earliestDateAvailable: DateTimeString;
  /** Where the next call goes on: its `since`. */
  readonly latestDateCovered: DateTimeString;
}

/** What changed of an object since the last look, to keep a copy of its records up to date. */
export interface Replication<N extends string = string> {
  /**
   * The ids of the records that were created or changed in a time of the last 30 days.
   * `GET /sobjects/{sObject}/updated`.
   *
   * @throws SettingsError where `since` or `until` is no moment, or they are less than a minute or more than 30
   * days apart
   * @throws ApiError with `EXCEEDED_ID_LIMIT` where there are more than 600,000: ask for a shorter time
   */
  updated(window: ChangeWindow, options?: CallOptions): Promise<UpdatedRecords<N>>;

  /**
   * The records that were deleted in a time of the last 15 days, as long as they are in the recycle bin.
   * `GET /sobjects/{sObject}/deleted`.
   *
   * @throws SettingsError where `since` or `until` is no moment, or they are less than a minute or more than 15
   * days apart
   * @throws ApiError with `EXCEEDED_ID_LIMIT` where there are more than 600,000: ask for a shorter time
   */
  deleted(window: ChangeWindow, options?: CallOptions): Promise<DeletedRecords<N>>;
}
