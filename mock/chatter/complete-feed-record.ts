import { recordOf, recordsWith } from "../approvals/approval-records.js";
import type { DataContext } from "../data-context.js";
import { datetimeText } from "../dml/date-text.js";
import { insertOwnRecord } from "../dml/insert-own-record.js";
import { recordFault } from "../http/fault.js";
import type { StoredRecord, Value } from "../store/table.js";

type Values = Readonly<Record<string, Value>>;

/** What the org writes into new records of Chatter, however they came. */
export function completeFeedRecord(context: DataContext, name: string, id: string): void {
  const record = context.store.table(name).get(id);
  const complete = Object.hasOwn(COMPLETIONS, name) ? COMPLETIONS[name] : undefined;
  if (record === undefined || complete === undefined) return;
  complete(context, record);
  recountFeed(context, name, record);
}

const COMPLETIONS: Readonly<Record<string, (context: DataContext, record: StoredRecord) => void>> = {
  FeedItem: completeItem,
  FeedComment: completeComment,
  FeedLike: completeLike,
  EntitySubscription: (context, record) =>
    refuseSecond(context, "EntitySubscription", record, ["ParentId", "SubscriberId"]),
  CollaborationGroup: completeGroup,
  CollaborationGroupMember: (context, record) =>
    refuseSecond(context, "CollaborationGroupMember", record, ["CollaborationGroupId", "MemberId"]),
};

function completeItem({ store }: DataContext, record: StoredRecord): void {
  const { Type, LinkUrl, RelatedRecordId, CreatedById = null } = record.values;
  const hasLink = typeof LinkUrl === "string";
  const hasContent = typeof RelatedRecordId === "string";
  store.replace("FeedItem", record, {
    Type:
      Type === "TextPost" && hasLink
        ? "LinkPost"
        : Type === "TextPost" && hasContent
          ? "ContentPost"
          : (Type ?? "TextPost"),
    CommentCount: 0,
    LikeCount: 0,
    Revision: 1,
    InsertedById: CreatedById,
    HasContent: hasContent,
    HasLink: hasLink,
    HasFeedEntity: hasContent || hasLink,
    Status: record.values.Status ?? "Published",
  });
}

function completeComment(context: DataContext, record: StoredRecord): void {
  const { FeedItemId, RelatedRecordId, CreatedById = null } = record.values;
  const item = recordOf(context, "FeedItem", FeedItemId);
  context.store.replace("FeedComment", record, {
    ParentId: item?.values.ParentId ?? null,
    CommentType: typeof RelatedRecordId === "string" ? "ContentComment" : "TextComment",
    Revision: 1,
    InsertedById: CreatedById,
    Status: record.values.Status ?? "Published",
  });
  if (item === undefined) return;
  const now = datetimeText(context.now());
  context.store.replace("FeedItem", item, { LastModifiedDate: now, SystemModstamp: now });
}

function completeLike(context: DataContext, record: StoredRecord): void {
  const { FeedItemId = null, FeedEntityId = null, CreatedById = null } = record.values;
  const whole = { FeedEntityId: FeedEntityId ?? FeedItemId, InsertedById: CreatedById };
  context.store.replace("FeedLike", record, whole);
  refuseSecond(context, "FeedLike", { ...record, values: { ...record.values, ...whole } }, [
    "FeedEntityId",
    "CreatedById",
  ]);
}

/** Who makes a group is its first member. */
function completeGroup(context: DataContext, record: StoredRecord): void {
  const { OwnerId } = record.values;
  const now = datetimeText(context.now());
  context.store.replace("CollaborationGroup", record, { LastFeedModifiedDate: now });
  const member: Values = {
    CollaborationGroupId: record.id,
    MemberId: OwnerId ?? context.userId,
    CollaborationRole: "Admin",
  };
  const name = "CollaborationGroupMember";
  const id = insertOwnRecord(context, { name, keyPrefix: "0FB" }, () => member);
  completeFeedRecord(context, name, id);
}

function refuseSecond(
  context: DataContext,
  name: string,
  record: StoredRecord,
  fields: readonly [string, string],
): void {
  const [first, second] = fields;
  const value = record.values[first] ?? null;
  const other = recordsWith(context, name, first, value).find(
    ({ id, values }) => id !== record.id && values[second] === record.values[second],
  );
  if (other === undefined) return;
  context.store.erase(name, record.id);
  const message = `duplicate value found: <unknown> duplicates value on record with id: ${other.id.slice(0, 15)}`;
  throw recordFault("DUPLICATE_VALUE", message);
}

/** Records that others are counted at: of which object, by which field, and where the count stands. */
const COUNTS = {
  FeedComment: { by: "FeedItemId", at: "FeedItem", count: "CommentCount" },
  FeedLike: { by: "FeedEntityId", at: "FeedItem", count: "LikeCount" },
  CollaborationGroupMember: {
    by: "CollaborationGroupId",
    at: "CollaborationGroup",
    count: "MemberCount",
  },
} as const;

/** Counts anew what a record belongs to that came or went. */
export function recountFeed(context: DataContext, name: string, { id, values }: StoredRecord): void {
  if (!Object.hasOwn(COUNTS, name)) return;
  const { by, at, count } = COUNTS[name as keyof typeof COUNTS];
  const value = (context.store.table(name).get(id)?.values ?? values)[by] ?? null;
  const counted = recordOf(context, at, value);
  if (counted === undefined) return;
  context.store.replace(at, counted, { [count]: recordsWith(context, name, by, value).length });
}
