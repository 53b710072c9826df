import { DecodeError } from "../../errors.js";
import { follow, type Operation } from "../../http/operation.js";
import type { QueryPage } from "../../http/schemas.js";

/**
 * The page after this one; undefined after the last. `GET /query/{locator}`.
 *
 * @throws DecodeError where the page says that there are more, but not where
 */
export function nextPage(page: QueryPage): Operation<QueryPage> | undefined {
  // A page may be short without being the last: only `done` tells.
  if (page.done) return undefined;
  if (typeof page.nextRecordsUrl === "string") return follow(page.nextRecordsUrl);
  throw new DecodeError("decode.page", "Salesforce says that there are more rows, but not where.");
}
