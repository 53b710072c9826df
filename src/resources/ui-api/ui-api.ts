import type { CallOptions } from "../../http/call-options.js";
import type { UiObjectSummary } from "../../http/schemas.js";
import type { Id } from "../../schema/brand.js";
import type { DependentValues, HasDependents } from "../../schema/dependent-values.js";
import type { Controlling } from "../../schema/picklist.js";
import type { Fields, Flat, ObjectName } from "../../schema/schema.js";
import type { UiFields, UiLayoutFields, UiOptionalFields } from "../../schema/ui-record.js";
import type { CreateInput, UpdateInput } from "../../schema/write.js";
import type { UiPicklistEntries, UiPicklistOptions, UiPicklists } from "./ui-picklists.js";
import type {
  UiDraft,
  UiDraftArgs,
  UiLayoutArgs,
  UiObjectInfo,
  UiRecord,
  UiRecordArgs,
  UiSaveOptions,
  UiUpdateOptions,
} from "./ui-records.js";

/** The UI API: what Salesforce's own pages are made of. */
export interface UiApi<S> {
  /** The objects that the UI API has and the user may see, by API name. `GET /ui-api/object-info`. */
  objects(options?: CallOptions): Promise<{ readonly [name: string]: UiObjectSummary }>;
  /**
   * What the user may know of several objects, 100 a request; null where one is not there, or the user may not see it.
   * `GET /ui-api/object-info/batch/{sObjects}`.
   *
   * @throws SettingsError where the list is empty
   *
   * @example
   * const { Account, Contact } = await sf.uiApi.objectInfos(["Account", "Contact"]);
   */
  objectInfos<const N extends ObjectName<S>>(
    objects: readonly N[],
    options?: CallOptions,
  ): Promise<{ readonly [Name in N]: UiObjectInfo<S, Name> | null }>;
}

/** One object in the UI API: its records as users see them, and its picklists by record type. */
export interface ObjectUiApi<S, N extends keyof S & string> {
  /**
   * What the user may know of the object: fields with labels and rights, record types. `GET /ui-api/object-info/{sObject}`.
   *
   * @throws NotFoundError where there is no such object, or the user may not see it
   */
  info(options?: CallOptions): Promise<UiObjectInfo<S, N>>;
  /**
   * The values of a picklist as a record type offers them, with labels in the user's language; of a dependent picklist
   * those offered for a value of the controlling field. The types are those of when the code was generated. Where the
   * record type is not given by its id, the describe is read once a client.
   * `GET /ui-api/object-info/{sObject}/picklist-values/{recordTypeId}/{field}`.
   *
   * @throws SettingsError where there is no such record type, or the field does not depend on another as asked
   *
   * @example
   * const industries = await sf.Account.uiApi.picklist("Industry", { recordType: "Partner" });
   */
  picklist<K extends keyof Fields<S, N> & string, const C extends Controlling<S, N, K> = never>(
    field: K,
    args?: UiPicklistOptions<S[N], C>,
    options?: CallOptions,
  ): Promise<UiPicklistEntries<S, N, K, C>>;
  /**
   * The values of all picklists as a record type offers them, by field: what a form needs, in one request.
   * `GET /ui-api/object-info/{sObject}/picklist-values/{recordTypeId}`.
   *
   * @throws SettingsError where there is no such record type
   */
  picklists(
    args?: Omit<UiPicklistOptions<S[N]>, "controlledBy">,
    options?: CallOptions,
  ): Promise<UiPicklists<S, N>>;
  /**
   * Reads a record as the user sees it: each value with its label, or as the user's locale writes it.
   * `GET /ui-api/records/{id}`.
   *
   * @throws NotFoundError where there is no such record, or the user may not see it
   * @throws ApiError where the user may not see a field of `select`
   *
   * @example
   * const { fields } = await sf.Opportunity.uiApi.retrieve(id, {
   *   select: { Amount: true, CloseDate: true, Owner: { select: { Name: true } } },
   * });
   * console.log(fields.Amount.displayValue, fields.Owner.Name.value);
   */
  retrieve<const Sel, const Opt = unknown>(
    id: Id<N>,
    args: UiRecordArgs<S, N, Sel, Opt>,
    options?: CallOptions,
  ): Promise<UiRecord<N, UiSelected<S, N, Sel, Opt>>>;
  /**
   * Reads records as the user sees them, 100 a request, in the order of their ids; null where one is not there, or the
   * user may not see it. `GET /ui-api/records/batch/{ids}`.
   *
   * @throws ApiError where the user may not see a field of `select`
   */
  retrieveMany<const Sel, const Opt = unknown>(
    ids: readonly Id<N>[],
    args: UiRecordArgs<S, N, Sel, Opt>,
    options?: CallOptions,
  ): Promise<(UiRecord<N, UiSelected<S, N, Sel, Opt>> | null)[]>;
  /**
   * Reads what the layouts of a record show, for its record type and the user. `GET /ui-api/records/{id}?layoutTypes=`.
   *
   * @throws NotFoundError where there is no such record, or the user may not see it
   */
  retrieveByLayout(
    id: Id<N>,
    args?: UiLayoutArgs,
    options?: CallOptions,
  ): Promise<UiRecord<N, UiLayoutFields<S, N>>>;
  /**
   * Creates a record and returns it as its layout shows it. Parents are given by their ids. Never repeated by itself.
   * `POST /ui-api/records`.
   *
   * @throws SettingsError where the record cannot be sent
   * @throws ValidationError that names the fields
   */
  create: S[N] extends HasDependents
    ? <const R>(
        record: CreateInput<S, N> & DependentValues<S[N], R>,
        options?: UiSaveOptions,
      ) => Promise<UiRecord<N, UiLayoutFields<S, N>>>
    : (record: CreateInput<S, N>, options?: UiSaveOptions) => Promise<UiRecord<N, UiLayoutFields<S, N>>>;
  /**
   * Changes a record and returns it as its layout shows it. `PATCH /ui-api/records/{id}`.
   *
   * @throws SettingsError where the changes cannot be sent
   * @throws ValidationError that names the fields
   */
  update: S[N] extends HasDependents
    ? <const R>(
        id: Id<N>,
        changes: UpdateInput<S, N> & DependentValues<S[N], R>,
        options?: UiUpdateOptions,
      ) => Promise<UiRecord<N, UiLayoutFields<S, N>>>
    : (
        id: Id<N>,
        changes: UpdateInput<S, N>,
        options?: UiUpdateOptions,
      ) => Promise<UiRecord<N, UiLayoutFields<S, N>>>;
  /** Moves a record to the recycle bin. `DELETE /ui-api/records/{id}`. */
  delete(id: Id<N>, options?: CallOptions): Promise<void>;
  /**
   * What the form of a new record begins with: default values of a record type, the user as the owner.
   * `GET /ui-api/record-defaults/create/{sObject}`.
   *
   * @throws SettingsError where there is no such record type
   */
  createDefaults(args?: UiDraftArgs<S[N]>, options?: CallOptions): Promise<UiDraft<S, N>>;
  /**
   * What the form of a copy of a record begins with. `GET /ui-api/record-defaults/clone/{id}`.
   *
   * @throws NotFoundError where there is no such record, or the user may not see it
   */
  cloneDefaults(id: Id<N>, args?: UiDraftArgs<S[N]>, options?: CallOptions): Promise<UiDraft<S, N>>;
}

/** What was selected, and what was there of the rest. */
type UiSelected<S, N extends keyof S, Sel, Opt> = unknown extends Opt
  ? UiFields<S, N, Sel>
  : Flat<UiFields<S, N, Sel> & UiOptionalFields<S, N, Opt>>;
