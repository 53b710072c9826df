import { recordsWith } from "../approvals/approval-records.js";
import type { StoredRecord } from "../store/table.js";
import { insertFeedRecord } from "./feed-records.js";
import { type Page, showPage } from "./paging.js";
import { type Shown, showUser } from "./show-record.js";

/** The likes of a post or a comment, the first one first. */
export function likesOf({ context }: Shown, id: string): StoredRecord[] {
  return recordsWith(context, "FeedLike", "FeedEntityId", id);
}

export function myLike(shown: Shown, id: string): StoredRecord | undefined {
  return likesOf(shown, id).find(({ values }) => values.CreatedById === shown.context.userId);
}

/** Likes for the user; what is liked already stays as it is. */
export function like(shown: Shown, entity: StoredRecord): StoredRecord {
  const before = myLike(shown, entity.id);
  if (before !== undefined) return before;
  const { FeedItemId = null } = entity.values;
  const values = { FeedItemId: FeedItemId ?? entity.id, FeedEntityId: entity.id };
  return insertFeedRecord(shown.context, "FeedLike", values);
}

export function showLike(shown: Shown, { id, values }: StoredRecord) {
  const liked = String(values.FeedEntityId);
  const of = liked.startsWith("0D7") ? "comments" : "feed-elements";
  return {
    id,
    likedItem: { id: liked, url: `${shown.dataPath}/chatter/${of}/${liked}` },
    url: likeUrl(shown, id),
    user: showUser(shown, String(values.CreatedById)),
  };
}

export function likeReference(shown: Shown, id: string): object | null {
  const mine = myLike(shown, id);
  return mine === undefined ? null : { id: mine.id, url: likeUrl(shown, mine.id) };
}

export function showLikePage(shown: Shown, page: Page<StoredRecord>, total: number) {
  return showPage(page, (each) => showLike(shown, each), total);
}

function likeUrl({ dataPath }: Shown, id: string): string {
  return `${dataPath}/chatter/likes/${id}`;
}
