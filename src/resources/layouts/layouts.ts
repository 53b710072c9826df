import type { CallOptions } from "../../http/call-options.js";
import type {
  ApprovalLayouts,
  CompactLayout,
  CompactLayouts,
  PageLayout,
  PageLayouts,
  SearchLayout,
} from "../../http/schemas.js";
import type { Id } from "../../schema/brand.js";
import type { Get } from "../../schema/schema.js";

/** Layouts of several objects, and of none. */
export interface Layouts {
  /** The layout of the page that is of no object: the global actions. `GET /sobjects/Global/describe/layouts`. */
  global(options?: CallOptions): Promise<PageLayouts>;
  /**
   * The primary compact layout of each of these objects, by its name. `GET /compactLayouts`.
   *
   * @throws SettingsError where the list is empty
   */
  compact<const N extends string>(
    objects: readonly N[],
    options?: CallOptions,
  ): Promise<{ readonly [Name in N]?: CompactLayout }>;
  /**
   * What search results show of each of these objects, in their order. `GET /search/layout`.
   *
   * @throws SettingsError where the list is empty
   */
  search(objects: readonly string[], options?: CallOptions): Promise<SearchLayout[]>;
}

/** What users see of the records of an object, as its layouts for the user who is logged in say. */
export interface ObjectLayouts<Definition> {
  /**
   * Which record type has which page layout, and the layouts: null where the object has several record types, since
   * each is asked for by itself then, see `page`. `GET /sobjects/{sObject}/describe/layouts`.
   */
  list(options?: CallOptions): Promise<PageLayouts>;
  /**
   * The page layout of a record type, given by its developer name or id. Left out: that of the user's default record
   * type. `GET /sobjects/{sObject}/describe/layouts`, `GET /sobjects/{sObject}/describe/layouts/{recordTypeId}`.
   *
   * @throws SettingsError where there is no such record type, naming those there are
   *
   * @example
   * const { detailLayoutSections } = await sf.Account.layouts.page();
   */
  page(
    recordType?: Get<Definition, "recordTypes"> | Id<"RecordType"> | undefined,
    options?: CallOptions,
  ): Promise<PageLayout>;
  /**
   * A layout with a name of its own, of those in `namedLayoutInfos` of the describe.
   * `GET /sobjects/{sObject}/describe/namedLayouts/{name}`.
   *
   * @throws NotFoundError where there is none of this name
   */
  named(name: string, options?: CallOptions): Promise<PageLayouts>;
  /** The fields that sum a record up, by record type. `GET /sobjects/{sObject}/describe/compactLayouts`. */
  compact(options?: CallOptions): Promise<CompactLayouts>;
  /** What approvers are shown, by approval process. `GET /sobjects/{sObject}/describe/approvalLayouts`. */
  approval(options?: CallOptions): Promise<ApprovalLayouts["approvalLayouts"]>;
}
