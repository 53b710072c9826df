import type { ApiError } from "../../errors.js";
import type { BlobContent } from "../../http/blob-content.js";
import type { BlobOptions } from "../../http/blob-options.js";
import type { CallOptions } from "../../http/call-options.js";
import type { AnswerForms, BlobFormName } from "../../http/request-call.js";
import type {
  AggregateArgs,
  AggregateRow,
  AggregateSelect,
  GroupBy,
  NoExtraGroup,
  NoGroup,
} from "../../schema/aggregate.js";
import type { BlobField, ChangedBlobField, NewBlobField, TextField } from "../../schema/blob.js";
import type { Id } from "../../schema/brand.js";
import type { DependentValues, HasDependents } from "../../schema/dependent-values.js";
import type { Controlling, PicklistValue } from "../../schema/picklist.js";
import type { Row } from "../../schema/row.js";
import type { Fields, Get } from "../../schema/schema.js";
import type { FindArgs, NoExtra, Select } from "../../schema/select.js";
import type { Subquery } from "../../schema/subquery.js";
import type { Where } from "../../schema/where.js";
import type {
  CreatedTree,
  CreateInput,
  ExternalIdField,
  TreeInput,
  UpdateBeside,
  UpdateInput,
  UpsertInput,
  UpsertRecord,
} from "../../schema/write.js";
import type { ObjectLayouts } from "../layouts/layouts.js";
import type { ListViews } from "../list-views/list-views.js";
import type { Query } from "../query/query.js";
import type { ObjectContext, QuickActions } from "../quick-actions/quick-actions.js";
import type { Replication } from "../replication/replication.js";
import type { PicklistEntry, PicklistOptions } from "./picklist.js";
import type { SaveOptions } from "./save-options.js";

export interface CollectionOptions extends SaveOptions {
  /**
   * Write all records or none. At most 200 records then: Salesforce cannot undo an earlier request.
   * Where one fails, the call rejects with a PartialFailureError that names it. Default: false.
   */
  allOrNone?: boolean;
}

/** What became of one record of a collection: look at `success` before anything else. */
export type SaveResult<N extends string = string> =
  | { readonly success: true; readonly id: Id<N> }
  | { readonly success: false; readonly error: ApiError };

export type UpsertResult<N extends string = string> =
  | { readonly success: true; readonly id: Id<N>; readonly created: boolean }
  | { readonly success: false; readonly error: ApiError };

/** Everything that can be done with the records of one sObject. */
export interface SObjectClient<S, N extends keyof S & string> extends Replication<N>, ListViews<S, N> {
  /** API name of the object. */
  readonly name: N;

  /**
   * Creates a record and returns its id (18 characters).
   * `POST /sobjects/{sObject}`. Never repeated by itself: a lost answer may hide a created record.
   */
  create: S[N] extends HasDependents
    ? <const R>(record: CreateInput<S, N> & DependentValues<S[N], R>, options?: SaveOptions) => Promise<Id<N>>
    : (record: CreateInput<S, N>, options?: SaveOptions) => Promise<Id<N>>;

  /**
   * Reads one record by id: every field the user may see, or those in `fields`.
   * `GET /sobjects/{sObject}/{id}`.
   * @throws NotFoundError where there is no such record, or the user may not see it
   */
  retrieve(id: Id<N>, options?: CallOptions): Promise<Fields<S, N>>;
  retrieve<const F extends keyof Fields<S, N>>(
    id: Id<N>,
    options: CallOptions & { fields: readonly F[] },
  ): Promise<Pick<Fields<S, N>, F>>;

  /**
   * Reads one record by an external id.
   * `GET /sobjects/{sObject}/{field}/{value}`.
   * @throws NotFoundError where none matches
   * @throws ApiError with status 300 where several match
   */
  retrieveBy<K extends ExternalIdField<S, N>>(
    field: K,
    value: NonNullable<Fields<S, N>[K]>,
    options?: CallOptions,
  ): Promise<Fields<S, N>>;

  /** Changes a record. `PATCH /sobjects/{sObject}/{id}`. */
  update: S[N] extends HasDependents
    ? <const R>(
        id: Id<N>,
        changes: UpdateInput<S, N> & DependentValues<S[N], R>,
        options?: SaveOptions,
      ) => Promise<void>
    : (id: Id<N>, changes: UpdateInput<S, N>, options?: SaveOptions) => Promise<void>;

  /**
   * Updates the record whose external id has this value, or creates it.
   * `PATCH /sobjects/{sObject}/{field}/{value}`.
   * @throws ApiError with status 300 where several records match
   */
  upsert: S[N] extends HasDependents
    ? <K extends ExternalIdField<S, N>, const R>(
        field: K,
        value: NonNullable<Fields<S, N>[K]>,
        record: UpsertInput<S, N, K> & DependentValues<S[N], R>,
        options?: SaveOptions,
      ) => Promise<{ id: Id<N>; created: boolean }>
    : <K extends ExternalIdField<S, N>>(
        field: K,
        value: NonNullable<Fields<S, N>[K]>,
        record: UpsertInput<S, N, K>,
        options?: SaveOptions,
      ) => Promise<{ id: Id<N>; created: boolean }>;

  /**
   * The bytes of a blob field, such as `Body` of `Attachment`. `"stream"` and `"response"` hold none of them.
   * `GET /sobjects/{sObject}/{id}/{field}`.
   *
   * @throws NotFoundError where there is no such record, or it holds no bytes
   *
   * @example
   * const text = await sf.Attachment.blob(id, "Body", { as: "text" });
   */
  blob<As extends BlobFormName = "bytes">(
    id: Id<N>,
    field: BlobField<S, N>,
    options?: CallOptions & {
      /** The form of the result. Default: `"bytes"`. */
      as?: As;
    },
  ): Promise<AnswerForms<never>[As]>;

  /**
   * Creates a record with the bytes of a blob field and returns its id. Salesforce takes 2 GB in a `ContentVersion`
   * and 500 MB elsewhere; neither Blobs nor streams are held in memory. `timeout` is for the whole request.
   * `POST /sobjects/{sObject}` with a `multipart/form-data` body.
   *
   * @throws SettingsError where the content is none
   *
   * @example
   * await sf.Attachment.createWithBlob({ ParentId: id, Name: "a.txt" }, "Body", "text, bytes, a Blob or a stream");
   */
  createWithBlob<const K extends NewBlobField<S, N>>(
    record: UpsertInput<S, N, K>,
    field: K,
    content: BlobContent,
    options?: SaveOptions & BlobOptions,
  ): Promise<Id<N>>;

  /**
   * Changes a record and the bytes of a blob field. `PATCH /sobjects/{sObject}/{id}` with a `multipart/form-data`
   * body. A file of `ContentVersion` never changes: it has versions, see `sf.files`.
   *
   * @throws SettingsError where the content is none
   */
  updateWithBlob<const K extends ChangedBlobField<S, N>>(
    id: Id<N>,
    changes: UpdateBeside<S, N, K>,
    field: K,
    content: BlobContent,
    options?: SaveOptions & BlobOptions,
  ): Promise<void>;

  /**
   * An image of a rich text field, with its type: `richTextImages(text)` finds the references to them in the text.
   * `GET /sobjects/{sObject}/{id}/richTextImageFields/{field}/{contentReferenceId}`.
   *
   * @throws SettingsError where it is no field of text, or an id is none
   * @throws NotFoundError where the field has no such image
   */
  richTextImage(id: Id<N>, field: TextField<S, N>, referenceId: Id, options?: CallOptions): Promise<Blob>;

  /** Moves a record to the recycle bin. `DELETE /sobjects/{sObject}/{id}`. */
  delete(id: Id<N>, options?: CallOptions): Promise<void>;

  /**
   * Creates many records, 200 a request, and returns a result for each in the order given.
   * `POST /composite/sobjects`.
   * @throws PartialFailureError where a request of several failed, or `allOrNone` undid the records
   */
  createMany(records: readonly CreateInput<S, N>[], options?: CollectionOptions): Promise<SaveResult<N>[]>;

  /**
   * Creates records with their children, and theirs: `{ Name: "Acme", Contacts: [{ LastName: "Coyote" }] }`. The
   * records of the list are sent 200 at a time, children counted; each request is all or none.
   * `POST /composite/tree/{sObject}`.
   *
   * @returns the ids in the shape of the records
   * @throws SettingsError where one record has more than 200 records, 5 levels or 5 objects below it
   * @throws ApiError the refusal, whose message begins with the place of the record
   * @throws PartialFailureError where a request failed after others had been done
   */
  createTree(records: readonly TreeInput<S, N>[], options?: SaveOptions): Promise<CreatedTree<S, N>[]>;

  /** Reads many records by id, 2,000 a request; null where one is not there. `POST /composite/sobjects/{sObject}`. */
  retrieveMany<const F extends keyof Fields<S, N>>(
    ids: readonly Id<N>[],
    options: CallOptions & { fields: readonly F[] },
  ): Promise<(Pick<Fields<S, N>, F> | null)[]>;

  /** Changes many records, 200 a request. `PATCH /composite/sobjects`. */
  updateMany(
    records: readonly (UpdateInput<S, N> & { Id: Id<N> })[],
    options?: CollectionOptions,
  ): Promise<SaveResult<N>[]>;

  /** Updates or creates many records by an external id, 200 a request. `PATCH /composite/sobjects/{sObject}/{field}`. */
  upsertMany<K extends ExternalIdField<S, N>>(
    field: K,
    records: readonly UpsertRecord<S, N, K>[],
    options?: CollectionOptions,
  ): Promise<UpsertResult<N>[]>;

  /** Moves many records to the recycle bin, 200 a request. `DELETE /composite/sobjects`. */
  deleteMany(ids: readonly Id<N>[], options?: CollectionOptions): Promise<SaveResult<N>[]>;

  /**
   * Makes the same changes to every record that fits, 200 a request, and returns a result for each. Which
   * records these are is read first. `where` must hold a condition: nothing ever means all records.
   * `PATCH /composite/sobjects`.
   */
  updateWhere(
    where: Where<S, N>,
    changes: UpdateInput<S, N>,
    options?: CollectionOptions,
  ): Promise<SaveResult<N>[]>;

  /**
   * Moves every record that fits to the recycle bin, 200 a request, and returns a result for each. Which
   * records these are is read first. `where` must hold a condition: nothing ever means all records.
   * `DELETE /composite/sobjects`.
   */
  deleteWhere(where: Where<S, N>, options?: CollectionOptions): Promise<SaveResult<N>[]>;

  /**
   * Finds records; each row holds exactly what was selected. Parents, children with their own filter,
   * and paging are handled. `GET /query`.
   *
   * @example
   * sf.Account.find({
   *   select: { Id: true, Owner: { select: { Name: true } }, Contacts: { select: { LastName: true } } },
   *   where: { Industry: { in: ["Banking"] } },
   * }).all()
   */
  find<const Sel>(
    args: FindArgs<S, N, Select<S, N> & NoExtra<S, N, Sel> & Sel>,
    options?: CallOptions,
  ): Query<Row<S, N, Sel>>;

  /**
   * Counts, sums and compares, over all records or in groups. `GET /query`.
   *
   * @example
   * sf.Opportunity.aggregate({
   *   groupBy: { StageName: true, year: { calendarYear: "CloseDate" } },
   *   select: { total: { sum: "Amount" }, n: { count: true } },
   *   having: { total: { gt: 10_000 } },
   *   orderBy: { total: "desc" },
   * }).all()
   */
  aggregate<
    const Sel extends AggregateSelect<S, N>,
    const G = NoGroup,
    const Subtotals extends "rollup" | "cube" | undefined = undefined,
  >(
    args: AggregateArgs<S, N, GroupBy<S, N> & NoExtraGroup<S, N, G> & G, Sel, Subtotals>,
    options?: CallOptions,
  ): Query<AggregateRow<S, N, G, Sel, Subtotals>>;

  /** How many records fit; all of them without `where`. `GET /query` with `SELECT COUNT()`. */
  count(args?: { where?: Where<S, N>; allRows?: boolean }, options?: CallOptions): Promise<number>;

  /**
   * The values of a field, to look for others among (a semi-join; with `notIn` an anti-join). Nothing is sent.
   *
   * @example
   * sf.Account.find({ select: { Name: true }, where: { Id: { in: sf.Contact.subquery("AccountId") } } })
   */
  subquery<K extends keyof Fields<S, N> & string>(
    field: K,
    args?: { where?: Where<S, N> },
  ): Subquery<NonNullable<Fields<S, N>[K]>>;

  /**
   * The values of a picklist as the org has them now, with labels in the user's language; of a dependent
   * picklist those offered for a value of the controlling field. The types are those of when the code was
   * generated. The describe is read once a client.
   * `GET /sobjects/{sObject}/describe`.
   *
   * @throws SettingsError where the field has no values, or does not depend on another as asked
   *
   * @example
   * const states = await sf.Account.picklist("BillingStateCode", { controlledBy: "US" });
   */
  picklist<
    K extends keyof Fields<S, N> & string,
    const C extends Controlling<S, N, K> = never,
    const Inactive extends boolean = false,
  >(
    field: K,
    options?: PicklistOptions<C, Inactive>,
  ): Promise<PicklistEntry<PicklistValue<S, N, K, C, Inactive>>[]>;

  /**
   * The id of a record type by its developer name: ids differ from org to org. The describe is read once a
   * client. `GET /sobjects/{sObject}/describe`.
   *
   * @throws SettingsError where there is none, naming those there are
   */
  recordTypeId(developerName: Get<S[N], "recordTypes">): Promise<Id<"RecordType">>;

  /** What users see of its records: page layouts, compact and approval layouts. */
  readonly layouts: ObjectLayouts<S[N]>;

  /** Quick actions of this object, and those of none, run at its records. */
  readonly quickActions: QuickActions<S, ObjectContext<N>>;
}
