import { type Operation, operation } from "../../http/operation.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import { buildCount } from "../../soql/build.js";
import type { QueryResource } from "./first-page.js";

/** How many records there are. `GET /query` with `SELECT COUNT()`: the size is answered, and no rows. */
export function countRecords(
  resource: QueryResource,
  object: string,
  args: { readonly where?: unknown },
  metadata: OrgMetadata,
): Operation<number> {
  const q = buildCount(object, args, metadata);
  return operation("get", resource, { query: { q } }, ({ totalSize }) => totalSize);
}
