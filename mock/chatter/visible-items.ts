import { recordOf, recordsWith } from "../approvals/approval-records.js";
import { mayModifyAll } from "../approvals/record-lock.js";
import type { DataContext } from "../data-context.js";
import { isDeleted, type StoredRecord } from "../store/table.js";
import { notThere } from "./chatter-fault.js";
import { contentOf } from "./feed-records.js";

/** Whether the user sees a post: where its record is of an object they may read, and its group is not private. */
export function isSeen(context: DataContext, { values }: StoredRecord): boolean {
  const parentId = String(values.ParentId);
  const object = context.catalog.ofId(parentId);
  if (object === undefined) return parentId.startsWith("005");
  const parent = recordOf(context, object.name, parentId);
  if (parent === undefined) return false;
  if (object.name !== "CollaborationGroup" || parent.values.CollaborationType !== "Private") return true;
  return isMember(context, parentId);
}

/** Whether the user is in a group, or may change all data. */
export function isMember(context: DataContext, groupId: string): boolean {
  const members = recordsWith(context, "CollaborationGroupMember", "CollaborationGroupId", groupId);
  return members.some(({ values }) => values.MemberId === context.userId) || mayModifyAll(context);
}

/** The posts of a feed that the user sees, the newest first. */
export function itemsOf(context: DataContext, feed: string, id: string | undefined): StoredRecord[] {
  const items = feed === "record" && id !== undefined ? ofRecord(context, id) : all(context);
  const wanted = filterOf(context, feed, id);
  return items.filter((item) => wanted(item) && isSeen(context, item)).reverse();
}

function ofRecord(context: DataContext, id: string): StoredRecord[] {
  const object = context.catalog.ofId(id);
  if (object === undefined || recordOf(context, object.name, id) === undefined) throw notThere();
  return recordsWith(context, "FeedItem", "ParentId", id);
}

function all({ store }: DataContext): StoredRecord[] {
  return [...store.table("FeedItem").all()].filter((item) => !isDeleted(item));
}

function filterOf(
  context: DataContext,
  feed: string,
  id: string | undefined,
): (item: StoredRecord) => boolean {
  if (feed === "record" || feed === "company")
    return ({ values }) => feed === "record" || values.Type !== "TrackedChange";
  const userId = id ?? context.userId;
  const ofUser = (item: StoredRecord) =>
    item.values.ParentId === userId || item.values.CreatedById === userId || mentions(item, userId);
  if (feed === "user-profile") return ofUser;
  const followed = new Set<unknown>([
    ...recordsWith(context, "EntitySubscription", "SubscriberId", userId).map(
      ({ values }) => values.ParentId,
    ),
    ...recordsWith(context, "CollaborationGroupMember", "MemberId", userId).map(
      ({ values }) => values.CollaborationGroupId,
    ),
  ]);
  return (item) =>
    ofUser(item) || followed.has(item.values.ParentId) || followed.has(item.values.CreatedById);
}

function mentions(item: StoredRecord, userId: string): boolean {
  const { segments = [] } = contentOf(item);
  return segments.some((segment) => segment.type === "Mention" && segment.id === userId);
}
