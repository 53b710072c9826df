/** A list view of an object. */
export interface ListViewDefinition {
  /** What users see. Default: its name, with spaces for underscores. */
  readonly label?: string;
  /** Fields and fields of parents, such as `["Name", "Owner.Alias"]`. Default: those of the object's "All" view. */
  readonly columns?: readonly string[];
  /** Whose records. Default: `"Everything"`. */
  readonly filterScope?: "Everything" | "Mine" | "Mru";
  /** Which records, as SOQL says it: `"Rating = 'Hot' AND CreatedDate = THIS_YEAR"`. Default: all. */
  readonly where?: string;
  /** In what order, as SOQL says it: `"AnnualRevenue DESC"`. Default: by the record's name. */
  readonly orderBy?: string;
  /** False for a view of those that SOQL cannot say: it has results, and no query. Default: true. */
  readonly soqlCompatible?: boolean;
}

/** List views by object and API name: `Account.Hot_Accounts`. */
export type ListViewDefinitions = Readonly<Record<string, ListViewDefinition>>;

/** A list view with all that is said of it. */
export interface ListView {
  readonly object: string;
  readonly developerName: string;
  readonly label: string;
  readonly columns: readonly string[];
  readonly scope: "mine" | "mru" | null;
  readonly where: string | undefined;
  readonly orderBy: string;
  readonly soqlCompatible: boolean;
}

/** The list views of the org, by object and API name: `Account.Hot_Accounts`. */
export type ListViews = ReadonlyMap<string, ListView>;
