import type { PiecedList } from "../../async/list-on-demand.js";
import type { CallOptions } from "../../http/call-options.js";
import type { ListViewColumn, ListViewDescribe } from "../../http/schemas.js";
import type { Id } from "../../schema/brand.js";
import type { NameFields } from "../../schema/compound.js";
import type { Row } from "../../schema/row.js";
import type { Fields, Flat, Parents, Polymorphic, Target } from "../../schema/schema.js";
import type { CheckedSelect } from "../../schema/select.js";

/** What a list says of one list view. */
export interface ListedView {
  readonly id: Id<"ListView">;
  /** Its API name, the same in every org that it was deployed to. */
  readonly developerName: string;
  /** As the user sees it, in the user's language. */
  readonly label: string;
  /** Whether SOQL can say what it shows: then its rows can be read as records. */
  readonly soqlCompatible: boolean;
}

/** Which of the list views of an object. */
export interface ListViewsArgs {
  /** Only those the user looked at last, the latest first. Default: false, all that the user may see. */
  recent?: boolean | undefined;
}

/**
 * A list that is read when it is asked for, each time anew.
 *
 * @typeParam T what is in it
 */
export interface ReadList<T> extends PiecedList<T> {
  /** All of it. Memory grows with the number; iterate instead where there may be many. */
  all(): Promise<T[]>;
  /** The first, or null where there is none. */
  first(): Promise<T | null>;
  /** Page by page, as Salesforce answers them. */
  pages(): AsyncIterable<T[]>;
}

/**
 * A row of a list view as a record: its columns, and whatever else the view reads, such as the id. Which columns
 * there are is the org's to say, so each may be missing.
 */
export type ListViewRow<S, N extends keyof S & string> = Flat<
  { Id: Id<N> } & { [F in Exclude<keyof Fields<S, N>, "Id">]?: Fields<S, N>[F] } & {
    [P in keyof Parents<S, N>]?: Partial<Fields<S, Target<S, Parents<S, N>[P]>>> | null;
  } & { [P in keyof Polymorphic<S, N>]?: Partial<NameFields> | null }
>;

/** How many rows of a list view. */
export interface ListViewLimit {
  /** At most so many rows. Default: all of them. */
  limit?: number | undefined;
}

/** Which part of the results of a list view. */
export interface ListViewPart {
  /** At most so many rows, from 1 to 2,000. Default: 25. */
  limit?: number | undefined;
  /** The row to begin with. Default: 1, the first. */
  offset?: number | undefined;
}

/** A list view as it is shown. */
export interface ListViewResults {
  readonly id: Id<"ListView">;
  readonly developerName: string;
  readonly label: string;
  /** What is shown, in order; hidden columns last. */
  readonly columns: readonly ListViewColumn[];
  /** The text of each column by its field or path, as `row["Owner.Alias"]`; null where it is empty. */
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  /** Whether the results are complete. */
  readonly done: boolean;
}

/** One list view of an object. Nothing is sent until something is asked of it. */
export interface ListView<S, N extends keyof S & string> {
  /**
   * Its columns, its query and what that is made of. `GET /sobjects/{sObject}/listviews/{id}/describe`.
   *
   * @throws SettingsError where the object has no list view of this name that the user may see
   * @throws NotFoundError where there is none with this id
   */
  describe(options?: CallOptions): Promise<ListViewDescribe>;
  /**
   * Its rows as records with the columns of the view, in its order: all of them, decoded as those of a query.
   * Picklists have values, not labels. The query of the view is read first. `GET /query`.
   *
   * @throws SettingsError where there is no such list view, or SOQL cannot say what it shows
   *
   * @example
   * for await (const { Name, Owner } of sf.Account.listView("Hot_Accounts").rows()) console.log(Name, Owner?.Alias);
   */
  rows(args?: ListViewLimit, options?: CallOptions): ReadList<ListViewRow<S, N>>;
  /**
   * Its rows with exactly what is selected, as `find` gives them: the view says which records, and in what order.
   * `GET /query`.
   *
   * @throws SettingsError as `rows`, and where what is selected is nothing of the object
   *
   * @example
   * const hot = await sf.Account.listView("Hot_Accounts").find({ select: { Name: true, Industry: true } }).all();
   */
  find<const Sel>(
    args: { select: CheckedSelect<S, N, Sel> } & ListViewLimit,
    options?: CallOptions,
  ): ReadList<Row<S, N, Sel>>;
  /**
   * Its rows as the user sees them: text, labels of picklists, moments as `Fri Aug 01 21:15:46 GMT 2014`. Views
   * that SOQL cannot say are shown, too. `GET /sobjects/{sObject}/listviews/{id}/results`.
   *
   * @throws SettingsError where there is no such list view, or a number is out of range
   */
  results(part?: ListViewPart, options?: CallOptions): Promise<ListViewResults>;
}

/** The list views of an object. */
export interface ListViews<S, N extends keyof S & string> {
  /**
   * The list views that the user may see, or those looked at last. `GET /sobjects/{sObject}/listviews`,
   * `GET /sobjects/{sObject}/listviews/recent`.
   *
   * @example
   * for await (const { developerName, label } of sf.Account.listViews()) console.log(developerName, label);
   */
  listViews(args?: ListViewsArgs, options?: CallOptions): ReadList<ListedView>;
  /**
   * One list view, by its id, by its API name (which is looked up with a query), or as `listViews` gave it. Names of
   * packages have their namespace before: `ns__Hot_Accounts`. Nothing is sent.
   */
  listView(view: Id<"ListView"> | Pick<ListedView, "id">): ListView<S, N>;
}
