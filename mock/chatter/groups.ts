import { recordsWith } from "../approvals/approval-records.js";
import { mayModifyAll } from "../approvals/record-lock.js";
import type { DataContext } from "../data-context.js";
import { requestFault } from "../http/fault.js";
import { expectObject } from "../http/json-body.js";
import { toId18 } from "../store/record-id.js";
import { isDeleted, type StoredRecord } from "../store/table.js";
import { badBody, invalidIdentifier, noAccess } from "./chatter-fault.js";
import { insertFeedRecord, requireFeedRecord } from "./feed-records.js";
import { membership, moment, role, type Shown, showUser } from "./show-record.js";

/** The groups that the user sees, by name; those that hold some words, where such are given. */
export function groupsSeen({ store }: DataContext, words: string | null): StoredRecord[] {
  const text = (words ?? "").replaceAll("*", "").toLowerCase();
  return [...store.table("CollaborationGroup").all()]
    .filter((group) => !isDeleted(group))
    .filter(({ values }) => `${values.Name} ${values.Description ?? ""}`.toLowerCase().includes(text))
    .sort((a, b) => (String(a.values.Name) < String(b.values.Name) ? -1 : 1));
}

/** Makes a group. */
export function createGroup(context: DataContext, given: unknown): StoredRecord {
  const { name, description, visibility = "PublicAccess" } = expectObject(given, "GroupInput");
  if (typeof name !== "string" || name === "") throw badBody("A group needs a name.");
  if (visibility !== "PublicAccess" && visibility !== "PrivateAccess") {
    throw badBody(`Unknown visibility: ${String(visibility)}`);
  }
  const taken = groupsSeen(context, null).some(
    ({ values }) => String(values.Name).toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw requestFault(400, "DUPLICATE_VALUE", "A group with this name already exists.");
  return insertFeedRecord(context, "CollaborationGroup", {
    Name: name,
    Description: typeof description === "string" ? description : null,
    CollaborationType: visibility === "PrivateAccess" ? "Private" : "Public",
    OwnerId: context.userId,
  });
}

/** Adds a member: oneself to a public group, anyone by its owner and managers. */
export function addMember(context: DataContext, group: StoredRecord, given: unknown): StoredRecord {
  const { userId, role: wanted } = expectObject(given, "GroupMemberInput");
  const id = userId === "me" ? context.userId : toId18(String(userId));
  if (id === null || context.store.table("User").get(id) === undefined) throw invalidIdentifier(userId);
  const isOpen = group.values.CollaborationType !== "Private" && id === context.userId;
  if (!isOpen && !manages(context, group)) throw noAccess();
  const values = {
    CollaborationGroupId: group.id,
    MemberId: id,
    CollaborationRole: wanted === "GroupManager" ? "Admin" : "Standard",
  };
  return insertFeedRecord(context, "CollaborationGroupMember", values);
}

/** Who may take a membership away: the member, and who manages the group. The owner stays. */
export function refuseToRemove(context: DataContext, member: StoredRecord): void {
  const group = requireFeedRecord(context, "CollaborationGroup", String(member.values.CollaborationGroupId));
  if (member.values.MemberId === group.values.OwnerId) throw noAccess();
  if (member.values.MemberId !== context.userId && !manages(context, group)) throw noAccess();
}

function manages(context: DataContext, group: StoredRecord): boolean {
  return membership(context, group.id)?.values.CollaborationRole === "Admin" || mayModifyAll(context);
}

export function membersOf(context: DataContext, groupId: string): StoredRecord[] {
  return recordsWith(context, "CollaborationGroupMember", "CollaborationGroupId", groupId);
}

export function showMember(shown: Shown, record: StoredRecord) {
  const { id, values } = record;
  const group = requireFeedRecord(shown.context, "CollaborationGroup", String(values.CollaborationGroupId));
  return {
    id,
    lastFeedAccessDate: moment(values.LastFeedAccessDate),
    role: role(record, group.values.OwnerId),
    url: `${shown.dataPath}/chatter/group-memberships/${id}`,
    user: showUser(shown, String(values.MemberId)),
  };
}
