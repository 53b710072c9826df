import type { OrgMetadata } from "../../schema/metadata.js";
import type { QueryChannel } from "../query/create-query.js";

/** What list views are read with. */
export interface ListViewParts extends QueryChannel {
  readonly metadata: OrgMetadata;
}
