import type { DataContext } from "../data-context.js";
import { recordFault } from "../http/fault.js";
import { isDeleted, type StoredRecord } from "../store/table.js";
import { recordOf, recordsWith } from "./approval-records.js";

/** Refuses to change a record that waits for an approval, unless the user may all the same. */
export function refuseLocked(context: DataContext, recordId: string): void {
  if (context.store.table("ProcessInstance").size === 0) return;
  const instance = pendingInstance(context, recordId);
  if (instance === undefined || mayModifyAll(context)) return;
  const definition = recordOf(context, "ProcessDefinition", instance.values.ProcessDefinitionId);
  const isForApprovers = definition?.values.LockType === "Workitem";
  if (isForApprovers && isAsked(context, instance)) return;
  throw recordFault("ENTITY_IS_LOCKED", "The entity is locked.");
}

/** The submission of a record that is not yet decided on. */
export function pendingInstance(context: DataContext, recordId: string): StoredRecord | undefined {
  return recordsWith(context, "ProcessInstance", "TargetObjectId", recordId).find(
    ({ values }) => values.Status === "Pending",
  );
}

function isAsked(context: DataContext, instance: StoredRecord): boolean {
  return recordsWith(context, "ProcessInstanceWorkitem", "ProcessInstanceId", instance.id).some(
    ({ values }) => values.ActorId === context.userId,
  );
}

/** Whether the user has the permission "Modify All Data". */
export function mayModifyAll(context: DataContext): boolean {
  return hasPermission(context, "PermissionsModifyAllData");
}

/** Whether the user's profile has a permission. */
export function hasPermission({ store, userId }: DataContext, permission: string): boolean {
  const profileId = store.table("User").get(userId)?.values.ProfileId;
  const profile = typeof profileId === "string" ? store.table("Profile").get(profileId) : undefined;
  // An org whose describes have no profiles has no one to keep out.
  return profile === undefined || isDeleted(profile) || profile.values[permission] === true;
}
