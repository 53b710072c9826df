import type { OrgContext } from "../org-context.js";
import { toId18 } from "../store/record-id.js";
import type { StoredRecord } from "../store/table.js";
import { badRequest } from "./analytics-fault.js";

/** Where reports and dashboards are: the public folder, which is the org, or the user's own. */
export interface Folder {
  readonly id: string;
  readonly name: string;
}

type Whose = Pick<OrgContext, "organizationId" | "userId">;

export function publicFolder({ organizationId }: Pick<Whose, "organizationId">): Folder {
  return { id: organizationId, name: "Public Reports" };
}

/** The folder that a request names; the user's own where it names none. */
export function folderOf({ organizationId, userId }: Whose, given: unknown): Folder {
  const id = given == null ? userId : toId18(String(given));
  if (id === userId) return { id: userId, name: "Private Reports" };
  if (id === organizationId) return publicFolder({ organizationId });
  throw badRequest("The report folder ID must be a valid folder ID.");
}

/** What stands in another user's own folder is not seen. */
export function isSeen({ organizationId, userId }: Whose, { values }: StoredRecord): boolean {
  const folder = values.FolderId ?? values.OwnerId;
  return folder === organizationId || folder === userId;
}
