import type { ObjectInfo } from "../catalog/object-info.js";
import type { ResourceVersion } from "../http/conditional.js";
import { longTag } from "../http/entity-tag.js";
import type { StoredRecord } from "../store/table.js";

/** The one object whose records carry entity tags. */
const TAGGED = "Account";

/** The version of a record that conditional requests speak of. */
export function recordVersion(object: ObjectInfo, record: StoredRecord): ResourceVersion {
  const changed = String(record.values.LastModifiedDate).replace("+0000", "Z");
  return {
    lastModified: new Date(changed),
    entityTag: object.name === TAGGED ? longTag(JSON.stringify(record.values)) : undefined,
  };
}
