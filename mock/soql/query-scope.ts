import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { isDeleted, type StoredRecord } from "../store/table.js";
import type { Cursors } from "./cursors.js";

/** What one query, or one query inside it, is about. */
export interface QueryScope {
  readonly context: DataContext;
  readonly cursors: Cursors;
  readonly object: ObjectInfo;
  /** The name the query gives its object. */
  readonly alias: string | undefined;
  /** The whole text, for error messages. */
  readonly soql: string;
  /** Whether the recycle bin is searched too. */
  readonly includeDeleted: boolean;
  /** `/services/data/v66.0`, for the urls of records. */
  readonly dataPath: string;
  /** Records on a page. */
  readonly batchSize: number;
  /** How many queries this one stands in. */
  readonly depth: number;
  /** The relationships to parents that its paths have named so far. */
  readonly parents: Set<string>;
}

/** The scope of a query inside another. */
export function innerScope(outer: QueryScope, object: ObjectInfo, alias: string | undefined): QueryScope {
  return { ...outer, object, alias, depth: outer.depth + 1, parents: new Set() };
}

export function isVisible(scope: QueryScope, record: StoredRecord): boolean {
  return scope.includeDeleted || !isDeleted(record);
}
