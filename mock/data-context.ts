import type { Catalog } from "./catalog/catalog.js";
import type { IdSource } from "./store/record-id.js";
import type { Store } from "./store/store.js";

/** What reading and writing records needs. */
export interface DataContext {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly ids: IdSource;
  /** How values that hold links name the org, such as `https://acme.my.salesforce.com`. */
  readonly origin: string;
  /** The running user's id: owner and author of what is written. */
  readonly userId: string;
  readonly now: () => Date;
  /** The time zone whose days date literals are counted in, such as `Europe/Zurich`. */
  readonly timeZone: string;
  /** The month the fiscal year begins with, from 1 to 12. */
  readonly fiscalYearStartMonth: number;
}
