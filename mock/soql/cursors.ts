import type { IdSource } from "../store/record-id.js";
import type { ResultSet } from "./result-set.js";
import { soqlFault } from "./soql-fault.js";

const KEY_PREFIX = "0r8";
const LIFETIME_MS = 2 * 24 * 60 * 60 * 1000;
const LOCATOR = /^(0r8\w{15})-(\d+)$/;

/** Results that clients have not read to their end. */
export interface Cursors {
  /** Keeps a result and returns the name under which its further pages are found. */
  open(results: ResultSet, batchSize: number): string;
  /** The result and the place a locator such as `0r8…-2000` names. */
  find(locator: string): {
    readonly id: string;
    readonly results: ResultSet;
    readonly from: number;
    readonly batchSize: number;
  };
}

interface Cursor {
  readonly results: ResultSet;
  readonly batchSize: number;
  readonly expires: number;
}

export function createCursors(ids: IdSource, now: () => Date): Cursors {
  const cursors = new Map<string, Cursor>();
  return {
    open(results, batchSize) {
      const time = now().getTime();
      // Cursors are kept in the order they expire in.
      for (const [id, cursor] of cursors) {
        if (cursor.expires > time) break;
        cursors.delete(id);
      }
      const id = ids.next(KEY_PREFIX);
      cursors.set(id, { results, batchSize, expires: time + LIFETIME_MS });
      return id;
    },
    find(locator) {
      const [, id = "", offset = ""] = LOCATOR.exec(locator) ?? [];
      const cursor = cursors.get(id);
      const from = Number(offset);
      if (cursor === undefined || cursor.expires <= now().getTime() || from >= cursor.results.length) {
        throw soqlFault("INVALID_QUERY_LOCATOR", "invalid query locator");
      }
      return { id, from, results: cursor.results, batchSize: cursor.batchSize };
    },
  };
}
