import type { Catalog } from "./catalog/catalog.js";
import type { IdSource } from "./store/record-id.js";
import type { Store } from "./store/store.js";

/** What reading and writing records needs. */
export interface DataContext {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly ids: IdSource;
  /** The running user's id: owner and author of what is written. */
  readonly userId: string;
  readonly now: () => Date;
}
